// Acts: kept, shown at once, sent in their order until the server has acknowledged each.
var sending = false, waits = 0, retry = 0, held = "", SLOW = 7000;
function act(deed) {
  deed.id = fresh();
  keep(OUT, JSON.stringify(outbox().concat([{ exercise: exercise, act: deed }])));
  show(deed, true);
  tell();
  send();
}
function send() {
  clearTimeout(retry);
  var acts = outbox().slice(0, 20);
  if (sending || !acts.length || held === main.dataset.look) return tell();
  sending = Date.now();
  tell();
  ask(given.acts, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ acts: acts }) })
    .then(function (answer) {
      if (answer.status === 401) return leave();
      if (answer.status === 400) return settle(acts.map(function (one) { return one.act.id; }));
      if (!answer.ok) throw new Error(answer.status);
      return answer.json().then(function (said) { acknowledged(said.results); });
    })
    .then(function () { waits = 0; sending = false; if (outbox().length) send(); else tell(); })
    .catch(function () {
      sending = false;
      waits = Math.min(waits + 1, 5);
      retry = setTimeout(send, 500 * Math.pow(2, waits));
      tell();
    });
}
function acknowledged(results) {
  var refused = results.filter(function (one) { return one.refused && !one.wait; });
  var ids = refused.map(function (one) { return one.id; });
  outbox().forEach(function (one) { if (ids.indexOf(one.act.id) >= 0) spare(one.act.words || one.act.what); });
  held = results.some(function (one) { return one.wait; }) ? main.dataset.look : "";
  settle(results.filter(function (one) { return !one.wait; }).map(function (one) { return one.id; }));
  if (refused.length) { notice(refused[0].words); refresh(); }
}
var settled = 0;
function settle(ids) {
  settled += ids.length;
  keep(OUT, JSON.stringify(outbox().filter(function (one) { return ids.indexOf(one.act.id) < 0; })));
  mark();
}
function mark() {
  var cards = outbox().map(function (one) { return one.act.card; });
  part.querySelectorAll("#own > li").forEach(function (one) {
    one.classList.toggle("waiting", cards.indexOf(one.dataset.card) >= 0);
  });
}
function ask(address, how) {
  var stop = new AbortController(), over = setTimeout(function () { stop.abort(); }, TIMEOUT);
  how = Object.assign({ signal: stop.signal, credentials: "same-origin", cache: "no-store" }, how);
  return fetch(address, how).then(function (answer) { clearTimeout(over); return answer; },
    function (trouble) { clearTimeout(over); throw trouble; });
}
function leave() { location.replace(given.door + "?left=1"); return new Promise(function () {}); }
function tell() {
  var open = given.open = outbox().length, deaf = !navigator.onLine || waits > 1 || (lost && Date.now() - lost > 4000)
    || (sending && Date.now() - sending > SLOW); // it hangs: nobody has closed it
  var words = (deaf ? given.offline : "") + (open && (deaf || waits || held) ? " " + given.unsent + " " + open : "");
  line.hidden = !words;
  if (line.textContent !== words) line.textContent = words;
}
var noticed = 0;
function notice(words) {
  said.textContent = words;
  said.hidden = false;
  clearTimeout(noticed);
  noticed = setTimeout(function () { said.hidden = true; }, 6000);
}
