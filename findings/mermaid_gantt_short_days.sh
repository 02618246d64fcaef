#!/bin/sh
# Mermaid 11.17.2 (npm): a gantt with dateFormat DD.MM.YYYY whose days are written as people write them, 1.2.2026 beside 13.02.2026.
# Expected: 1 February, as day and month are where the format says; or an error, as DD is two digits, and as for 13.2.2026.
# What happens: a day that does not match to the letter goes to JavaScript's own Date, which takes the month first: 1.2.2026 becomes 2 January, 7.10.2026
# becomes 10 July, and a task "7.10.2026, 09.10.2026" begins in July and ends in October. With slashes it is the same, and with D.M.YYYY the day
# 01.02.2026 (whose zeros D does not take). Of 1 to 12 in a month none is refused, every one but 1.1., 2.2. and so on is drawn elsewhere.
# Exits with 1 if this changes. Node 20 or newer.
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
const day = (time) => [time.getFullYear(), time.getMonth() + 1, time.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
const read = async (format, span) => {
  try {
    const lines = ["gantt", `  dateFormat ${format}`, `  Interviews :${span}`];
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(lines.join("\n"));
    const [{ startTime, endTime }] = db.getTasks();
    return `${day(startTime)} to ${day(endTime)}`;
  } catch (error) {
    return error.message.split(":")[0];
  }
};
const cases = [
  ["DD.MM.YYYY", "01.02.2026, 1d", "2026-02-01 to 2026-02-02"],
  ["DD.MM.YYYY", "1.2.2026, 1d", "2026-01-02 to 2026-01-03"],
  ["DD.MM.YYYY", "13.2.2026, 1d", "Invalid date"],
  ["DD.MM.YYYY", "7.10.2026, 09.10.2026", "2026-07-10 to 2026-10-09"],
  ["DD/MM/YYYY", "1/2/2026, 1d", "2026-01-02 to 2026-01-03"],
  ["D.M.YYYY", "1.2.2026, 1d", "2026-02-01 to 2026-02-02"],
  ["D.M.YYYY", "01.02.2026, 1d", "2026-01-02 to 2026-01-03"],
];
let seen = true;
for (const [format, span, expected] of cases) {
  const found = await read(format, span);
  console.log("Mermaid 11.17.2", format, span, "->", found);
  seen &&= found === expected;
}
process.exit(seen ? 0 : 1);
JS
node read.mjs
