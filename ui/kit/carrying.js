// Cards of a picture that the mouse carries: pressed, moved, and let go on another card of the lane (before it or, in its lower
// half, behind it) or anywhere in a column (at its end). A ghost hangs at the pointer, a frame shows where the card would lie.
// Escape, or letting go beside the columns, leaves it where it was. Fingers and pens scroll, as everywhere; they take cards in hand.

const SHAKES = 6; // px that a hand may shake without carrying
const ECHO = 300; // ms within which the click that follows is none
const BESIDE = 20; // px between pointer and ghost, where it hangs at the left
const EDGE = 48, PACE = 14; // px from the edge where the picture scrolls along, and how fast

class Carrying {
  constructor(stage) {
    this.stage = stage;
    [this.ghost, this.frame] = ['j-ghost', 'j-lands'].map((className) => Object.assign(document.createElement('div'), { className }));
    this.ghost.setAttribute('aria-hidden', 'true');
    for (const [name, act] of [['pointerdown', this.takes], ['pointermove', this.moves], ['pointerup', this.drops],
      ['pointercancel', this.leaves], ['keydown', this.escapes], ['click', this.clicks]])
      window.addEventListener(name, act.bind(this), true);
    window.addEventListener('blur', (event) => { if (event.target === window) this.leaves(); });
  }

  takes(event) {
    this.dragged = 0;
    if (event.button || event.pointerType !== 'mouse' || event.shiftKey || event.ctrlKey || event.metaKey) return;
    const mark = this.stage.markOf(event), { at, id } = (mark && valueOf(mark)) || {};
    if (!mark?.closest('svg.marks') || !(at in this.stage.carries)) return;
    this.held = { mark, at, id, x: event.clientX, y: event.clientY };
  }

  moves(event) {
    const { held } = this;
    if (!held) return;
    if (!(event.buttons & 1)) return this.leaves(); // it was let go where nobody heard it
    if (!held.carried && Math.hypot(event.clientX - held.x, event.clientY - held.y) < SHAKES) return;
    if (!held.carried) this.begins(held);
    this.scrolls(event);
    const over = event.clientX + this.ghost.offsetWidth + BESIDE > window.innerWidth ? this.ghost.offsetWidth + BESIDE : 0;
    this.ghost.style.translate = `${event.clientX - over}px ${event.clientY}px`;
    held.over = { clientX: event.clientX, clientY: event.clientY };
    this.shows(this.targetAt(held.over));
    event.preventDefault();
  }

  begins(held) {
    const { hand } = this.stage, more = hand.includes(held.id) ? hand.length - 1 : 0;
    held.carried = true;
    this.ghost.textContent = valueOf(held.mark)[this.stage.carries[held.at]] + (more ? ` +${more}` : '');
    document.body.append(this.ghost, this.frame);
    document.documentElement.classList.add('j-drags');
    this.fade(true);
  }

  fade(on) {
    for (const mark of this.stage.marks()) mark.toggleAttribute('data-carried', on && valueOf(mark).id === this.held.id && !valueOf(mark).at.includes(':'));
  }

  // Near an edge of what is seen the picture scrolls along.
  scrolls({ clientX, clientY }) {
    const { scroller } = this.stage, box = scroller?.getBoundingClientRect();
    if (!box) return;
    const by = (at, from, to) => (at < from + EDGE ? -PACE : at > to - EDGE ? PACE : 0);
    scroller.scrollBy(by(clientX, box.left, box.right), by(clientY, box.top, box.bottom));
  }

  // The card or the column below the pointer, with the edges of where the held one would lie; null where it would stay.
  targetAt({ clientX: x, clientY: y }) {
    const below = document.elementFromPoint(x, y), mark = below && this.stage.markOf({ target: below });
    const { at, id } = (mark && valueOf(mark)) || {};
    if (mark && at === this.held.at) {
      if (id === this.held.id) return null;
      const box = mark.getBoundingClientRect(), low = this.stage.isLow(box, y);
      return { at, id, low, edges: [box.left, low ? box.bottom : box.top, box.width, 0] };
    }
    if (at?.startsWith('fold:') && !id) return null; // the label of a lane lies over the columns
    const column = below && this.stage.columnAt(below, x);
    return column && { at: valueOf(column.plus).at, id: valueOf(column.plus).id, low: false, edges: column.edges };
  }

  // Somebody else's change draws the picture anew below a hand that carries: the card in it is still the same one.
  redrawn() {
    if (!this.held?.carried) return;
    this.fade(true);
    this.shows(this.targetAt(this.held.over));
  }

  // Where the frame stands is where the card will lie.
  shows(target) {
    this.held.target = target;
    this.frame.hidden = !target;
    if (!target) return;
    const [left, top, width, height] = target.edges;
    this.frame.classList.toggle('j-between', !height);
    Object.assign(this.frame.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  }

  drops() {
    const { held } = this;
    if (!held?.carried) { this.held = null; return; }
    const { target } = held;
    this.leaves();
    this.dragged = Date.now();
    if (target) this.stage.report({ id: target.id, at: target.at, key: 'drop', low: target.low, card: held.id });
  }

  leaves() {
    if (this.held?.carried) this.fade(false);
    this.held = null;
    this.ghost.remove();
    this.frame.remove();
    document.documentElement.classList.remove('j-drags');
  }

  escapes(event) {
    if (event.key !== 'Escape' || !this.held?.carried) return;
    event.stopPropagation();
    this.leaves();
    this.dragged = Infinity; // until the button is let go
  }

  clicks(event) {
    const echo = Date.now() - (this.dragged || 0) < ECHO;
    this.dragged = 0;
    if (!echo || !this.stage.place?.contains(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
