// How the room stands: counts and the timer go into the page, anything else is asked for, a little later for some.
var soon = 0;
function hear(words, own) {
  var before = standing;
  standing = JSON.parse(words);
  each("[data-count=people]", standing.people);
  each("[data-count=ready]", standing.ready || 0);
  var cards = standing.cards || {};
  each("[data-sum=cards]", Object.keys(cards).reduce(function (sum, place) { return sum + cards[place]; }, 0));
  tick();
  if (own || soon) return;
  var turn = Math.random() * Math.min(2000, 5 * standing.people); // a full room does not ask all at once
  if (standing.look !== main.dataset.look) later(turn);
  else if (standing.shown !== before.shown) later(Math.max(turn, 2000 - (Date.now() - seen)));
}
function later(time) {
  soon = setTimeout(function () { soon = 0; seen = Date.now(); refresh(); }, time);
}
function each(which, words) {
  part.querySelectorAll(which).forEach(function (one) { one.textContent = words; });
}
function tick() {
  var place = part.querySelector("[data-timer]");
  if (!place) return;
  var ran = standing.since ? Math.max(0, (Date.now() + offset) / 1000 - standing.since) : 0;
  var left = Math.ceil(standing.length - standing.used - ran);
  place.hidden = !standing.length;
  place.classList.toggle("over", left <= 0);
  var words = left > 0 ? Math.floor(left / 60) + ":" + ("0" + (left % 60)).slice(-2) : given.over;
  if (place.textContent !== words) place.textContent = words;
}
setInterval(tick, 500);

// The stream: opened anew when it is silent, asked for where there is none.
var stream = null, heard = Date.now(), lost = 0, polling = 0, asks = false;
function listen() {
  if (stream) stream.close();
  heard = Date.now();
  if (!window.EventSource) { asks = true; return polling || poll(); }
  stream = new EventSource(given.events);
  stream.onmessage = function (event) {
    heard = Date.now();
    lost = 0;
    asks = false;
    hear(event.data);
    if (waits) { waits = 0; send(); }
    tell();
  };
  stream.onerror = function () {
    if (!lost) lost = Date.now();
    asks = true;
    if (!polling) polling = setTimeout(poll, POLL);
    tell();
  };
}
function poll() {
  polling = 0;
  if (!asks) return;
  polling = -1;
  ask(given.news, {}).then(function (answer) {
    if (answer.status === 401) return leave();
    if (!answer.ok) throw new Error(answer.status);
    return answer.text().then(function (words) { lost = 0; hear(words); if (outbox().length) send(); tell(); });
  }).catch(function () { if (!lost) lost = Date.now(); tell(); })
    .then(function () { polling = setTimeout(poll, POLL + Math.random() * 1000); });
}
setInterval(function () {
  if (held) { held = ""; send(); }
  tell();
  if (Date.now() - heard > DEAF || (stream && stream.readyState === 2 && Date.now() - heard > 5000)) listen();
}, 5000);
function back() {
  waits = 0;
  if (outbox().length) send();
  if (Date.now() - heard > 3000 || lost) listen();
}
window.addEventListener("storage", function (event) { // another tab of the same person
  if (event.key === OUT && (event.newValue || "").length < (event.oldValue || "").length) refresh();
});
window.addEventListener("online", back);
window.addEventListener("offline", tell);
window.addEventListener("pageshow", function (event) { if (event.persisted) { refresh(); back(); } });
document.addEventListener("visibilitychange", function () { if (!document.hidden) back(); });

restore();
showSpared();
send();
listen();
