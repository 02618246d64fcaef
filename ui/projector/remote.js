// Keys of the projector's page: each presses one of its buttons, which nobody sees. Tells how large its window is.

const KEYS = {
  ArrowRight: 'next', PageDown: 'next', n: 'next', N: 'next', Enter: 'reveal', r: 'reveal', R: 'reveal',
  ' ': 'pause', p: 'pause', P: 'pause', '.': 'pause',
};

const EDGE = 12; // px at the foot of the window, and above the way in
const [LARGEST, SMALLEST] = [2.4, 0.8]; // letters, in shares of a far letter

// Each list with its cards, and the line below it that says how many there are besides.
const listsOf = (wall) => [...wall.querySelectorAll('ul')].map((list) => ({
  cards: [...list.children], rest: list.nextElementSibling?.matches('.j-more') ? list.nextElementSibling : null,
})).filter(({ rest }) => rest);

// Shows so many cards of each list; returns how many the longest has.
function cut(wall, most) {
  return Math.max(0, ...listsOf(wall).map(({ cards, rest }) => {
    cards.forEach((card, place) => { card.hidden = place >= most; });
    rest.hidden = cards.length <= most;
    return cards.length;
  }));
}

// Says of each list how many cards there are besides.
function say(wall, most) {
  for (const { cards, rest } of listsOf(wall).filter((one) => !one.rest.hidden)) {
    const tied = cards[most].dataset.place && cards[most].dataset.place === cards[most - 1].dataset.place;
    rest.textContent = (tied ? rest.dataset.tied : rest.dataset.more).replace('#', cards.length - most);
  }
}

class ProjectorKeys {
  constructor() {
    document.addEventListener('keydown', (event) => this.pressed(event), true);
    window.addEventListener('resize', () => { this.measure(); this.fit(); });
    this.watch = new MutationObserver(() => { this.measure(); this.fit(); }); // the page may be drawn after its keys
    this.watch.observe(document.body, { childList: true, subtree: true });
  }

  get page() { return document.querySelector('.st-key-projector'); }

  heed({ room }, setStateValue) { // the size that the server knows: where it has lost what it was told, it is told again
    [this.room, this.tell] = [room, setStateValue];
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

  // Cards are as large as all of them fit in the window; of what does not fit in small letters each list shows as many.
  fit() {
    const wall = this.page?.querySelector('.j-wall-cards');
    if (!wall) return;
    const foot = (document.querySelector('.j-late')?.getBoundingClientRect().top ?? window.innerHeight) - EDGE;
    const below = () => wall.getBoundingClientRect().bottom > foot;
    let most = cut(wall, Infinity);
    for (let size = LARGEST; size === LARGEST || (below() && size > SMALLEST); size -= 0.1) {
      wall.style.setProperty('--j-word', `calc(${size.toFixed(1)} * var(--j-far))`);
    }
    let fits = below() ? 1 : most;
    while (fits < most) {
      const half = Math.ceil((fits + most) / 2);
      cut(wall, half);
      if (below()) most = half - 1; else fits = half;
    }
    cut(wall, fits);
    say(wall, fits);
    this.watch.takeRecords(); // its own changes are no news
  }

  measure() {
    if (!this.page) return;
    const room = `${window.innerWidth}x${window.innerHeight}`;
    if (room === this.room) return;
    this.room = room;
    this.tell?.('room', room);
  }
}

export default ({ data, setStateValue }) => {
  window.journeyProjector ??= new ProjectorKeys();
  window.journeyProjector.heed(data, setStateValue);
};
