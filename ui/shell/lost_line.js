// Says when the page has lost its server, and no longer once it is back. Streamlit then shuts every field, and lays a
// dialog over the page that speaks of it in English; the dialog is closed, which Streamlit takes as an answer.
// A line that hangs is not closed by anybody: where nothing answers what was sent, the server is asked on a line of its own. One
// that is at work answers there. Where it does, and begins nothing of what was sent, the line alone is dead: it is given up.
(() => {
  if (window.lostLine) return;
  window.lostLine = true;
  const words = __WORDS__;
  const PATIENCE = 2000; // ms; a short gap is nobody's concern
  const UNANSWERED = 5000, ASKED = 6000, GIVEN_UP = 20000, BEGUN = 90000, LOOKS = 2000; // ms
  const HEADINGS = __HEADINGS__;
  let socket = null, since = 0, silent = false, asks = false; // since when something that was sent waits for an answer

  const line = () => {
    const there = document.getElementById('lost-line');
    if (there) return there;
    const made = document.createElement('p');
    made.id = 'lost-line';
    made.setAttribute('role', 'status');
    (document.querySelector('[data-testid=stMain]') ?? document.body).append(made);
    return made;
  };
  const say = (said) => {
    if (line().textContent !== said) line().textContent = said;
  };

  const close = () => {
    for (const dialog of document.querySelectorAll('[role=dialog]'))
      if (HEADINGS.includes(dialog.querySelector('h2')?.textContent.trim())) dialog.querySelector('button')?.click();
  };
  const dialogs = new MutationObserver(close);

  const app = () => document.querySelector('.stApp');
  const lost = () => words[document.documentElement.lang] ?? words.en;

  let timer = 0;
  const changed = () => {
    if (silent) {
      say(lost());
    } else if (!app() || app().dataset.testConnectionState === 'CONNECTED') {
      clearTimeout(timer);
      timer = 0;
      dialogs.disconnect();
      say('');
    } else if (!timer) {
      timer = setTimeout(() => say(lost()), PATIENCE);
      dialogs.observe(document.body, { childList: true, subtree: true });
    }
  };

  const heard = ({ target }) => {
    if (target !== socket) return;
    since = 0;
    if (silent) { silent = false; changed(); }
  };
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function sent(...what) {
    if (this !== socket && this.url.includes('/_stcore/stream')) {
      [socket, since] = [this, 0];
      for (const event of ['message', 'close']) socket.addEventListener(event, heard);
    }
    if (this === socket) since ||= Date.now();
    return send.apply(this, what);
  };

  const answers = async () => {
    const stop = new AbortController(), over = setTimeout(() => stop.abort(), ASKED);
    const health = socket.url.replace(/^ws/, 'http').replace(/stream.*/, 'health');
    return fetch(health, { cache: 'no-store', signal: stop.signal }).then(({ ok }) => ok, () => false).finally(() => clearTimeout(over));
  };
  const look = async () => {
    if (asks || !since || Date.now() - since < UNANSWERED) return;
    const before = since;
    asks = true;
    const there = await answers();
    asks = false;
    if (since !== before) return; // it was answered meanwhile
    silent = !there;
    changed();
    const patience = app()?.dataset.testScriptState === 'running' ? BEGUN : GIVEN_UP;
    if (there && Date.now() - since > patience) socket.dispatchEvent(new CloseEvent('close', { code: 1006 }));
  };
  setInterval(look, LOOKS);
  new MutationObserver(changed).observe(document.documentElement, { subtree: true, attributeFilter: ['data-test-connection-state'] });
  changed();
})();
