// Keys for who presents without a mouse: each presses a button of the page. Tells how much room a picture has in the window.

const KEYS = {
  ArrowRight: '.st-key-presenter-next', PageDown: '.st-key-presenter-next', ' ': '.st-key-presenter-next',
  ArrowLeft: '.st-key-presenter-back', PageUp: '.st-key-presenter-back', Home: '.st-key-presenter-whole',
  '?': '.st-key-presenter-help',
};
const VIEWS = '.st-key-view-presenter [role=radio]';
const EDGE = 12; // px beside and below the picture
const WINDOW = 'journey_window'; // the cookie with the room that a picture had last

class Remote {
  constructor() {
    this.timer = 0;
    document.addEventListener('keydown', (event) => this.pressed(event), true);
    window.addEventListener('resize', () => this.measure());
    new MutationObserver(() => { clearTimeout(this.timer); this.timer = setTimeout(() => this.measure(), 60); })
      .observe(document.body, { childList: true, subtree: true });
  }

  heed({ characters, room }, setStateValue) { // the size that the server knows: where it has lost it, it is told again
    [this.characters, this.room, this.tell] = [characters, room, setStateValue];
    this.measure();
  }

  get stage() { return document.querySelector('.st-key-presenter-stage'); }

  pressed(event) {
    if (!this.stage || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest?.('[role=dialog], input, textarea')) return;
    if (event.target.matches?.('[role=radio]:focus-visible')) return; // what the keyboard is on has keys of its own
    if (event.key === ' ' && event.target.matches?.('button:focus-visible')) return;
    const button = this.button(event.key);
    if (!button) return;
    event.preventDefault();
    event.stopPropagation();
    button.click();
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
    this.tell?.('room', room);
  }
}

export default ({ data, setStateValue }) => {
  window.journeyRemote ??= new Remote();
  window.journeyRemote.heed(data, setStateValue);
};
