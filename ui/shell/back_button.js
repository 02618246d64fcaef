// The browser's back button leads to the page or view before, in the language of now. Streamlit (1.67) makes a place in the
// history of everything that an address says otherwise: of another language or open card, too, and of what an address says only
// now. Back would stay on the page there. A button that leads to another page makes two: what that page's address says, still on
// the page before, and the page.
(() => {
  if (window.backLeadsBack) return;
  window.backLeadsBack = true;
  const push = history.pushState, OF_NO_PLACE = ['lang', 'card', 'workshop'];
  const isSamePlace = (there) => {
    const [old, fresh] = [new URL(location.href), new URL(there, location.href)];
    for (const name of OF_NO_PLACE) {
      if (name !== 'workshop' || !old.searchParams.has(name)) for (const one of [old, fresh]) one.searchParams.delete(name);
    }
    for (const one of [old, fresh]) one.searchParams.sort();
    return old.href === fresh.href;
  };
  let onTheWay = null; // the address that nobody has seen yet: it came of the same click as what comes next
  for (const name of ['click', 'keydown', 'popstate']) window.addEventListener(name, () => { onTheWay = null; }, true);
  history.pushState = function pushState(state, title, there) {
    const [old, fresh] = [new URL(location.href), new URL(there ?? '', location.href)];
    const isReached = onTheWay === old.href && old.search === fresh.search;
    const act = there && (isSamePlace(there) || isReached) ? history.replaceState : push;
    onTheWay = act === push && old.pathname === fresh.pathname ? fresh.href : null;
    return act.call(history, state, title, there);
  };
})();
