// Says Streamlit's own English words in the page's language (document.documentElement.lang), by a table of places. Only
// a whole text at a place that Streamlit itself fills is replaced, so nothing that people typed ever is.
(() => {
  if (window.frameworkWords) return;
  window.frameworkWords = true;
  const places = __PLACES__;
  const MOST_KNOWN = 1000;

  // A template with gaps, written {}: found in a text as a whole, and filled again.
  const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const template = (words) => new RegExp(`^${words.split('{}').map(escaped).join('([^]*?)')}$`);
  const filled = (words, gaps) => words.split('{}').map((part, place) => part + (gaps[place] ?? '')).join('');

  // What Streamlit writes, in each language that has words for it.
  const sayings = (words) => {
    const found = {};
    for (const [language, theirs] of Object.entries(words))
      for (const [en, said] of Object.entries(theirs)) {
        found[en] ??= { en: { words: en, found: template(en) } };
        found[en][language] = { words: said, found: template(said) };
      }
    return Object.values(found);
  };

  // A selector each: a browser finds what one of them asks for by its first part, but asks every element of a page for a list.
  const rules = places.flatMap(({ at, part, words }) => {
    const shared = { part, sayings: sayings(words), known: new Map() }; // what was said of a text, since hundreds of a picture's marks say the same
    return at.split(/, (?![^(]*\))/).map((one) => ({ at: one, ...shared }));
  });

  const saidOf = (words, { sayings, known }, language) => {
    const key = `${language} ${words}`;
    if (!known.has(key)) {
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(key, said(words, sayings, language));
    }
    return known.get(key);
  };

  const said = (words, sayings, language) => {
    const whole = words.trim();
    if (!whole) return words;
    for (const saying of sayings) {
      const mine = saying[language] ?? saying.en;
      for (const other of Object.values(saying)) {
        const gaps = other !== mine && other.found.exec(whole);
        if (gaps && !mine.found.test(whole)) return words.replace(whole, () => filled(mine.words, gaps.slice(1)));
      }
    }
    return words;
  };

  const language = () => document.documentElement.lang;

  const translate = (element, rule) => {
    const { part } = rule;
    if (part !== 'text') {
      const old = element.getAttribute(part);
      const fresh = old && saidOf(old, rule, language());
      if (fresh && fresh !== old) element.setAttribute(part, fresh);
      return;
    }
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE) continue;
      const fresh = saidOf(node.data, rule, language());
      if (fresh !== node.data) node.data = fresh;
    }
  };

  const inside = (root) => {
    itself(root);
    for (const rule of rules) root.querySelectorAll(rule.at).forEach((element) => translate(element, rule));
  };
  const ofMarks = rules.filter(({ at }) => at.includes('[role=graphics-')); // a picture has hundreds of them
  const itself = (element) => {
    for (const rule of element instanceof SVGElement ? ofMarks : rules) if (element.matches(rule.at)) translate(element, rule);
  };

  // What changed is looked through once a frame, before it is painted, so that no English word flashes up; a page that
  // has changed everywhere is looked through as a whole.
  const page = document.documentElement;
  const MANY = 20;
  const roots = new Set();
  const alone = new Set();
  const look = () => {
    if (roots.size > MANY) inside(page);
    else {
      roots.forEach((root) => root.isConnected && inside(root));
      alone.forEach((element) => element?.isConnected && itself(element));
    }
    roots.clear();
    alone.clear();
  };
  const changed = (changes) => {
    if (!roots.size && !alone.size) requestAnimationFrame(look);
    for (const { type, target, addedNodes, attributeName } of changes) {
      if (type === 'attributes' && ['lang', 'data-empty'].includes(attributeName)) roots.add(target);
      else if (type === 'attributes') alone.add(target);
      else if (type === 'characterData') alone.add(target.parentElement);
      else for (const node of addedNodes) {
        if (node.nodeType === Node.ELEMENT_NODE) roots.add(node);
        else if (node.nodeType === Node.TEXT_NODE) alone.add(target);
      }
    }
  };
  new MutationObserver(changed).observe(page, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['lang', 'data-empty', ...new Set(rules.map(({ part }) => part).filter((part) => part !== 'text'))],
  });
  inside(page);
})();
