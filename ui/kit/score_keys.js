// Makes a table of scores one to score in: five faces a cell, a click on a face or a key sets it, arrows move. It tells what
// was set where, and holds no words. What the server has not seen to yet is told again with what comes next, so nothing is
// lost however fast somebody types. The table is drawn anew only now and then: until then the server tells which cells have
// changed since.

const CELLS = 'td[data-of]', REST = 1200; // ms without a key
const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
const TAKES_BACK = new Set(['Backspace', 'Delete']);

const columnOf = (cell) => [...cell.parentElement.children].indexOf(cell);

class ScoreKeys {
  constructor() {
    this.teller = new Teller();
    this.told = 0;
    this.waiting = []; // what the server has not seen to yet
    this.last = null; // the cell that the keyboard was on: [row, column]
    this.timer = 0;
    for (const [name, act] of [['click', this.clicked], ['keydown', this.pressed], ['focusin', this.arrived], ['pointerdown', this.touched]])
      document.addEventListener(name, act.bind(this), true);
    new MutationObserver(() => this.dress()).observe(document.body, { childList: true, subtree: true });
  }

  heed({ table, faces, heard, changed }, element, way) {
    if (!this.teller.hears(element, way)) return;
    [this.table, this.faces, this.heard] = [table, faces, heard];
    this.changed = new Map(changed.map(([row, column, ...scores]) => [`${row} ${column}`, scores]));
    this.waiting = this.waiting.filter(({ number }) => number > heard);
    this.dress();
    this.show();
    this.restSoon();
  }

  get place() { return this.table && document.querySelector(`.${CSS.escape(this.table)}`); }

  cells() { return [...(this.place?.querySelectorAll(CELLS) ?? [])]; }

  cellOf(event) {
    const cell = event.target.closest?.(CELLS);
    return cell && this.place?.contains(cell) ? cell : null;
  }

  isLast(cell) { return this.last && cell.dataset.of === this.last[0] && cell.dataset.at === this.last[1]; }

  // A table that was drawn anew gets its faces, and the keyboard is where it was.
  dress() {
    const table = this.place?.querySelector('table');
    if (!table || table.dataset.dressed) return;
    table.dataset.dressed = 'yes';
    const heads = [...table.querySelectorAll('thead th')].map((head) => head.textContent);
    const cells = this.cells();
    for (const cell of cells) {
      const name = document.createElement('b'), group = document.createElement('span');
      name.textContent = heads[columnOf(cell)];
      name.setAttribute('aria-hidden', 'true');
      group.setAttribute('role', 'radiogroup');
      group.setAttribute('aria-label', this.nameOf(cell, heads));
      for (const { score, face, words, fill, ink } of this.faces) {
        const one = document.createElement('i');
        one.textContent = face;
        one.dataset.face = score;
        one.style.setProperty('--j-fill', fill);
        one.style.setProperty('--j-ink', ink);
        one.setAttribute('role', 'radio');
        one.setAttribute('aria-label', words);
        group.append(one);
      }
      cell.replaceChildren(name, group);
      cell.tabIndex = -1;
    }
    this.show();
    const now = cells.find((cell) => this.isLast(cell)) ?? cells[0];
    this.enterBy(now);
    if (this.held && now && this.isLast(now) && document.activeElement === document.body) now.focus({ preventScroll: true });
  }

  nameOf(cell, heads) { return `${cell.parentElement.querySelector('[data-title]').textContent}, ${heads[columnOf(cell)]}`; }

  // The one cell by which Tab enters the table.
  enterBy(cell) {
    if (this.entry) this.entry.tabIndex = -1;
    this.entry = cell;
    if (cell) cell.tabIndex = 0;
  }

  // The scores as the server has them, and above them what it has not seen to yet.
  show(cells = this.cells()) {
    for (const cell of cells) {
      const score = this.scoreOf(cell), common = this.known(cell)[1], shown = `${score} ${common}`;
      if (cell.dataset.shown === shown) continue;
      cell.dataset.shown = shown;
      cell.dataset.common = common;
      for (const one of cell.querySelectorAll('i')) one.setAttribute('aria-checked', String(one.dataset.face === score));
      const group = cell.querySelector('[role=radiogroup]');
      const words = this.faces.find((face) => String(face.score) === score)?.words;
      cell.toggleAttribute('data-scored', Boolean(words));
      cell.setAttribute('aria-label', [group?.getAttribute('aria-label'), words].filter(Boolean).join(': '));
    }
  }

  scoreOf(cell) {
    const set = this.waiting.findLast(({ row, column }) => row === cell.dataset.of && column === cell.dataset.at);
    return set ? String(set.score ?? '') : this.known(cell)[0];
  }

  // The own score and the common one in its place, as the server told them last.
  known({ dataset }) {
    const told = this.changed.get(`${dataset.of} ${dataset.at}`);
    dataset.drawn ??= dataset.common ?? '';
    return told ? told.map((score) => String(score ?? '')) : [dataset.score, dataset.drawn];
  }

  touched(event) { if (!this.cellOf(event)) this.held = false; }

  arrived(event) {
    const cell = this.cellOf(event);
    this.held = Boolean(cell);
    if (!cell || this.isLast(cell)) return;
    this.last = [cell.dataset.of, cell.dataset.at];
    this.enterBy(cell);
  }

  clicked(event) {
    const step = event.target.closest?.('.j-turns [data-step]'), cell = this.cellOf(event);
    if (step && this.place) this.turn(Number(step.dataset.step));
    if (!cell) return;
    cell.focus({ preventScroll: true });
    const { face } = event.target.dataset;
    if (face !== undefined) this.set(cell, face === this.scoreOf(cell) ? null : Number(face));
  }

  pressed(event) {
    const cell = this.cellOf(event);
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key], face = this.faces[Number(event.key) - 1];
    if (step) this.neighbour(cell, step)?.focus();
    else if (TAKES_BACK.has(event.key)) this.set(cell, null);
    else if (face && event.key.trim()) {
      this.set(cell, face.score);
      (this.neighbour(cell, STEPS.ArrowDown) ?? this.topOfNext(cell))?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // The next cell in a direction that can be scored.
  neighbour(cell, [down, right]) {
    const row = [...cell.parentElement.children];
    const line = right ? row : this.column(row.indexOf(cell)), forth = right + down > 0;
    const rest = forth ? line.slice(line.indexOf(cell) + 1) : line.slice(0, line.indexOf(cell)).reverse();
    return rest.find((each) => each.matches(CELLS));
  }

  column(place) { return [...this.place.querySelectorAll(`tr > td:nth-child(${place + 1})`)]; }

  topOfNext(cell) {
    for (let place = columnOf(cell) + 1; place < cell.parentElement.children.length; place++) {
      const top = this.column(place).find((each) => each.matches(CELLS));
      if (top) return top;
    }
    return null;
  }

  // On a phone a card fills the screen.
  turn(by) { this.place.scrollBy({ left: by * this.place.clientWidth }); }

  set(cell, score) {
    this.told = Math.max(this.told + 1, Date.now());
    const before = this.known(cell)[0], seen = [before === '' ? null : Number(before)]; // told too, for scores of two people that meet
    this.waiting.push({ row: cell.dataset.of, column: cell.dataset.at, score, seen, number: this.told });
    this.show([cell]);
    this.teller.tell('acts', [...this.waiting]);
    this.restSoon();
  }

  // What stands around the table is drawn anew once nobody is scoring.
  restSoon() {
    clearTimeout(this.timer);
    if (this.waiting.length || !this.told || this.rested === this.heard) return;
    this.timer = setTimeout(() => {
      if (!this.place) return;
      this.rested = this.heard;
      this.teller.tell('rests', this.heard);
    }, REST);
  }
}

export default ({ data, parentElement, setStateValue }) => {
  window.journeyScoreKeys ??= new ScoreKeys();
  window.journeyScoreKeys.heed(data, parentElement, setStateValue);
};
