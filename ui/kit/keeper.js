// Keeps what is typed and not yet saved: in the tab's own storage, under the name of its field. A field that is drawn
// anew (by a rerun, a refresh, a restarted server) gets its text back. What is kept is forgotten when the server says
// that it was saved. Words never leave the browser but through the fields themselves.

const CHECK_AFTER = 120; // ms; a page is drawn in several steps
const ANSWER_WITHIN = 2500; // ms; so long a text that was handed over is not put back, and not while the page is at work
const TYPED = 'textarea, input:not([type]), input[type=text], input[type=search]';

const isTyped = (element) => element instanceof HTMLElement && element.matches(TYPED) && element.closest('.stTextInput, .stTextArea');
const styleClass = (element) =>
  [...(element.closest('[class*="st-key-"]')?.classList ?? [])].find((name) => name.startsWith('st-key-'));

function makeKeeper() {
  const places = new Map(); // page, drawer -> { fields: {class: [name, settled, restsOn, saves]}, turn, now, used, repeated, teller }
  const seen = new Map(); // page, drawer -> the last turn that the server was told of as seen
  const began = new WeakMap(); // element -> the text that it had when somebody began to type
  let tab = null;
  let saved = {}; // name of a field -> the checksum of what was saved of it last
  let focus = null; // where somebody types: { name, element }
  let timer = 0, later = 0;
  let shown = 0, wanted = null; // the number of fields that were to be brought into sight, and the class of the one that waits for it
  const outdated = new Map(); // place -> the fields that the server is to be told of as unexpected
  const lines = new Lines(ANSWER_WITHIN);
  const cells = new Cells();
  const told = new Map(); // name of a field -> the value of the document that the server was told of as unexpected

  const field = (element) => {
    const name = styleClass(element);
    for (const place of places.values()) if (name in place.fields) return place.fields[name];
    return null;
  };
  const placeOf = (element) => [...places.values()].find(({ fields }) => styleClass(element) in fields);
  const elementOf = (name) => {
    for (const place of places.values()) {
      for (const [style, [full]] of Object.entries(place.fields)) {
        if (full !== name) continue;
        const found = document.querySelector(`.${CSS.escape(style)} :is(${TYPED})`);
        if (found) return found;
      }
    }
    return null;
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(check, CHECK_AFTER);
  };

  function typed(event) {
    if (!isTyped(event.target)) return;
    const known = field(event.target);
    if (!known) return;
    const [name] = known;
    const draft = read(name) ?? { from: [sum((began.get(event.target) ?? '').trim())] };
    write(name, { ...draft, text: event.target.value, handed: 0, isOurs: !event.isTrusted });
  }

  // A line that makes cards takes one line only: a list that is pasted into it stands there with a mark between its items.
  function pasted(event) {
    const known = isTyped(event.target) && event.target instanceof HTMLInputElement && field(event.target);
    const items = (event.clipboardData?.getData('text/plain') ?? '').split(/\r\n|\r|\n/).map((item) => item.trim()).filter(Boolean);
    if (!emptiesItself(known) || items.length < 2) return;
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = event.target;
    put(event.target, value.slice(0, selectionStart) + items.join(NEXT) + value.slice(selectionEnd));
  }

  // The browser's own events hand a text over: leaving the field, or Enter.
  function handOver(element) {
    const known = isTyped(element) && field(element);
    const draft = known && read(known[0]);
    if (!draft) return;
    if (emptiesItself(known) && draft.handed === 0) lines.enter(known[0], sum(draft.text), placeOf(element).now);
    repeat(element, known[0], draft);
    write(known[0], { ...draft, handed: Date.now(), from: [...draft.from, sum(draft.text.trim())].slice(-8) });
  }

  // Streamlit sends a line's used words again with any message until it has heard that the line is empty: the server is told
  // where somebody typed the same words once more.
  function repeat(element, name, { text, isOurs }) {
    const [place, known] = [...places].find(([, { fields }]) => styleClass(element) in fields);
    if (isOurs || known.used[name] !== sum(text)) return;
    known.repeated = known.now;
    say(place, []);
  }

  function arrived(event) {
    if (!isTyped(event.target)) return;
    if (!began.has(event.target)) began.set(event.target, event.target.value);
    const known = field(event.target);
    focus = known ? { name: known[0], element: event.target } : null;
  }

  function left(event) {
    if (!isTyped(event.target)) return;
    const { target } = event;
    if (target.disabled) { backTo(target); return; }
    if (target.isConnected && waitsInLine(target)) { // it is handed over once what was entered before was used
      event.stopImmediatePropagation();
      lines.held.add(field(target)[0]);
      return;
    }
    queueMicrotask(() => { // a field that is taken off the page was not left by anybody
      if (!target.isConnected) return;
      handOver(target);
      began.delete(target);
      if (focus?.element === target && document.activeElement !== target) focus = null;
    });
  }

  // While the line is down every field is shut, and the browser takes the cursor out of it: nobody has left it. It gets the cursor
  // back, or is handed over where somebody has gone on to something else.
  function backTo(element) {
    if (!element.isConnected) return;
    if (element.disabled) setTimeout(backTo, CHECK_AFTER, element);
    else if (document.activeElement === document.body) element.focus({ preventScroll: true });
    else commit(element);
  }

  // Somebody leaves the page out of a field or a cell.
  function giveUp() {
    cells.leave();
    const { activeElement } = document;
    if (!isTyped(activeElement)) return;
    if (read(field(activeElement)?.[0])?.handed === 0 && !waitsInLine(activeElement)) handOver(activeElement);
    activeElement.blur();
  }

  // Escape closes a drawer or dialog as its button does: what is typed is handed over first.
  function pressed(event) {
    if (!isTyped(event.target) || event.isComposing) return;
    if (event.key === 'Escape' && event.target.closest('[role=dialog]')) event.target.blur();
    else if (event.key === 'Enter' && (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey)) entered(event);
  }

  function entered(event) {
    const { target } = event, known = field(target);
    if (waitsInLine(target)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      put(target, Lines.further(target.value));
      write(known[0], { ...read(known[0]), isOurs: false });
      lines.held.add(known[0]);
      return;
    }
    handOver(target);
    if (emptiesItself(known)) target.select(); // who types on before the answer, types the next words
  }

  // Whether somebody has typed into a line of which the words before were not used yet.
  function waitsInLine(element) {
    const known = field(element);
    return emptiesItself(known) && read(known[0])?.handed === 0 && lines.waits(known[0], isAtRest());
  }

  // What waited in a line is entered, unless somebody is about to type its next words.
  function enterWaiting() {
    for (const name of lines.due(isAtRest())) {
      const element = elementOf(name);
      const typing = document.activeElement === element && !Lines.ends(element?.value ?? '');
      if (element && !typing) press(element, {});
    }
    if (lines.held.size) soon();
  }

  const emptiesItself = (known) => known && !known[3];

  // Whether a text of this page was handed over and not answered yet. One that waits for a button is not saved by itself.
  function saves() {
    if (cells.saves(isAtRest())) return true;
    for (const [, [name, , restsOn, isSaved]] of everything()) {
      const isAnswered = !isSaved || restsOn !== null;
      if (isAnswered && Date.now() - (read(name)?.handed ?? 0) < LINK_WAITS) return true;
    }
    return false;
  }

  function put(element, text) {
    const kind = element instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(element, text);
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function bringIntoSight() {
    const place = wanted && document.querySelector(`.${CSS.escape(wanted)}, [class*="${wanted}-"]`); // one of several widgets: the first
    if (!place) return;
    wanted = null;
    const field = place.querySelector('input, textarea, button');
    field?.focus({ preventScroll: true });
    if (isTyped(field)) field.setSelectionRange(field.value.length, field.value.length);
    const window = place.closest('.st-key-spot'); // it stands at its mark: no more is scrolled than it needs
    (window ?? place).scrollIntoView({ block: window ? 'nearest' : 'center' });
  }

  // Told once the page stands still, so that the browser's fields have taken in by then what they were set to.
  function tell() {
    for (const [place, { turn }] of places) {
      const names = outdated.get(place) ?? [];
      if (!names.length && turn <= (seen.get(place) ?? 0)) continue;
      outdated.delete(place);
      seen.set(place, turn);
      say(place, names);
    }
  }

  function say(place, names) {
    const { repeated, teller } = places.get(place);
    teller.tell('heard', { seen: seen.get(place) ?? 0, outdated: names, repeated });
  }

  // A window that closes with the saving of its field never says of this field what was saved.
  function forgetSaved() {
    for (const [name, known] of Object.entries(saved)) {
      const draft = read(name);
      if (draft?.handed && sum(draft.text) === known && !elementOf(name)) forget(name);
    }
  }

  function check() {
    forgetSaved();
    refocus();
    bringIntoSight();
    tell();
    for (const [style, [name, , restsOn, saves]] of everything()) {
      const draft = read(name);
      if (!draft) continue;
      const element = document.querySelector(`.${CSS.escape(style)} :is(${TYPED})`);
      if (!element || element.disabled) continue;
      if (element.value === draft.text) continue;
      const isAnswered = Date.now() - draft.handed >= ANSWER_WITHIN && (!draft.handed || isAtRest());
      if (!isAnswered && !hasFallenBack(element, restsOn)) {
        clearTimeout(later);
        later = setTimeout(check, isAtRest() ? ANSWER_WITHIN : CHECK_AFTER);
        continue;
      }
      const typing = document.activeElement === element;
      put(element, draft.text);
      if (saves && !typing) setTimeout(() => commit(element), 50);
    }
    setTimeout(enterWaiting, 50); // the browser's fields have taken in by then what they were set to
  }

  // Under load Streamlit now and then draws a field anew with the value that it began with, though another one was handed
  // over (1.67): where the page is at rest and the text is not saved, nobody has taken it back.
  function hasFallenBack(element, restsOn) {
    return restsOn !== null && isAtRest() && sum(element.value.trim()) === restsOn;
  }

  function isAtRest() {
    return document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning';
  }

  function* everything() {
    for (const place of places.values()) yield* Object.entries(place.fields);
  }

  function commit(element) {
    if (!element.isConnected || document.activeElement === element) return;
    handOver(element);
    press(element, { ctrlKey: true });
  }

  function press(element, keys) {
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 13, bubbles: true, cancelable: true, ...keys }));
  }

  function refocus() {
    if (!focus || focus.element.isConnected) return;
    const here = document.activeElement;
    const fresh = elementOf(focus.name);
    if (!fresh || fresh === here) return;
    if (here && here !== document.body && here.getAttribute('role') !== 'dialog') { focus = null; return; }
    const draft = read(focus.name);
    if (draft && draft.text !== fresh.value && Date.now() - draft.handed >= ANSWER_WITHIN) put(fresh, draft.text);
    fresh.focus({ preventScroll: true });
    fresh.setSelectionRange(fresh.value.length, fresh.value.length);
  }

  function heed(data, element, way) {
    if (tab !== null && tab !== data.tab) { location.reload(); return; } // the server was restarted: it knows nothing of this page
    tab = data.tab;
    const { place: at, fields, turn, now, used } = data, { repeated = 0, teller = new Teller() } = places.get(at) ?? {};
    if (!teller.hears(element, way)) return;
    places.set(at, { fields, turn, now, used, repeated, teller });
    lines.hear(used, now);
    saved = data.saved;
    const unexpected = outdated.get(data.place) ?? [];
    for (const [name, settled, restsOn = null] of [...Object.entries(data.used), ...Object.values(data.fields)]) {
      const draft = read(name);
      if (!draft) continue;
      if (settled !== null && settled === sum(draft.text)) {
        const element = elementOf(name);
        if (draft.isOurs && name in data.used && element?.value === draft.text) put(element, ''); // put back before it was heard of as used
        forget(name);
        if (element === document.activeElement) began.set(element, element.value); // who types on, types on from there
      } else if (restsOn !== null && !draft.from.includes(restsOn) && told.get(name) !== restsOn) {
        told.set(name, restsOn);
        unexpected.push(name);
      }
    }
    const [place, times] = data.shown;
    if (times > shown) [shown, wanted] = [times, place];
    outdated.set(data.place, unexpected);
    soon();
  }

  // What a former page handed over is not waited for: a page that is left may not have been heard.
  for (const name of drafts()) write(name, { ...read(name), handed: 0 });
  for (const [name, act] of [['input', typed], ['focusin', arrived], ['focusout', left], ['keydown', pressed], ['paste', pasted]])
    document.addEventListener(name, act, true);
  watchLeaving({ handOver: giveUp, saves, holds: () => lines.held.size > 0 });
  new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });
  // What closes a window waits for words that wait in a line.
  const whenEntered = (act) => (lines.held.size ? setTimeout(whenEntered, 20, act) : act());
  return { heed, whenEntered };
}

export default ({ data, parentElement, setStateValue }) => {
  window.journeyKeeper ??= makeKeeper();
  window.journeyKeeper.heed(data, parentElement, setStateValue);
};
