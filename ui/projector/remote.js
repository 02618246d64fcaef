// Keys of the projector's page: each presses one of its buttons, which nobody sees. Tells how large its window is.

const KEYS = {
  ArrowRight: 'next', PageDown: 'next', n: 'next', N: 'next', Enter: 'reveal', r: 'reveal', R: 'reveal',
  ' ': 'pause', p: 'pause', P: 'pause', '.': 'pause',
};

const EDGE = 40; // px at the foot of the window, for the way in
const [LARGEST, SMALLEST] = [2.4, 0.8]; // letters, in shares of a far letter

class ProjectorKeys {
  constructor() {
    document.addEventListener('keydown', (event) => this.pressed(event), true);
    window.addEventListener('resize', () => { this.measure(); this.fit(); });
    new MutationObserver(() => this.fit()).observe(document.body, { childList: true, subtree: true });
  }

  get page() { return document.querySelector('.st-key-projector'); }

  heed(setStateValue) {
    this.tell = setStateValue;
    this.measure();
    this.fit();
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

  // Cards are as large as all of them fit in the window.
  fit() {
    const wall = this.page?.querySelector('.j-wall-cards');
    const below = () => wall.getBoundingClientRect().bottom > window.innerHeight - EDGE;
    for (let size = LARGEST; wall && (size === LARGEST || (below() && size > SMALLEST)); size -= 0.1) {
      wall.style.setProperty('--j-word', `calc(${size.toFixed(1)} * var(--j-far))`);
    }
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
