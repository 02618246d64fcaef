#!/bin/sh
# Glide Data Grid (npm @glideapps/glide-data-grid) 6.0.3 and 6.0.4-alpha24. Streamlit 1.67.0 bundles a 6.0.4 alpha for
# st.data_editor, and the same timer stands in its file. Somebody types into a cell and presses Enter. Expected: the text is
# saved, however fast the keys follow each other. What happens: where Enter is handled before a zero timer of the letter before it
# has run, the cell keeps its old text, onCellEdited is not called, and the selection moves down as if all were well. (The cell
# editor starts such a timer at *every* key. It ends the editing, with nothing to save, if a key that ends it has been seen
# meanwhile; Enter's own timer, which would save, then finds the editing ended.) It matters on a page that is busy for a moment,
# drawing somebody else's change: Chromium 156 hands over the waiting keys before the waiting timers, seen with keys 60 ms apart
# while the page worked for 400 ms; what people typed is gone without a word. Scripted browsers meet it too.
# Known upstream: glideapps/glide-data-grid pull request 1201 (open).
# Here the whole public component in jsdom, with a canvas that draws nothing and fixed sizes. Enter a turn of the event loop after
# the last letter; Enter right after it, when promises and renders are done and timers are not; and the latter with letters
# that come without a keydown, as from a paste, which are saved: so it is the letter's timer. Node 18 or newer.
# Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/enter.mjs" <<'JS'
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const { window } = new JSDOM('<div id="root"></div><div id="portal"></div>', { url: "http://localhost/", pretendToBeVisual: true });
const size = { x: 0, y: 0, left: 0, top: 0, right: 300, bottom: 200, width: 300, height: 200 };
window.HTMLCanvasElement.prototype.getContext = function () { // draws nothing, and every text is 10 px wide
  return new Proxy({ canvas: this }, { get: (kept, name) => kept[name] ?? (() => ({ width: 10 })) });
};
window.HTMLElement.prototype.getBoundingClientRect = () => size;
for (const [name, value] of [["clientWidth", size.width], ["clientHeight", size.height], ["offsetWidth", size.width]])
  Object.defineProperty(window.HTMLElement.prototype, name, { value });
window.ResizeObserver = class {
  constructor(told) { this.told = told; }
  observe(target) { queueMicrotask(() => this.told([{ target, contentRect: size }])); }
  unobserve() {}
  disconnect() {}
};
for (const name of Object.getOwnPropertyNames(window)) if (!(name in globalThis)) globalThis[name] = window[name];

const { createElement, useState } = (await import("react")).default;
const { createRoot } = (await import("react-dom/client")).default;
const { CompactSelection, DataEditor, GridCellKind } = await import("@glideapps/glide-data-grid");

const edits = [];
let selected;
function Grid() {
  const none = { columns: CompactSelection.empty(), rows: CompactSelection.empty() };
  const first = { cell: [0, 0], range: { x: 0, y: 0, width: 1, height: 1 }, rangeStack: [] };
  const [gridSelection, onGridSelectionChange] = useState({ ...none, current: first });
  selected = gridSelection.current?.cell;
  return createElement(DataEditor, {
    width: size.width, height: size.height, rows: 3, columns: [{ title: "Word", width: 100 }],
    gridSelection, onGridSelectionChange,
    getCellContent: () => ({ kind: GridCellKind.Text, data: "old", displayData: "old", allowOverlay: true }),
    onCellEdited: (cell, value) => edits.push([cell, value.data]),
  });
}

const press = (element, key) => element.dispatchEvent(new window.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
const turn = () => new Promise((resolve) => setTimeout(resolve, 20));
async function renders() { // promises are kept and React has rendered; no timer has run
  for (let each = 0; each < 100; each++) await null;
}
async function until(what) {
  for (const end = Date.now() + 20000; Date.now() < end; await turn()) {
    const found = what();
    if (found) return found;
  }
  throw new Error(`waited in vain for ${what}`);
}
function add(editor, letter) {
  Object.getOwnPropertyDescriptor(window.HTMLTextAreaElement.prototype, "value").set.call(editor, editor.value + letter);
  editor.dispatchEvent(new window.Event("input", { bubbles: true }));
}

async function typed(keydown, between) {
  edits.length = 0;
  const root = createRoot(document.getElementById("root"));
  root.render(createElement(Grid));
  const canvas = await until(() => document.querySelector("#root canvas"));
  await turn();
  canvas.focus();
  press(canvas, "n"); // opens the cell
  const editor = await until(() => document.querySelector("#portal textarea"));
  for (const letter of "ew") {
    await turn();
    if (keydown) press(editor, letter);
    add(editor, letter);
  }
  await between();
  press(editor, "Enter");
  await until(() => !document.querySelector("#portal textarea") && selected[1] === 1);
  root.unmount();
  await turn();
  return JSON.stringify(edits);
}

const { version } = JSON.parse(readFileSync("node_modules/@glideapps/glide-data-grid/package.json"));
const saved = JSON.stringify([[[0, 0], "new"]]);
const seen = [await typed(true, turn), await typed(true, renders), await typed(false, renders)];
console.log(`Glide Data Grid ${version}, "new" and Enter; calls of onCellEdited, the selection has moved down each time:`);
const ways = ["Enter a turn later", "Enter at once", "Enter at once, letters without keydown"];
ways.forEach((way, at) => console.log(`  ${way}: ${seen[at]}`));
process.exit(seen[0] === saved && seen[1] === "[]" && seen[2] === saved ? 0 : 1);
JS
for version in "6.0.3 marked@4.3.0" "6.0.4-alpha24 marked@16.4.2"; do
  mkdir "$folder/${version%% *}"
  cd "$folder/${version%% *}"
  cp ../enter.mjs .
  # shellcheck disable=SC2086 # two packages
  npm install --silent --ignore-scripts --no-audit --no-fund @glideapps/glide-data-grid@$version \
    react@18.3.1 react-dom@18.3.1 lodash@4.17.21 react-responsive-carousel@3.2.23 jsdom@26.1.0
  node enter.mjs
done
