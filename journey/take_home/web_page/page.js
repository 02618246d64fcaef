// Folds phases and lanes, shows the map of one persona, and opens a touchpoint's details above the map.
"use strict";
const maps = [...document.querySelectorAll("table.map")];
const dialog = document.querySelector("dialog");
const who = document.getElementById("who");
for (const map of maps) {
  const rows = [...map.tBodies[0].rows];
  const columns = [...rows[0].cells].slice(1);
  const heads = [...map.tHead.querySelectorAll("th")];
  const folded = new Set();
  const show = () => {
    const one = who ? who.value : "";
    const counts = new Map();
    columns.forEach((column, place) => {
      const phase = column.dataset.c;
      const people = column.dataset.p;
      const shut = folded.has(phase);
      const first = place === 0 || columns[place - 1].dataset.c !== phase;
      const hidden = shut ? !first : Boolean(one && people && !people.split(" ").includes(one));
      if (!hidden) counts.set(phase, (counts.get(phase) || 0) + 1);
      for (const row of rows) {
        row.cells[place + 1].hidden = hidden;
        row.cells[place + 1].classList.toggle("shut", shut);
      }
    });
    for (const head of heads) {
      const phase = head.dataset.c;
      head.hidden = !counts.get(phase);
      head.colSpan = counts.get(phase) || 1;
      head.classList.toggle("shut", folded.has(phase));
      head.firstElementChild.setAttribute("aria-expanded", String(!folded.has(phase)));
    }
    for (const felt of map.querySelectorAll("[data-own]")) felt.hidden = felt.dataset.own !== one;
    for (const felt of map.querySelectorAll("[data-but]")) felt.hidden = felt.dataset.but.split(" ").includes(one);
    for (const curve of document.querySelectorAll("svg.curve")) {
      curve.classList.toggle("only", Boolean(one && curve.querySelector(`.one[data-w="${one}"]`)));
      for (const line of curve.querySelectorAll(".one")) line.classList.toggle("on", line.dataset.w === one);
    }
  };
  map.addEventListener("click", event => {
    const button = event.target.closest("th button");
    if (!button) return;
    const head = button.parentElement;
    if (head.dataset.c !== undefined) {
      if (!folded.delete(head.dataset.c)) folded.add(head.dataset.c);
      show();
    } else {
      const row = head.parentElement;
      button.setAttribute("aria-expanded", String(!row.classList.toggle("folded")));
    }
  });
  if (who) who.addEventListener("change", show);
}
if (maps.length) document.querySelector(".tools").classList.add("on");
document.addEventListener("click", event => {
  const card = event.target.closest(".map td a");
  const detail = card && document.getElementById(card.getAttribute("href").slice(1));
  if (!detail) return;
  event.preventDefault();
  const copy = detail.cloneNode(true);
  copy.removeAttribute("id");
  const heading = copy.querySelector("h4");
  heading.id = "told";
  dialog.querySelector("div").replaceChildren(copy);
  dialog.showModal();
});
dialog.addEventListener("click", event => {
  if (event.target === dialog || event.target.closest("button")) dialog.close();
});
