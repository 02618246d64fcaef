// What a phone in the room does. The files of this folder are one script, in the order of phones/files.py.

var body = document.body, given = body.dataset;

// Outside: a form is sent once; whoever is in already goes to the room (after a link from another app the cookie is
// not sent with the page, but it is sent with what the page asks for).
document.addEventListener("submit", function (event) {
  if (!("once" in event.target.dataset)) return;
  event.target.querySelector("button").disabled = true;
});
window.addEventListener("pageshow", function () {
  document.querySelectorAll("[data-once] button").forEach(function (one) { one.disabled = false; });
});
if (document.querySelector("[data-once]")) {
  fetch(location.pathname, { credentials: "same-origin", cache: "no-store" })
    .then(function (answer) { if (answer.redirected) location.replace(answer.url); })
    .catch(function () { /* whoever is not in fills in the form */ });
}
if (!given.me) return;

var POLL = 3000, DEAF = 25000, TIMEOUT = 15000;
var memory = {}, part = document.getElementById("part"), line = document.getElementById("line");
var said = document.getElementById("said");
var main, exercise, dots, offset = 0, standing = {}, changing = "";

// What is kept in the browser: in its storage, or where that is forbidden, in the page.
function read(key) {
  try { return memory[key] || localStorage.getItem(key); } catch (_) { return memory[key] || null; }
}
function keep(key, words) {
  try {
    if (words) localStorage.setItem(key, words); else localStorage.removeItem(key);
    delete memory[key];
  } catch (_) { memory[key] = words; }
}
var OUT = "journey.out." + given.me;
function outbox() {
  try { return JSON.parse(read(OUT)) || []; } catch (_) { return []; }
}
function draftKey(field) { return "journey.draft." + given.me + "." + exercise + "." + field.id; }
function fresh() {
  var bytes = crypto.getRandomValues(new Uint8Array(13));
  return "p" + Array.from(bytes, function (one) { return ("0" + one.toString(16)).slice(-2); }).join("");
}
