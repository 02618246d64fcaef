// Words that were not taken any more, since their exercise had ended: kept to be read, copied, written again.
var SPARED = "journey.spared." + given.me, shelf = document.getElementById("spared");
function sparedWords() {
  try { return JSON.parse(read(SPARED)) || []; } catch (_) { return []; }
}
function spare(words) {
  var all = sparedWords();
  if (words && words.trim() && all.indexOf(words) < 0) keep(SPARED, JSON.stringify(all.concat([words]).slice(-20)));
  showSpared();
}
function showSpared() {
  var all = sparedWords();
  shelf.hidden = !all.length;
  shelf.querySelector("ul").replaceChildren.apply(shelf.querySelector("ul"), all.map(function (words) {
    var row = document.createElement("li");
    row.textContent = words;
    return row;
  }));
}
shelf.querySelector("button").addEventListener("click", function () { keep(SPARED, ""); showSpared(); });
