// The cells of a table are entered as a whole. Here they are kept from losing a text that was entered fast, or left open in a page that
// is left, and their tables from losing a key that is pressed right after a click.

const OPEN_CELL = '#portal > *', CELL = '#portal textarea.gdg-input';
const CELL_WAITS = 250; // ms; a table says a moment later what was entered into a cell (Streamlit 1.67: 150)
const ENDS_A_CELL = new Set(['Enter', 'Tab', 'Escape']);

class Cells {
  constructor() {
    this.seen = 0; // when somebody was last seen in an open cell
    for (const [name, act] of [['keydown', this.pressed], ['pointerdown', this.see], ['pointerup', this.clicked]])
      document.addEventListener(name, act.bind(this), true);
  }

  see() {
    if (document.querySelector(OPEN_CELL)) this.seen = Date.now();
  }

  // Whether what was entered may still be on its way.
  saves(isAtRest) { return Date.now() - this.seen < (isAtRest ? CELL_WAITS : LINK_WAITS); }

  // A click beside a cell enters it at once.
  leave() {
    this.see();
    if (document.querySelector(OPEN_CELL)) document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
  }

  // The table looks at every key a moment later, and throws the text away where the one that ends it came in between, as
  // on a page that is busy: it hears only of keys that end a cell.
  pressed(event) {
    this.see();
    const ends = ENDS_A_CELL.has(event.key) && !(event.key === 'Enter' && event.shiftKey);
    if (!ends && event.target.matches?.(CELL)) event.stopPropagation();
  }

  // A table asks for the keys with the next frame after a click: on a page that is busy drawing, a key that follows would go to
  // what was clicked before.
  clicked(event) {
    const surface = event.pointerType !== 'touch' && event.target.closest?.('[data-testid=stDataFrame] .dvn-scroller');
    const grid = surface && surface.closest('[data-testid=stDataFrame]');
    if (!grid || grid.contains(document.activeElement) || document.activeElement?.closest('#portal')) return;
    grid.querySelector('canvas[data-testid=data-grid-canvas]')?.focus({ preventScroll: true });
  }
}
