// Keys for who presents without a mouse: each turns a slide or presses a button of the page. Tells how much room a picture has in
// the window. Turns have numbers: one that the server has not seen to yet is told again with the next (see acts.py), since of
// several presses of a button that come before the answer Streamlit (1.67) counts one.

const TURNS = { ArrowRight: 1, PageDown: 1, ' ': 1, ArrowLeft: -1, PageUp: -1 };
const KEYS = { Home: '.st-key-presenter-whole', '?': '.st-key-presenter-help' };
const VIEWS = '.st-key-view-presenter [role=radio]';
const EDGE = 12; // px beside and below the picture
const WINDOW = 'journey_window'; // the cookie with the room that a picture had last

class Remote {
  constructor() {
    this.teller = new Teller();
    this.timer = 0;
    this.told = 0;
    this.waiting = []; // turns that the server has not seen to yet
    document.addEventListener('keydown', (event) => this.pressed(event), true);
    window.addEventListener('resize', () => this.measure());
    new MutationObserver(() => { clearTimeout(this.timer); this.timer = setTimeout(() => this.measure(), 60); })
      .observe(document.body, { childList: true, subtree: true });
  }

  heed({ characters, room, heard }, element, way) { // the size that the server knows: where it has lost it, it is told again
    if (!this.teller.hears(element, way)) return;
    [this.characters, this.room] = [characters, room];
    this.waiting = this.waiting.filter(({ number }) => number > heard);
    this.measure();
  }

  get stage() { return document.querySelector('.st-key-presenter-stage'); }

  pressed(event) {
    if (!this.stage || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest?.('[role=dialog], input, textarea')) return;
    if (event.target.matches?.('[role=radio]:focus-visible')) return; // what the keyboard is on has keys of its own
    if (event.key === ' ' && event.target.matches?.('button:focus-visible')) return;
    const by = TURNS[event.key], button = this.button(event.key);
    if (!by && !button) return;
    event.preventDefault();
    event.stopPropagation();
    if (by) this.turn(by); else button.click();
  }

  turn(by) {
    this.told = Math.max(this.told + 1, Date.now());
    this.waiting.push({ by, number: this.told });
    this.teller.tell('turns', [...this.waiting]);
  }

  button(key) {
    if (/^[1-9?]$/.test(key) && !this.characters) return null;
    if (/^[1-9]$/.test(key)) return document.querySelectorAll(VIEWS)[Number(key) - 1];
    return KEYS[key] && document.querySelector(`${KEYS[key]} button`);
  }

  measure() {
    if (!this.stage) return;
    const width = Math.round(window.innerWidth - 2 * EDGE);
    const height = Math.round(window.innerHeight - this.stage.getBoundingClientRect().top - EDGE);
    const room = `${width}x${height}`;
    if (room === this.room) return;
    this.room = room;
    document.cookie = `${WINDOW}=${room}; path=/; SameSite=Lax; max-age=31536000`;
    this.teller.tell('room', room);
  }
}

export default ({ data, parentElement, setStateValue }) => {
  window.journeyRemote ??= new Remote();
  window.journeyRemote.heed(data, parentElement, setStateValue);
};
