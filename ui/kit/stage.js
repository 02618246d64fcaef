// Makes a picture a place to work. It tells where on it somebody clicked and which key they pressed there: which mark it
// was, by the picture's own values, and where it stands. It holds no words. Marks that can be worked on have a value `at`
// (what of it) and mostly an `id` (of what). The keyboard reaches them: Tab enters the picture, arrows go to the mark that
// lies there. What the server has not seen to yet is told again with what comes next, so nothing is lost however fast
// somebody works.

const MARKS = 'svg.marks .role-mark > path, svg.marks .role-mark > g > path';
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const ACTS = new Set(['Enter', ' ', '1', '2', '3', '4', '5', 'm']);

const LEAST_HEIGHT = 420, BELOW = 16, HEAD = 100, SPOT = 420; // px
const SCROLLBAR = 24; // px; a page whose bar comes and goes is as wide as before
const DRAWER = '.st-key-drawer';
const ROOM = 'journey_room'; // the cookie with the width that a picture had last

const valueOf = (mark) => mark.__data__?.datum ?? {};

class Stage {
  constructor() {
    this.told = 0;
    this.waiting = []; // what the server has not seen to yet
    this.last = null; // the mark that the keyboard was on: [id, at]
    this.timer = 0;
    for (const [name, act] of [['click', this.clicked], ['keydown', this.pressed], ['focusin', this.arrived]])
      document.addEventListener(name, act.bind(this), true);
    document.addEventListener('scroll', (event) => this.keepInSight(event.target), { capture: true, passive: true });
    window.addEventListener('resize', () => this.measure());
    new MutationObserver(() => { clearTimeout(this.timer); this.timer = setTimeout(() => this.label(), 60); })
      .observe(document.body, { childList: true, subtree: true });
  }

  heed({ stage, labels, zoom, heard }, setStateValue) {
    [this.stage, this.labels, this.zoom, this.tell] = [stage, labels, zoom, setStateValue];
    this.waiting = this.waiting.filter(({ number }) => number > heard);
    this.label();
  }

  // Heads and labels stay where they are while the picture moves below them.
  keepInSight(scroller) {
    if (!this.place?.contains(scroller) || scroller === this.place) return;
    const { scrollLeft, scrollTop } = scroller, zoom = this.zoom;
    const spot = this.place.querySelector('.st-key-spot'); // the small window moves along with its mark
    const [left, top] = this.opened ?? [scrollLeft, scrollTop];
    if (spot) spot.style.transform = `translate(${left - scrollLeft}px, ${top - scrollTop}px)`;
    for (const part of scroller.querySelectorAll('svg.marks g:is([class*=" left_"], [class*=" top_"], [class*=" corner_"])')) {
      const name = part.getAttribute('class');
      const x = name.includes(' top_') ? 0 : scrollLeft / zoom, y = name.includes(' left_') ? 0 : scrollTop / zoom;
      part.style.transform = x || y ? `translate(${x}px, ${y}px)` : '';
    }
  }

  // The picture is as high as the window has room below it, and the server is told how wide it can be.
  measure() {
    const { scroller } = this;
    if (!scroller) return;
    const page = scroller.closest('[data-testid=stMain]');
    const above = scroller.getBoundingClientRect().top + page.scrollTop;
    scroller.style.maxHeight = `${Math.max(LEAST_HEIGHT, window.innerHeight - above - BELOW)}px`;
    this.keepInSight(scroller);
    if (document.querySelector(DRAWER)) return; // it stands beside the picture, which stays as wide as it was
    const room = Math.round(this.place.clientWidth);
    if (Math.abs(room - (this.room ?? 0)) < SCROLLBAR) return;
    this.room = room;
    document.cookie = `${ROOM}=${room}; path=/; SameSite=Lax; max-age=31536000`;
    this.tell?.('room', room);
  }

  get place() { return this.stage && document.querySelector(`.${CSS.escape(this.stage)}`); }

  get scroller() { return this.place?.querySelector('.stVegaLiteChart')?.closest('[class*="-scroll"]'); }

  marks() {
    return [...(this.place?.querySelectorAll(MARKS) ?? [])].filter((mark) => valueOf(mark).at);
  }

  // Gives the marks what the keyboard, a screen reader, the style sheet and tests find them by.
  label() {
    this.measure();
    const marks = this.marks();
    for (const mark of marks) {
      const { at, id } = valueOf(mark);
      mark.dataset.at = at;
      mark.dataset.of = id ?? '';
      if (at.startsWith('feel:')) { mark.setAttribute('aria-hidden', 'true'); continue; }
      mark.setAttribute('role', 'button');
      mark.setAttribute('aria-label', this.nameOf(valueOf(mark)));
      mark.setAttribute('tabindex', '-1');
    }
    const reached = this.reached(marks);
    const now = reached.find((mark) => this.isLast(mark)) ?? reached[0];
    now?.setAttribute('tabindex', '0');
    if (this.last && now && this.isLast(now) && document.activeElement === document.body && this.held) now.focus({ preventScroll: true });
  }

  nameOf({ at, t, l }) { return at.startsWith('add:') ? `${this.labels.add} ${t}` : `${this.labels.edit} ${t}, ${l}`; }

  reached(marks = this.marks()) { return marks.filter((mark) => mark.getAttribute('role') === 'button'); }

  isLast(mark) { return this.last && mark.dataset.of === this.last[0] && mark.dataset.at === this.last[1]; }

  markOf(event) {
    const mark = event.target.closest?.(MARKS);
    return mark && this.place?.contains(mark) && valueOf(mark).at ? mark : null;
  }

  clicked(event) {
    if (!this.place || !event.isTrusted) return;
    const mark = this.markOf(event);
    if (mark) this.act(mark, 'click');
    else if (event.target.closest?.('svg.marks') && this.place.contains(event.target)) this.report({ id: '', at: '', key: 'click' });
  }

  arrived(event) {
    const mark = this.markOf(event);
    this.held = Boolean(mark);
    if (mark) this.last = [mark.dataset.of, mark.dataset.at];
  }

  pressed(event) {
    if (event.key === 'Escape' && event.target.closest?.('.st-key-spot')) this.leave(event);
    const mark = this.markOf(event);
    if (!mark || event.ctrlKey || event.metaKey) return;
    const step = STEPS[event.key];
    if (step && event.altKey) this.act(mark, event.key);
    else if (step) this.neighbour(mark, step)?.focus();
    else if (ACTS.has(event.key)) this.act(mark, event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // Escape closes the small window as its button does, and the keyboard is back at the mark.
  leave(event) {
    event.target.blur(); // what is typed is handed over first
    this.held = true;
    setTimeout(() => this.place?.querySelector('.st-key-spot-close button')?.click());
  }

  // The nearest mark in a direction; what lies straight ahead is nearer than what lies beside.
  neighbour(mark, [right, down]) {
    const middle = (each) => { const box = each.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; };
    const [x, y] = middle(mark);
    let best = null, least = Infinity;
    for (const each of this.reached()) {
      const [toX, toY] = middle(each);
      const ahead = (toX - x) * right + (toY - y) * down;
      const beside = Math.abs((toX - x) * down) + Math.abs((toY - y) * right);
      if (each !== mark && ahead > 4 && ahead + 2 * beside < least) [best, least] = [each, ahead + 2 * beside];
    }
    return best;
  }

  act(mark, key) {
    const box = mark.getBoundingClientRect(), stage = this.place.getBoundingClientRect();
    const { id = '', at } = valueOf(mark), above = box.y - HEAD, below = window.innerHeight - box.bottom;
    this.opened = [this.scroller?.scrollLeft ?? 0, this.scroller?.scrollTop ?? 0];
    this.report({
      id, at, key,
      x: Math.round(box.x - stage.x), y: Math.round(box.y - stage.y), w: Math.round(box.width), h: Math.round(box.height),
      room: Math.round(stage.width), height: Math.round(stage.height), above: below < SPOT && above > below,
    });
  }

  report(what) {
    this.told = Math.max(this.told + 1, Date.now());
    this.waiting.push({ ...what, number: this.told });
    this.tell?.('acts', [...this.waiting]);
  }
}

export default ({ data, setStateValue }) => {
  window.journeyStage ??= new Stage();
  window.journeyStage.heed(data, setStateValue);
};
