// Keys of the projector's page: each presses one of its buttons, which nobody sees. Tells how large its window is.

const KEYS = {
  ArrowRight: 'next', PageDown: 'next', n: 'next', N: 'next', Enter: 'reveal', r: 'reveal', R: 'reveal',
  ' ': 'pause', p: 'pause', P: 'pause', '.': 'pause',
};

class ProjectorKeys {
  constructor() {
    document.addEventListener('keydown', (event) => this.pressed(event), true);
    window.addEventListener('resize', () => this.measure());
  }

  get page() { return document.querySelector('.st-key-projector'); }

  heed(setStateValue) {
    this.tell = setStateValue;
    this.measure();
  }

  pressed(event) {
    if (!this.page || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.matches?.('input, textarea, button:focus-visible')) return;
    const button = KEYS[event.key] && document.querySelector(`.st-key-projector-${KEYS[event.key]} button:not(:disabled)`);
    if (!button) return;
    event.preventDefault();
    event.stopPropagation();
    button.click();
  }

  measure() {
    if (!this.page) return;
    const room = `${window.innerWidth}x${window.innerHeight}`;
    if (room === this.room) return;
    this.room = room;
    this.tell?.('room', room);
  }
}

export default ({ setStateValue }) => {
  window.journeyProjector ??= new ProjectorKeys();
  window.journeyProjector.heed(setStateValue);
};
