// The browser's back button leads to the page or view before, in the language of now. Streamlit (1.67) makes a place in the
// history of everything that an address says otherwise: of another language or open card, too, and of what an address says only
// now. Back would stay on the page there.
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
  history.pushState = function pushState(state, title, there) {
    const act = there && isSamePlace(there) ? history.replaceState : push;
    return act.call(history, state, title, there);
  };
})();
