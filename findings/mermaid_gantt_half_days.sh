#!/bin/sh
# Mermaid 11.17.2 (npm): a gantt with lengths that are no whole number of days, as agendas and plans have them: 0.5d, 1.5d, 0.5w, 1.5M.
# Expected: what its documentation of the duration format says: "Decimal values are also supported (e.g., 1.5d)", so twelve hours, a day and a half; 1.5h is an
# hour and a half indeed.
# What happens: days, weeks, months and years are rounded to whole days, months and years, in silence: half a day is drawn as a whole one, 0.4d and half a month as
# nothing, 1.5d as two days, 0.5w as four days, 0.25w as two, 1.5M as one month. The next task ("after") begins where the rounded one ends, so two half days fill two
# days. The same lengths in hours (12h, 36h) are right. Exits with 1 if this changes. Node 20 or newer.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > npm.log
npm install --silent --ignore-scripts --no-audit --no-fund mermaid@11.17.2 jsdom@26.1.0
cat > read.mjs <<'JS'
import { JSDOM } from "jsdom";
globalThis.window = new JSDOM("").window;
globalThis.document = window.document;
const { default: mermaid } = await import("mermaid");
mermaid.initialize({ startOnLoad: false });
const tasks = async (...lines) => {
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(["gantt", "dateFormat YYYY-MM-DD", ...lines].join("\n"));
  return db.getTasks();
};
const days = async (length) => {
  const [{ startTime, endTime }] = await tasks(`Interviews :2026-06-01, ${length}`);
  return (endTime - startTime) / 86400000;
};
const expected = { "0.4d": 0, "0.5d": 1, "1.5d": 2, "0.25w": 2, "0.5w": 4, "0.5M": 0, "1.5M": 30, "12h": 0.5, "36h": 1.5, "1.5h": 0.0625 };
let seen = true;
for (const [length, is] of Object.entries(expected)) {
  const found = await days(length);
  console.log("Mermaid 11.17.2", length, "is", found, "days");
  seen &&= found === is;
}
const [, second] = await tasks("Morning :a, 2026-06-01, 0.5d", "Afternoon :b, after a, 0.5d");
console.log("two half days from 1 June end", second.endTime.toDateString());
process.exit(seen && second.endTime.getDate() === 3 ? 0 : 1);
JS
TZ=UTC node read.mjs
