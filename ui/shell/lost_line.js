// Says when the page has lost its server, and no longer once it is back. Streamlit then shuts every field, and lays a
// dialog over the page that speaks of it in English; the dialog is closed, which Streamlit takes as an answer.
(() => {
  if (window.lostLine) return;
  window.lostLine = true;
  const words = __WORDS__;
  const PATIENCE = 2000; // ms; a short gap is nobody's concern
  const HEADINGS = __HEADINGS__;

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

  let timer = 0;
  const changed = () => {
    const app = document.querySelector('.stApp');
    if (!app || app.dataset.testConnectionState === 'CONNECTED') {
      clearTimeout(timer);
      timer = 0;
      dialogs.disconnect();
      say('');
    } else if (!timer) {
      timer = setTimeout(() => say(words[document.documentElement.lang] ?? words.en), PATIENCE);
      dialogs.observe(document.body, { childList: true, subtree: true });
    }
  };
  new MutationObserver(changed).observe(document.documentElement, { subtree: true, attributeFilter: ['data-test-connection-state'] });
  changed();
})();
