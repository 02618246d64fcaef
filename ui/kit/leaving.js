// Whoever leaves a page has what was typed last handed over before. Streamlit (1.67) passes over a text that is handed over a moment
// before its page is left: links, and the browser's back and forward buttons, wait until it was saved, and links and buttons wait for
// words that wait in a line. A tab that is closed says it with its last breath.

const LINK_WAITS = 1000; // ms; so long a link waits for a text that was handed over

// Streamlit sends what was handed over in a timer of no delay (1.67), which a page that is being left may not live to see.
let hurries = false;
function atOnce(act) {
  if (!hurries) {
    const later = window.setTimeout;
    hurries = true;
    window.setTimeout = (told, after, ...rest) => (after ? later(told, after, ...rest) : void queueMicrotask(() => told(...rest)));
    later(() => { window.setTimeout = later; hurries = false; });
  }
  act();
}

// `handOver` hands over what somebody types at the moment, in a field or a cell; `saves` says whether a text that was handed over is being saved,
// `holds` whether words wait in a line.
function watchLeaving({ handOver, saves, holds }) {
  const wait = (act) => {
    const since = Date.now();
    const look = () => ((saves() && Date.now() - since < LINK_WAITS) || holds() ? setTimeout(look, 20) : act());
    look();
  };

  function followed(event) {
    const link = event.target.closest?.(holds() ? 'a[href], button' : 'a[href]');
    if (!link || !event.isTrusted || event.ctrlKey || event.metaKey || event.shiftKey || !(saves() || holds())) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    wait(() => link.isConnected && link.click());
  }

  // Where a browser has no such event, the text comes back with its field.
  function traversed(event) {
    if (event.navigationType !== 'traverse' || !event.cancelable) return;
    handOver();
    if (!saves() && !holds()) return;
    event.preventDefault();
    wait(() => {
      const { committed, finished } = navigation.traverseTo(event.destination.key);
      for (const one of [committed, finished]) one.catch(() => {}); // somebody else has gone elsewhere meanwhile
    });
  }

  document.addEventListener('click', followed, true);
  window.navigation?.addEventListener('navigate', traversed);
  for (const name of ['beforeunload', 'pagehide']) window.addEventListener(name, () => atOnce(handOver));
}

