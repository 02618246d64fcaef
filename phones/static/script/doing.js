// What people do. The second tap of a double tap would take back what the first one gave.
var tapped = null, tappedAt = 0;
function isEcho(button) {
  var echo = button === tapped && Date.now() - tappedAt < 400;
  tapped = button.hasAttribute("aria-pressed") ? button : null;
  tappedAt = Date.now();
  return echo;
}
part.addEventListener("click", function (event) {
  var button = event.target.closest("button");
  if (!button || isEcho(button)) return;
  var data = button.dataset, row = button.closest("li"), pressed = button.getAttribute("aria-pressed") === "true";
  if ("emotion" in data) {
    var of = button.closest(".faces").dataset;
    act({ act: "score", touchpoint: of.touchpoint, persona: of.persona, emotion: pressed ? null : Number(data.emotion) });
  } else if ("opinion" in data) {
    act({ act: "opinion", opinion: pressed ? null : data.opinion });
  } else if ("ready" in data) {
    act({ act: "ready", ready: !pressed });
  } else if ("more" in data) {
    for (var free = 1; dots[free]; free++);
    act({ act: "dot", dot: free, option: row.dataset.option });
  } else if ("less" in data) {
    var mine = Object.keys(dots).filter(function (dot) { return dots[dot] === row.dataset.option; });
    if (mine.length) act({ act: "dot", dot: Number(mine[mine.length - 1]), option: "" });
  } else if ("withdraw" in data) {
    withdraw(row);
  } else if ("undo" in data) {
    bringBack(row);
  } else if ("change" in data) {
    change(row);
  } else if ("stop" in data) {
    change(null);
  }
});
part.addEventListener("submit", function (event) {
  event.preventDefault();
  submit(event.target);
});
part.addEventListener("keydown", function (event) {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.target.id !== "words") return;
  event.preventDefault();
  var form = event.target.form;
  if (form.elements.who) form.elements.who.focus(); else submit(form);
});
function submit(form) {
  var value = function (name) { return form.elements[name] ? form.elements[name].value.trim() : ""; };
  var words = value("words").replace(/\s+/g, " ");
  if (!words) return form.elements.words.focus();
  var id = changing || fresh();
  if (form.dataset.form === "commit") {
    act({ act: "commit", card: id, what: words, who: value("who"), until: value("until") || null });
  } else {
    act({ act: "write", card: id, words: words, place: value("place"), detail: value("detail") });
  }
  empty(form);
  form.elements.words.focus();
}
function empty(form) {
  changing = "";
  form.querySelector("[data-stop]").hidden = true;
  Array.from(form.elements).forEach(function (field) {
    if (field.id && field.id !== "place") { field.value = ""; keep(draftKey(field), ""); }
  });
}
function change(row) {
  var form = part.querySelector("form.writing");
  if (!row) return empty(form);
  changing = row.dataset.card;
  form.elements.words.value = row.querySelector(".words").textContent;
  ["place", "detail", "who", "until"].forEach(function (name) {
    if (form.elements[name]) form.elements[name].value = row.dataset[name] || "";
  });
  form.querySelector("[data-stop]").hidden = false;
  var fold = form.closest("details");
  if (fold) fold.open = true;
  form.elements.words.focus();
}
part.addEventListener("input", function (event) {
  if (event.target.id && !changing) keep(draftKey(event.target), event.target.value);
});
part.addEventListener("change", function (event) {
  var field = event.target;
  if (!("guess" in field.dataset)) return;
  var typed = field.value.replace("%", "").replace(",", ".").trim(), share = typed === "" ? null : Number(typed);
  var wrong = share !== null && !(share >= 0 && share <= 100);
  document.getElementById("no-share").hidden = !wrong;
  field.setAttribute("aria-invalid", String(wrong));
  if (wrong) return;
  keep(draftKey(field), "");
  act({ act: "guess", phase: field.dataset.guess, share: share });
});
