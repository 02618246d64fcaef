// A panel at the edge of the window beside which the page can be used: for a screen reader a dialog that is not modal. The
// keyboard comes into it when it opens, goes back to where it was when it closes, and Escape presses the button that closes it.

const FIELDS = 'input, textarea, select, [contenteditable]';
const REACHED = ['path[tabindex="0"]', 'button, a, input']; // of a picture the mark that the keyboard was on
const EMPTY_LINE = '.stTextInput input:placeholder-shown'; // the line that has just made the card that is open
const OPEN_LISTS = '[aria-expanded=true]:is(input, button, [role=combobox])';

class Panel {
  constructor() {
    this.from = [];
    document.addEventListener('keydown', (event) => this.pressed(event), true);
    document.addEventListener('pointerdown', (event) => this.noted(event.target), true);
    document.addEventListener('focusin', (event) => this.noted(event.target), true);
  }

  heed({ panel, label, shuts, shows }) {
    [this.name, this.shuts] = [panel, shuts];
    const { place } = this;
    if (!place) return;
    place.setAttribute('role', 'dialog');
    place.setAttribute('aria-label', label);
    place.setAttribute('tabindex', '-1');
    if (this.shows === shows) return;
    this.shows = shows;
    // The first panel of a page has noted nothing before; what led to it may be gone already, as a small window on a stage is.
    for (const one of [document.activeElement, window.journeyStage?.place]) if (!this.from.length) this.noted(one);
    place.scrollTop = 0;
    if (!document.activeElement?.matches(FIELDS)) place.focus({ preventScroll: true });
  }

  get place() { return this.name && document.querySelector(`.st-key-${CSS.escape(this.name)}`); }

  // Where somebody was on the page before the panel came: the places around it, the nearest first.
  noted(element) {
    if (this.place?.contains(element) || !(element instanceof Element)) return;
    this.from = [];
    for (let box = element; box; box = box.parentElement)
      this.from.push(...[...box.classList].filter((name) => name.startsWith('st-key-')));
  }

  pressed(event) {
    const { place } = this;
    const elsewhere = !place?.contains(event.target) && event.target !== document.body && !event.target.matches(EMPTY_LINE);
    if (event.key !== 'Escape' || !place || elsewhere || document.querySelector('[data-testid=stDialog]')) return;
    if (place.querySelector(OPEN_LISTS)) return;
    event.target.blur(); // what is typed is handed over first
    const shut = () => this.place?.querySelector(`.st-key-${CSS.escape(this.shuts)} button`)?.click();
    setTimeout(() => window.journeyKeeper.whenEntered(shut));
  }

  left() {
    this.shows = null;
    if (document.activeElement !== document.body) return;
    for (const place of this.from) for (const kind of REACHED) {
      const back = document.querySelector(`.${CSS.escape(place)} :is(${kind})`);
      if (back) { back.focus({ preventScroll: true }); return; }
    }
  }
}

export default ({ data }) => {
  window.journeyPanel ??= new Panel();
  window.journeyPanel.heed(data);
  return () => window.journeyPanel.left();
};
