#!/bin/sh
# Mermaid 11.17.2 (npm), diagrams of the kinds journey, timeline and gantt that have a step called "Title page", as the journey of a book, a
# magazine or a report has.
# Expected: a step like any other (its line has the form of one, and the diagram has its title already).
# What happens: the line is taken for the diagram's title, whatever its case, and the title that was given is overwritten: the step is gone with
# its score, its people and its dates, and the head of the picture is "page: 1: Reader". In a journey that score was the worst.
# In a gantt "Includes tax" and "Excludes tax" go as well, as days that count and do not count.
# "Titles" is safe, and so is a step with anything before the word. Exits with 1 if this changes. Node 20 or newer.
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
const day = "2026-02-02, 1d";
const kinds = {
  journey: ["  section Read", "    Cover: 5: Reader", "    Title page: 1: Reader", "    Titles: 4: Reader"],
  timeline: ["    Cover : seen", "    Title page : turned over", "    Titles : read"],
  gantt: ["  dateFormat YYYY-MM-DD", ...["Cover", "Title page", "Includes tax", "Excludes tax", "Titles"].map((name) => `  ${name} :${day}`)],
};
const said = [];
for (const [kind, lines] of Object.entries(kinds)) {
  const { db } = await mermaid.mermaidAPI.getDiagramFromText([kind, "  title Reading a book", ...lines].join("\n"));
  const steps = db.getTasks().map((step) => step.task.trim());
  const title = (db.getDiagramTitle ?? db.getCommonDb().getDiagramTitle)();
  said.push([steps.join(), title]);
  console.log("Mermaid 11.17.2", kind, steps, "title:", title);
}
const left = said.every(([steps]) => steps === "Cover,Titles");
process.exit(left && said.every(([, title]) => title.startsWith("page")) && said[0][1] === "page: 1: Reader" ? 0 : 1);
JS
node read.mjs
