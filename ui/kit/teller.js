// The way from a component to the server. Where a part of the page moves up or down, Streamlit (1.67) draws it anew beside the
// former one, which goes a moment later: what is said through the former one is for a part that is no more, and nobody hears
// it. The one that was drawn last counts.
class Teller {
  constructor() {
    this.ways = new Map(); // the element that it is drawn into -> its way to the server, in the order of their drawing
  }

  // Whether what this one was given counts.
  hears(element, way) {
    for (const each of this.ways.keys()) if (each !== element && !each.isConnected) this.ways.delete(each);
    this.ways.set(element, way);
    return [...this.ways.keys()].at(-1) === element;
  }

  tell(name, value) {
    for (const each of this.ways.keys()) if (this.ways.size > 1 && !each.isConnected) this.ways.delete(each);
    [...this.ways.values()].at(-1)?.(name, value);
  }
}

