// Lets marks of a picture be dragged with mouse, pen or finger. The ground has a value `ground` in the picture's own values, a mark
// that can be taken has `at` and `id`. What is told is where on the ground a mark was let go, as shares of its width and height. A
// frame shows the cell that it would fall into. Escape, or letting go beside the ground, leaves it where it was.

const FAR = 6; // px that a hand may shake without dragging
const DRAGGED = 'svg.marks .role-mark > path';

const saidOf = (mark) => mark?.__data__?.datum ?? {};

class Dragging {
  constructor() {
    this.teller = new Teller();
    this.told = 0;
    this.waiting = []; // what the server has not seen to yet
    this.stays = (event) => { if (this.held && event.cancelable) event.preventDefault(); };
    this.frame = Object.assign(document.createElement('div'), { className: 'j-drop' });
    this.drawing = new MutationObserver(() => this.redrawn());
    for (const [name, act] of [['pointerdown', this.takes], ['pointermove', this.moves], ['pointerup', this.drops],
      ['pointercancel', this.leaves], ['keydown', this.escapes], ['click', this.clicks]])
      window.addEventListener(name, act.bind(this), true);
  }

  heed({ stage, at, cells, heard }, element, way) {
    if (!this.teller.hears(element, way)) return;
    [this.stage, this.at, this.cells] = [stage, at, cells];
    // Below a finger that drags the page does not scroll. The style sheet's touch-action alone does not keep Chromium from it
    // where the finger is on a part of an SVG; a listener on the whole window would slow all scrolling.
    this.place?.addEventListener('touchmove', this.stays, { passive: false });
    this.waiting = this.waiting.filter(({ number }) => number > heard);
    if (this.waiting.length) this.teller.tell('drops', [...this.waiting]); // a page that is drawn anew may not have heard it
  }

  get place() { return this.stage && document.querySelector(`.${CSS.escape(this.stage)}`); }

  get ground() { return [...(this.place?.querySelectorAll(DRAGGED) ?? [])].find((mark) => saidOf(mark).ground)?.getBoundingClientRect(); }

  takes(event) {
    const mark = event.target.closest?.(DRAGGED);
    if (event.button || !event.isPrimary || !this.place?.contains(mark) || saidOf(mark).at !== this.at) return;
    const { clientX: x, clientY: y, pointerId, pointerType } = event, box = mark.getBoundingClientRect();
    this.held = { id: saidOf(mark).id, pointerId, isMouse: pointerType === 'mouse', grip: [x - box.left, y - box.top] };
    this.grasps(mark);
    mark.addEventListener('touchmove', this.stays, { passive: false }); // the finger stays with it, also when it is drawn no more
    this.drawing.observe(document.body, { childList: true, subtree: true });
  }

  grasps(mark) {
    const { left, top } = mark.getBoundingClientRect(), [right, down] = this.held.grip;
    const parts = [mark, this.numberOf(mark)].filter(Boolean);
    Object.assign(this.held, { mark, parts, ground: this.ground, x: left + right, y: top + down });
  }

  // The words that stand on a mark are a mark of their own.
  numberOf(mark) {
    const box = mark.getBoundingClientRect();
    return [...mark.ownerSVGElement.querySelectorAll('text')].find((words) => {
      const { x, y, width, height } = words.getBoundingClientRect(), [h, v] = [x + width / 2, y + height / 2];
      return h > box.left && h < box.right && v > box.top && v < box.bottom;
    });
  }

  moves(event) {
    const { held } = this;
    if (!held || event.pointerId !== held.pointerId) return;
    if (!held.ground || (held.isMouse && !(event.buttons & 1))) return this.leaves(); // it was let go where nobody heard it
    const [right, down] = [event.clientX - held.x, event.clientY - held.y];
    if (!held.drags && Math.hypot(right, down) < FAR) return;
    held.over = { clientX: event.clientX, clientY: event.clientY };
    if (!held.drags) this.begins(held);
    this.shows();
    event.preventDefault();
  }

  shows() {
    const { over, x, y, parts } = this.held;
    for (const part of parts) part.style.translate = `${over.clientX - x}px ${over.clientY - y}px`;
    this.outline(this.cellAt(over));
  }

  // Somebody else's change draws the picture anew below a hand that drags: the mark in it is still the same one.
  redrawn() {
    const { held, ground } = this;
    if (!held || !ground || (held.mark.isConnected && saidOf(held.mark).id === held.id)) return;
    const mark = [...this.place.querySelectorAll(DRAGGED)].find((one) => saidOf(one).at === this.at && saidOf(one).id === held.id);
    if (!mark) return this.leaves();
    this.grasps(mark);
    if (held.drags) this.shows();
  }

  begins(held) {
    held.drags = true;
    held.mark.setPointerCapture?.(held.pointerId);
    document.body.append(this.frame);
    document.documentElement.classList.add('j-drags');
  }

  // The cell below the pointer, from the upper left corner; null beside the ground.
  cellAt({ clientX, clientY }) {
    const { left, top, width, height } = this.held.ground, [x, y] = [(clientX - left) / width, (clientY - top) / height];
    return x < 0 || x >= 1 || y < 0 || y >= 1 ? null : [Math.floor(x * this.cells), Math.floor(y * this.cells)];
  }

  outline(cell) {
    const { left, top, width, height } = this.held.ground, [wide, high] = [width / this.cells, height / this.cells];
    this.frame.hidden = !cell;
    if (cell) Object.assign(this.frame.style, { left: `${left + cell[0] * wide}px`, top: `${top + cell[1] * high}px`, width: `${wide}px`, height: `${high}px` });
  }

  drops(event) {
    const { held } = this;
    if (!held || event.pointerId !== held.pointerId) return;
    if (!held.drags) { this.leaves(); return; }
    const cell = this.cellAt(event);
    this.leaves();
    this.dragged = Date.now(); // the click that follows is none
    if (cell) this.report({ id: held.id, column: cell[0], row: cell[1] });
  }

  leaves() {
    for (const part of this.held?.parts ?? []) part.style.translate = '';
    this.held = null;
    this.drawing.disconnect();
    this.frame.remove();
    document.documentElement.classList.remove('j-drags');
  }

  escapes(event) {
    if (event.key !== 'Escape' || !this.held?.drags) return;
    event.stopPropagation();
    this.leaves();
    this.dragged = Infinity; // until the button is let go
  }

  clicks(event) {
    const echo = this.dragged === Infinity || Date.now() - (this.dragged ?? 0) < 300;
    this.dragged = 0;
    if (!echo || !this.place?.contains(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  report(what) {
    this.told = Math.max(this.told + 1, Date.now());
    this.waiting.push({ ...what, number: this.told });
    this.teller.tell('drops', [...this.waiting]);
  }
}

export default ({ data, parentElement, setStateValue }) => {
  window.journeyDragging ??= new Dragging();
  window.journeyDragging.heed(data, parentElement, setStateValue);
};
