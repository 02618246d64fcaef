// What an act looks like: the server's page shows the same once it is drawn anew.
function show(deed, now) {
  if (deed.act === "write" || deed.act === "commit") return showCard(deed);
  if (deed.act === "withdraw") {
    var row = card(deed.card);
    return row && row.remove();
  }
  if (deed.act === "score") {
    part.querySelectorAll(".faces").forEach(function (row) {
      if (row.dataset.touchpoint === deed.touchpoint && row.dataset.persona === deed.persona)
        press(row, "emotion", deed.emotion === null ? "" : String(deed.emotion));
    });
  } else if (deed.act === "opinion") {
    var choice = part.querySelector(".opinions");
    if (choice) press(choice, "opinion", deed.opinion || "");
  } else if (deed.act === "ready") {
    var tick = part.querySelector("[data-ready]");
    if (tick) tick.setAttribute("aria-pressed", String(deed.ready));
  } else if (deed.act === "dot" && dots) {
    if (deed.option) dots[deed.dot] = deed.option; else delete dots[deed.dot];
    count();
  } else if (deed.act === "guess" && !now) {
    var field = document.getElementById("g-" + deed.phase);
    if (field) field.value = deed.share === null ? "" : deed.share.toLocaleString(document.documentElement.lang);
  }
}
function press(row, name, value) {
  row.querySelectorAll("button").forEach(function (one) {
    one.setAttribute("aria-pressed", String(one.dataset[name] === value));
  });
}
function card(id) {
  return Array.from(part.querySelectorAll("#own > li")).find(function (one) { return one.dataset.card === id; });
}
function showCard(deed) {
  var list = document.getElementById("own"), blank = document.getElementById("blank");
  if (!list || !blank) return;
  var one = card(deed.card);
  if (!one) {
    one = blank.content.firstElementChild.cloneNode(true);
    one.dataset.card = deed.card;
    list.prepend(one);
  }
  var place = document.getElementById("place"), until = deed.until || "";
  var named = place && Array.from(place.options).find(function (option) { return option.value && option.value === deed.place; });
  one.dataset.place = deed.place || "";
  one.dataset.detail = deed.detail || "";
  one.dataset.who = deed.who || "";
  one.dataset.until = until;
  var parts = until.split("-");
  var day = until && given.day.replace("YYYY", parts[0]).replace("MM", parts[1]).replace("DD", parts[2]);
  one.querySelector(".words").textContent = deed.words || deed.what;
  one.querySelector(".more").textContent =
    [named ? named.text : "", deed.detail, deed.who, day].filter(Boolean).join(" · ");
  mark();
}
function count() {
  var list = part.querySelector(".votes"), used = Object.keys(dots).length, budget = Number(list.dataset.budget);
  document.getElementById("left").textContent = budget - used;
  list.querySelectorAll("li").forEach(function (row) {
    var here = Object.keys(dots).filter(function (dot) { return dots[dot] === row.dataset.option; }).length;
    row.querySelector("output").textContent = here;
    row.querySelector("[data-less]").disabled = !here;
    row.querySelector("[data-more]").disabled = used >= budget || here >= Number(list.dataset.per);
  });
}
