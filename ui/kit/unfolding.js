// The picture's things on a phone: a list of parts that unfold. What is unfolded stays so when the list is drawn anew; a swipe or an
// arrow key goes from part to part.

const PART = '.j-way details', SWIPE = 60; // px

class Unfolding {
  constructor(stage) {
    this.stage = stage;
    this.unfolded = new Set();
    document.addEventListener('toggle', (event) => this.turned(event), true);
    for (const name of ['touchstart', 'touchend']) document.addEventListener(name, this[name].bind(this), { passive: true });
  }

  partOf(target) { return target.closest?.(PART); }

  turned({ target }) {
    const { phase } = target.dataset ?? {};
    if (phase !== undefined) this.unfolded[target.open ? 'add' : 'delete'](phase);
  }

  unfold() {
    for (const part of this.stage.place?.querySelectorAll(`${PART}:not([open])`) ?? []) part.open = this.unfolded.has(part.dataset.phase);
  }

  turn(part, step) {
    const next = step > 0 ? part.nextElementSibling : part.previousElementSibling;
    if (!next) return;
    for (const each of part.parentElement.children) each.open = each === next;
    const head = next.querySelector('summary');
    head.focus({ preventScroll: true });
    head.scrollIntoView({ block: 'start' });
  }

  step(part, from, step) {
    const ways = [...part.parentElement.querySelectorAll('summary, details[open] button')];
    ways[ways.indexOf(from) + step]?.focus();
  }

  touchstart({ touches: [touch], target }) {
    this.swiped = { part: this.stage.place?.contains(target) && this.partOf(target), x: touch.clientX, y: touch.clientY };
  }

  touchend({ changedTouches: [touch] }) {
    const { part, x, y } = this.swiped ?? {}, right = touch.clientX - x;
    if (part && Math.abs(right) > SWIPE && Math.abs(right) > 2 * Math.abs(touch.clientY - y)) this.turn(part, right < 0 ? 1 : -1);
  }
}
