// Lines that make a card of what is typed, and empty themselves. Streamlit (1.67) keeps one value of a line: words that follow while a
// run still stands before the former ones replace these, and nobody makes a card of them. So what follows waits in its line, as a
// list (see lines.py), until the server has used what was entered before.

const NEXT = ' ⏎ '; // between the items of a list

class Lines {
  constructor(patience) {
    this.patience = patience; // ms; so long a line waits on a page that is at rest
    this.entered = new Map(); // name of a line -> what was entered there and not used yet: { sum, turn, since }
    this.held = new Set(); // names of lines in which words wait
  }

  enter(name, sum, turn) { this.entered.set(name, { sum, turn, since: Date.now() }); }

  // `used` has the sums of what was used last, up to this turn.
  hear(used, turn) {
    for (const [name, { sum, turn: before }] of this.entered) if (used[name] === sum && turn > before) this.entered.delete(name);
  }

  waits(name, isAtRest) {
    const entry = this.entered.get(name);
    return Boolean(entry) && !(isAtRest && Date.now() - entry.since > this.patience);
  }

  // The lines whose words need wait no longer.
  due(isAtRest) {
    const names = [...this.held].filter((name) => !this.waits(name, isAtRest));
    for (const name of names) this.held.delete(name);
    return names;
  }

  static ends(text) { return text.trimEnd().endsWith(NEXT.trim()); }

  static further(text) { return Lines.ends(text) ? text : text.trimEnd() + NEXT; }
}

