// The page: drawn anew when the room says so. What is half typed and where the cursor is stay.
function restore() {
  var before = exercise;
  main = part.querySelector("main");
  exercise = main.dataset.exercise;
  if (before !== exercise) changing = "";
  var foot = document.querySelector("footer"); // one's name: of a closed room nothing is changed
  if (foot) foot.hidden = "closed" in main.dataset;
  forgetDrafts();
  offset = Number(main.dataset.now) * 1000 - Date.now();
  var votes = part.querySelector(".votes");
  dots = votes ? JSON.parse(votes.dataset.dots) : null;
  if (dots) count();
  part.querySelectorAll("input, textarea, select").forEach(function (field) {
    var draft = read(draftKey(field));
    if (draft !== null) field.value = draft;
  });
  outbox().forEach(function (one) { if (one.exercise === exercise) show(one.act); });
  showGone();
  hear(main.dataset.standing, true);
}
function forgetDrafts() { // of what is done, and of rooms that one has left
  var open = main.dataset.done ? "" : "journey.draft." + given.me + "." + exercise + ".";
  try {
    Object.keys(localStorage).forEach(function (key) {
      var mine = key === OUT || key === SPARED || (open && key === goneKey()) || (open && key.indexOf(open) === 0);
      if (!/^journey\.(draft|out|spared|gone)\./.test(key) || mine) return;
      if (key.indexOf("journey.draft." + given.me + ".") === 0 && /\.words$/.test(key)) spare(localStorage.getItem(key));
      localStorage.removeItem(key);
    });
  } catch (_) { /* what is kept in the page alone goes with it */ }
}
var asking = false, again = 0, seen = 0;
function refresh() {
  if (asking) { again = 1; return; }
  asking = true;
  var before = settled;
  ask(given.part, {})
    .then(function (answer) {
      if (answer.status === 401) return leave();
      if (!answer.ok) throw new Error(answer.status);
      return answer.text();
    })
    .then(function (html) {
      asking = false;
      if (settled !== before) again = 1; // drawn before an act that is kept now
      else draw(html);
      if (again) { again = 0; refresh(); }
    })
    .catch(function () { asking = false; again = 0; setTimeout(refresh, 2000 + Math.random() * 1000); });
}
function draw(html) {
  var there = document.activeElement, id = part.contains(there) ? there.id : "", unsent = changing;
  var kept = {}, cursor = null, opened = !!part.querySelector("details[open]");
  if (changing) part.querySelectorAll("form.writing [name]").forEach(function (one) { kept[one.id] = one.value; });
  try { if (id) cursor = [there.selectionStart, there.selectionEnd]; } catch (_) { /* not of every field */ }
  var before = exercise, asked = new DOMParser().parseFromString(html, "text/html").querySelector("main");
  part.replaceChildren(document.adoptNode(asked));
  restore();
  if (before !== exercise) { window.scrollTo(0, 0); return send(); }
  if (unsent && part.querySelector("form.writing")) {
    changing = unsent;
    Object.keys(kept).forEach(function (one) { var field = document.getElementById(one); if (field) field.value = kept[one]; });
    part.querySelector("[data-stop]").hidden = false;
  }
  var fold = part.querySelector("details"), field = id && document.getElementById(id);
  if (fold && opened) fold.open = true;
  if (field) {
    field.focus({ preventScroll: true });
    try { if (cursor && cursor[0] !== null) field.setSelectionRange(cursor[0], cursor[1]); } catch (_) { /* the same */ }
  }
  send();
}
