// An own card that was deleted can be had back as long as its exercise takes cards: what it said lies in the browser. A
// deleted card stays deleted, so what comes back is another card whose key follows from the first one's: whatever is sent
// twice, or pressed in two tabs, makes one.
var goneAt = 0;
function goneKey() { return "journey.gone." + given.me + "." + exercise; }
function goneCards() {
  try { return JSON.parse(read(goneKey())) || []; } catch (_) { return []; }
}
function withdraw(row) {
  var of = row.dataset, next = row.nextElementSibling, words = row.querySelector(".words").textContent;
  while (next && next.classList.contains("gone")) next = next.nextElementSibling;
  var gone = { card: of.card, words: words, next: next ? next.dataset.card : "" };
  ["place", "detail", "who", "until"].forEach(function (name) { gone[name] = of[name] || ""; });
  keep(goneKey(), JSON.stringify(goneCards().concat([gone]).slice(-20)));
  if (changing === of.card) change(null);
  act({ act: "withdraw", card: of.card });
  goneAt = Date.now();
  showGone();
  card(of.card).querySelector("button").focus();
}
function bringBack(row) {
  if (Date.now() - goneAt < 400) return; // the second half of a double tap
  var gone = goneCards().find(function (one) { return one.card === row.dataset.card; });
  keep(goneKey(), JSON.stringify(goneCards().filter(function (one) { return one !== gone && one.card !== row.dataset.card; })));
  showGone();
  if (!gone) return; // another tab has it back already
  var id = gone.card.length < 40 ? gone.card + "u" : fresh();
  if (part.querySelector("form.writing").dataset.form === "commit") {
    act({ act: "commit", card: id, what: gone.words, who: gone.who, until: gone.until || null });
  } else {
    act({ act: "write", card: id, words: gone.words, place: gone.place, detail: gone.detail });
  }
  card(id).querySelector("button").focus();
}
function showGone() {
  var list = document.getElementById("own"), blank = document.getElementById("gone");
  if (!list || !blank) return;
  list.querySelectorAll(".gone").forEach(function (row) { row.remove(); });
  goneCards().reverse().forEach(function (gone) {
    var row = blank.content.firstElementChild.cloneNode(true), words = row.querySelector(".words");
    row.dataset.card = gone.card;
    words.append(gone.words);
    words.id = "gone-" + gone.card;
    row.querySelector("button").setAttribute("aria-describedby", words.id);
    list.insertBefore(row, gone.next ? card(gone.next) || null : null);
  });
}
