#!/bin/sh
# Mermaid 11.17.2 (npm): a pie of answers, two of whose slices have the same name, as where a query groups by more than it shows ("Shop" in two countries).
# Expected: two slices, as its xychart shows two bars and its sankey two flows of one name; or one of their sum; or an error.
# What happens: the first is kept and the second is left out, value and all. Of Shop 30, Web 20, Shop 50 the pie shows Shop with 60 % and Web with 40 %, where Web has a
# fifth. There is no warning; the shares add up to 100 % as always. Exits with 1 if this changes. Node 20 or newer.
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
const said = [];
for (const kind of ["warn", "error"]) console[kind] = (...words) => said.push(words.join(" "));
const { default: mermaid } = await import("mermaid");
mermaid.initialize({ startOnLoad: false });
const read = async (...lines) => (await mermaid.mermaidAPI.getDiagramFromText(lines.join("\n"))).db;
const pie = Object.fromEntries((await read("pie", '"Shop" : 30', '"Web" : 20', '"Shop" : 50')).getSections());
const sum = Object.values(pie).reduce((all, one) => all + one, 0);
const [{ data: bars }] = (await read("xychart-beta", "x-axis [Shop, Web, Shop]", "bar [30, 20, 50]")).getXYChartData().plots;
const flows = (await read("sankey-beta", "Visits,Shop,30", "Visits,Web,20", "Visits,Shop,50")).getGraph().links.map((link) => link.value);
console.log("Mermaid 11.17.2 pie", pie, "share of Web", pie.Web / sum, "bars", JSON.stringify(bars), "flows", flows, "warnings", said.length);
const all = (values) => values.join() === "30,20,50";
process.exit(pie.Shop === 30 && pie.Web / sum === 0.4 && all(bars.map((bar) => bar[1])) && all(flows) && said.length === 0 ? 0 : 1);
JS
node read.mjs
