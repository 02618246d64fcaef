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
  let last = null; // the last press: { name, at, heard, began, answered }, times in ms

  const called = (button) => button.closest('[class*=st-key-]')?.className.match(/st-key-\S+/)[0] ?? button.textContent;

  function isAgain(name, at) {
    if (last?.name !== name) return false;
    if (at - last.at < TWICE || at < last.answered) return true;
    return !last.answered && performance.now() - last.heard < (last.began ? LONGEST : ASKING);
  }

  addEventListener('click', (event) => {
    const button = event.isTrusted && event.target instanceof Element && event.target.closest('.stButton button');
    if (!button || STEPS.test(called(button))) return;
    const name = called(button), at = event.timeStamp;
    if (isAgain(name, at)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else {
      last = { name, at, heard: performance.now(), began: false, answered: 0 };
    }
  }, true);

  // A short run may be over before the page says that one runs: then what it has drawn tells of it.
  const isDrawn = ({ type, target }) => type !== 'attributes' && document.querySelector('[data-testid=stMain]')?.contains(target);
  new MutationObserver((changes) => {
    if (!last || last.answered) return;
    const state = document.querySelector('[data-testid=stApp]')?.dataset.testScriptState;
    if (state === 'running') last.began = true;
    else if (state === 'notRunning' && (last.began || changes.some(isDrawn))) last.answered = performance.now();
  }).observe(document.documentElement, {
    attributes: true, attributeFilter: ['data-test-script-state'], childList: true, characterData: true, subtree: true,
  });
})();
