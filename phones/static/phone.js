// What a phone in the room does: it sends acts until they are acknowledged, keeps drafts, and follows the room.
"use strict";
(function () {
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

  // Acts: kept, shown at once, sent in their order until the server has acknowledged each.
  var sending = false, waits = 0, retry = 0, held = "";
  function act(deed) {
    deed.id = fresh();
    keep(OUT, JSON.stringify(outbox().concat([{ exercise: exercise, act: deed }])));
    show(deed, true);
    send();
  }
  function send() {
    clearTimeout(retry);
    var acts = outbox().slice(0, 20);
    if (sending || !acts.length || held === main.dataset.look) return tell();
    sending = true;
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
    var open = given.open = outbox().length, deaf = !navigator.onLine || waits > 1 || (lost && Date.now() - lost > 4000);
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

  // What an act looks like: the server's page shows the same once it is drawn anew.
  function show(deed, now) {
    if (deed.act === "write" || deed.act === "commit") return showCard(deed);
    if (deed.act === "withdraw") {
      var gone = card(deed.card);
      return gone && gone.remove();
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

  // What people do.
  part.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) return;
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
      act({ act: "withdraw", card: row.dataset.card });
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

  // The page: drawn anew when the room says so. What is half typed and where the cursor is stay.
  function restore() {
    var before = exercise;
    main = part.querySelector("main");
    exercise = main.dataset.exercise;
    if (before !== exercise) changing = "";
    offset = Number(main.dataset.now) * 1000 - Date.now();
    var votes = part.querySelector(".votes");
    dots = votes ? JSON.parse(votes.dataset.dots) : null;
    if (dots) count();
    part.querySelectorAll("input, textarea, select").forEach(function (field) {
      var draft = read(draftKey(field));
      if (draft !== null) field.value = draft;
    });
    outbox().forEach(function (one) { if (one.exercise === exercise) show(one.act); });
    hear(main.dataset.standing, true);
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
  window.addEventListener("online", back);
  window.addEventListener("offline", tell);
  window.addEventListener("pageshow", function (event) { if (event.persisted) { refresh(); back(); } });
  document.addEventListener("visibilitychange", function () { if (!document.hidden) back(); });

  restore();
  send();
  listen();
})();
