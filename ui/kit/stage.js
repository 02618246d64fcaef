// Makes a picture a place to work. It tells where on it somebody clicked and which key they pressed there: which mark it
// was, by the picture's own values, and where it stands. It holds no words. Marks that can be worked on have a value `at`
// (what of it) and mostly an `id` (of what). The keyboard reaches them: Tab enters the picture, arrows go to the mark that
// lies there. What the server has not seen to yet is told again with what comes next, so nothing is lost however fast
// somebody works.

const DRAWN = 'svg.marks .role-mark > path, svg.marks .role-mark > g > path';
const LISTED = '.j-way [data-at]'; // the same things on a phone: a list whose parts unfold
const MARKS = `${DRAWN}, ${LISTED}`;
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const POINTS = new Set(['Enter', ' ']);
const ACTS = new Set(['Enter', ' ', '1', '2', '3', '4', '5', 'm', 'x', 'Delete']);

const LEAST_HEIGHT = 420, BELOW = 16, HEAD = 100, SPOT = 420, PLUS = 26, GUTTER = 9; // px
const SCROLLBAR = 24; // px; a page whose bar comes and goes is as wide as before
const OPENS_WITHIN = 8000, REST = 700; // ms
const DRAWER = '.st-key-drawer', CLOSES = '.st-key-spot-close button';
const PHONE = 640; // px
const ROOM = 'journey_room'; // the cookie with the width that a picture had last

const valueOf = (mark) => mark.__data__?.datum ?? { at: mark.dataset.at, id: mark.dataset.of };

// Hundreds of marks are labelled whenever the page changes; the browser restyles what is written to, be it the same.
const put = (mark, name, value) => { if (mark.getAttribute(name) !== value) mark.setAttribute(name, value); };

const whenEntered = (act) => (window.journeyKeeper ? window.journeyKeeper.whenEntered(act) : act()); // words in a line go before

class Stage {
  constructor() {
    this.teller = new Teller();
    this.told = 0;
    this.waiting = []; // what the server has not seen to yet
    this.last = null; // the mark that the keyboard was on: [id, at]
    this.timer = 0;
    this.opening = 0; // when a window was asked for that is not there yet
    this.early = ''; // what was typed for it meanwhile
    this.later = ''; // the key that asks for one as soon as its mark is drawn
    this.hand = []; // the things that are in somebody's hand
    this.carries = {}; // what of things a mouse may carry -> which of a mark's values is its name
    this.awaits = 0; // what the server does once nobody types or clicks any more
    for (const [name, act] of [['click', this.clicked], ['keydown', this.pressed], ['focusin', this.arrived]])
      document.addEventListener(name, act.bind(this), true);
    for (const name of ['keydown', 'input', 'pointerdown']) document.addEventListener(name, () => this.restSoon(), true);
    document.addEventListener('scroll', (event) => this.keepInSight(event.target), { capture: true, passive: true });
    document.addEventListener('pointermove', (event) => this.hovers(event), { capture: true, passive: true });
    window.addEventListener('resize', () => this.measure());
    this.carrying = new Carrying(this);
    this.unfolding = new Unfolding(this);
    new MutationObserver(() => { this.unfolding.unfold(); clearTimeout(this.timer); this.timer = setTimeout(() => this.label(), 60); })
      .observe(document.body, { childList: true, subtree: true });
  }

  heed({ stage, labels, zoom, hand, carries, heard, awaits, opens }, element, way) {
    if (!this.teller.hears(element, way)) return;
    Object.assign(this, { stage, labels, zoom, hand, carries, opens });
    if (this.awaits !== awaits) [this.awaits, this.rested] = [awaits, false];
    this.restSoon();
    this.waiting = this.waiting.filter(({ number }) => number > heard);
    if (this.waiting.length) this.teller.tell('acts', [...this.waiting]); // a page that is drawn anew may not have heard it
    this.label();
  }

  // Heads and labels stay where they are while the picture moves below them.
  keepInSight(scroller) {
    if (!this.place?.contains(scroller) || scroller === this.place) return;
    const { scrollLeft, scrollTop } = scroller, zoom = this.zoom;
    const { spot } = this; // it moves along with its mark
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
    if (!this.place?.clientWidth) return;
    if (scroller) {
      const page = scroller.closest('[data-testid=stMain]');
      const above = scroller.getBoundingClientRect().top + page.scrollTop;
      scroller.style.maxHeight = `${Math.max(LEAST_HEIGHT, window.innerHeight - above - BELOW)}px`;
      this.keepInSight(scroller);
    }
    if (document.querySelector(DRAWER)) return; // it stands beside the picture, which stays as wide as it was
    // What stands beside the stage makes no phone of a wide window.
    const room = Math.max(Math.round(this.place.clientWidth), window.innerWidth > PHONE ? PHONE : 0);
    if (Math.abs(room - (this.room ?? 0)) < SCROLLBAR) return;
    this.room = room;
    document.cookie = `${ROOM}=${room}; path=/; SameSite=Lax; max-age=31536000`;
    this.teller.tell('room', room);
  }

  get place() { return this.stage && document.querySelector(`.${CSS.escape(this.stage)}:not(:has(> .stElementContainer > .stHtml > .j-put-by))`); }

  // The small window that a click on a mark opens.
  get spot() { return this.opens ? this.place?.querySelector(`.${CSS.escape(this.opens)}`) : null; }

  get scroller() { return this.place?.querySelector('.stVegaLiteChart')?.closest('[class*="-scroll"]'); }

  marks() {
    return [...(this.place?.querySelectorAll(DRAWN) ?? [])].filter((mark) => valueOf(mark).at);
  }

  // Gives the marks what the keyboard, a screen reader, the style sheet and tests find them by.
  label() {
    this.measure();
    const marks = this.marks();
    for (const mark of marks) {
      const { at, id, open } = valueOf(mark);
      put(mark, 'data-at', at);
      put(mark, 'data-of', id ?? '');
      mark.toggleAttribute('data-taken', this.hand.includes(id) && !at.includes(':'));
      if (at.startsWith('feel:')) { put(mark, 'aria-hidden', 'true'); continue; }
      put(mark, 'role', 'button');
      put(mark, 'aria-label', this.nameOf(valueOf(mark)));
      if (open !== undefined) put(mark, 'aria-expanded', String(Boolean(open)));
    }
    this.place?.toggleAttribute('data-holds', this.hand.length > 0);
    // What a picture says at the pointer is not in the way of the small window, nor of what is in hand.
    document.documentElement.classList.toggle('j-handles', Boolean(this.spot) || Boolean(this.place && this.hand.length));
    const reached = this.reached(marks), listed = [...(this.place?.querySelectorAll(LISTED) ?? [])];
    const now = [...reached, ...listed].find((mark) => this.isLast(mark)) ?? reached[0];
    for (const mark of reached) put(mark, 'tabindex', mark === now ? '0' : '-1');
    if (this.last && now && this.isLast(now) && document.activeElement === document.body && this.held) now.focus({ preventScroll: true });
    this.carrying.redrawn();
    if (this.later && now && this.isLast(now)) { const key = this.later; this.later = ''; this.act(now, key); }
  }

  nameOf({ at, t, l }) {
    const [kind, of] = at.split(':');
    return of ? `${this.labels[kind]} ${t}` : `${this.labels.edit} ${t}, ${l}`;
  }

  reached(marks = this.marks()) { return marks.filter((mark) => mark.getAttribute('role') === 'button'); }

  isLast(mark) { return this.last && mark.dataset.of === this.last[0] && mark.dataset.at === this.last[1]; }

  markOf(event) {
    const mark = event.target.closest?.(MARKS);
    return mark && this.place?.contains(mark) && valueOf(mark).at ? mark : null;
  }

  // While the picture is drawn anew the keyboard is nowhere for a moment: what is pressed then is meant for the mark that it was on.
  markOfLast({ target }) {
    if (!this.held || !this.last || !this.place || target !== document.body) return null;
    return this.marks().find((mark) => this.isLast(mark)) ?? { id: this.last[0], at: this.last[1] };
  }

  // The plus of the column where somebody with something in hand clicked beside all marks.
  plusOf({ target, clientX }) { return this.hand.length ? this.columnAt(target, clientX)?.plus ?? null : null; }

  // The column of the picture at a place from the left: its plus and its edges (left, top, width, height).
  columnAt(target, x) {
    if (!target.closest?.('svg.marks') || !this.place.contains(target)) return null;
    const left = (plus) => plus.getBoundingClientRect().x - PLUS * this.zoom;
    const all = this.marks().filter((mark) => mark.dataset.at === 'add:touchpoints'), at = all.findLastIndex((mark) => left(mark) <= x);
    if (at < 0) return null;
    const seen = this.scroller.getBoundingClientRect(), edge = (plus) => (plus ? plus.getBoundingClientRect().x - GUTTER * this.zoom : seen.right);
    const [from, to] = [edge(all[at]), Math.min(edge(all[at + 1]), seen.right)];
    return { plus: all[at], edges: [from, seen.top, to - from, seen.height] };
  }

  // Where a click would put down what is in hand shows at the edge of the mark.
  hovers(event) {
    const mark = this.hand.length ? this.markOf(event) : null;
    mark?.toggleAttribute('data-low', this.isLow(mark.getBoundingClientRect(), event.clientY));
  }

  isLow(box, y) { return y > box.y + box.height / 2; }

  clicked(event) {
    if (!this.place || !event.isTrusted) return;
    if (this.place.querySelector(CLOSES)?.contains(event.target)) this.held = true; // the keyboard is back at the mark
    const mark = this.markOf(event) ?? this.plusOf(event);
    if (mark) this.act(mark, event.shiftKey && !mark.dataset.at.includes(':') ? 'x' : 'click', event.clientY);
    else if (event.target.closest?.('svg.marks') && this.place.contains(event.target)) this.report({ id: '', at: '', key: 'click' });
  }

  arrived(event) {
    const mark = this.markOf(event), { early } = this;
    this.held = Boolean(mark);
    [this.opening, this.early] = [0, ''];
    if (mark) this.last = [mark.dataset.of, mark.dataset.at];
    else if (early && this.spot?.contains(event.target) && event.target.matches('input, textarea')) queueMicrotask(() => this.typeIn(event.target, early));
  }

  // What was typed for the window before it was there.
  typeIn(field, early) {
    const [words, ...entered] = early.split('\n');
    document.execCommand('insertText', false, words);
    if (entered.length) field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 13, bubbles: true, cancelable: true }));
  }

  typedEarly({ key }) {
    if (key === 'Backspace') this.early = this.early.slice(0, -1);
    else if (key === 'Enter') this.early += '\n';
    else if (key.length === 1) this.early += key;
  }

  pressed(event) {
    if (event.key === 'Escape' && this.isAtWindow(event)) this.leave(event);
    else if (event.key === 'Escape' && this.hand.length) this.report({ id: '', at: '', key: event.key });
    if (event.ctrlKey || event.metaKey) return;
    const step = STEPS[event.key], part = this.unfolding.partOf(event.target);
    const mark = this.markOf(event) ?? this.markOfLast(event);
    if (part && step && !event.altKey) {
      if (step[0]) this.unfolding.turn(part, step[0]); else this.unfolding.step(part, event.target, step[1]);
    } else if (!mark || (part && POINTS.has(event.key))) return; // a button of the list is clicked by the browser
    else if (step && !event.altKey) { if (mark.isConnected) this.neighbour(mark, step)?.focus(); else return; }
    else if (Date.now() - this.opening < OPENS_WITHIN) this.typedEarly(event);
    else if (step || ACTS.has(event.key)) this.act(mark, event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // Whether the keyboard is in the small window, or still where it was opened.
  isAtWindow({ target }) {
    const { spot } = this;
    return Boolean(spot) && (spot.contains(target) || target === document.body || Boolean(this.markOf({ target })));
  }

  // Escape closes the small window as its button does, and the keyboard is back at the mark.
  leave(event) {
    event.target.blur(); // what is typed is handed over first
    this.held = true;
    setTimeout(() => whenEntered(() => this.place?.querySelector(CLOSES)?.click()));
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

  act(mark, key, clickedAt = 0) {
    if (!mark.isConnected) { // it is not drawn at the moment: a window waits for its place
      if (POINTS.has(key)) this.later = key; else this.report({ ...mark, key });
      return;
    }
    const box = mark.getBoundingClientRect(), stage = this.place.getBoundingClientRect();
    const { id = '', at } = valueOf(mark), above = box.y - HEAD, below = window.innerHeight - box.bottom;
    this.opened = [this.scroller?.scrollLeft ?? 0, this.scroller?.scrollTop ?? 0];
    const opens = this.opens && (key === 'click' || POINTS.has(key)) && !/^(feel|fold):/.test(at) && !this.hand.length;
    [this.opening, this.early] = [opens ? Date.now() : 0, ''];
    this.report({
      id, at, key,
      x: Math.round(box.x - stage.x), y: Math.round(box.y - stage.y), w: Math.round(box.width), h: Math.round(box.height),
      room: Math.round(stage.width), height: Math.round(stage.height), above: below < SPOT && above > below,
      low: this.isLow(box, clickedAt),
    });
  }

  restSoon() {
    clearTimeout(this.resting);
    if (!this.awaits || this.rested) return;
    this.resting = setTimeout(() => {
      this.rested = true;
      this.teller.tell('rests', this.awaits);
    }, REST);
  }

  report(what) {
    this.told = Math.max(this.told + 1, Date.now());
    this.waiting.push({ ...what, number: this.told });
    whenEntered(() => this.teller.tell('acts', [...this.waiting]));
  }
}

export default ({ data, parentElement, setStateValue }) => {
  window.journeyStage ??= new Stage();
  window.journeyStage.heed(data, parentElement, setStateValue);
};
