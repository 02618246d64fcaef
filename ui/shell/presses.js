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
