// A press on a choice stays where it was made. Streamlit's groups of choices (1.67, toolbars of React Aria) hand the focus that
// comes from outside on to the choice that had it last: right for the Tab key. For a press it makes the browser scroll that
// choice into sight, and where it was out of sight the finger or mouse is let go above another one, so that the press is lost.
(() => {
  if (window.pressesKept) return;
  window.pressesKept = true;
  const GROUP = '[role=radiogroup], [role=toolbar], .stButtonGroup';
  let pressed = null; // the group that a finger or mouse is on
  const began = ({ target }) => { pressed = target instanceof Element ? target.closest(GROUP) : null; };
  const ended = () => { pressed = null; };
  addEventListener('pointerdown', began, true);
  addEventListener('mousedown', began, true); // of a finger it comes after pointerup
  for (const end of ['mouseup', 'pointercancel', 'keydown']) addEventListener(end, ended, true);
  addEventListener('focusin', (event) => {
    if (pressed?.contains(event.target) && !pressed.contains(event.relatedTarget)) event.stopImmediatePropagation();
  }, true);
})();

// A button that is pressed again before its answer is there to be seen was pressed once: on a slow machine nothing seems to have
// happened, and a nervous finger presses twice. What makes something would make it twice. Buttons that go step by step count.
(() => {
  if (window.pressesCount) return;
  window.pressesCount = true;
  const STEPS = /^st-key-((frame|rest)-(undo|redo)|drawer-(earlier|later)|room-minute|presenter-(next|back)|projector-next)$/;
  const TWICE = 300, ASKING = 1500, LONGEST = 20000; // ms: a double press; until a run has begun; so long a run is waited for
  const pressed = new Map(); // what a button is called -> { at, heard, began, answered } of its last press, ms
  let state = '';

  const called = (button) => button.closest('[class*=st-key-]')?.className.match(/st-key-\S+/)[0] ?? button.textContent;

  function isAgain({ timeStamp }, { at, heard, began, answered }) {
    if (timeStamp - at < TWICE || timeStamp < answered) return true;
    return !answered && performance.now() - heard < (began ? LONGEST : ASKING);
  }

  addEventListener('click', (event) => {
    const button = event.isTrusted && event.target instanceof Element && event.target.closest('.stButton button');
    if (!button || STEPS.test(called(button))) return;
    const last = pressed.get(called(button));
    if (last && isAgain(event, last)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else {
      pressed.set(called(button), { at: event.timeStamp, heard: performance.now(), began: 0, answered: 0 });
    }
  }, true);

  new MutationObserver(() => {
    const now = document.querySelector('[data-testid=stApp]')?.dataset.testScriptState;
    if (now === state) return;
    for (const press of pressed.values()) {
      if (now === 'running') press.began ||= performance.now();
      else if (now === 'notRunning' && press.began) press.answered ||= performance.now();
    }
    state = now;
  }).observe(document.documentElement, { attributes: true, attributeFilter: ['data-test-script-state'], subtree: true });
})();
