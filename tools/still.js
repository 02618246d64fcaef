// Says when a page stands still: window.untilStill(). Streamlit's own mark for a running script appears up to 150 ms
// after a click, so this listens to the connection: a rerun that was asked for counts until the server says finished.
(() => {
  const RERUN_SCRIPT = 0x5a; // BackMsg: field 11, length-delimited
  const NEW_SESSION = 0x22; // ForwardMsg: field 4, length-delimited
  const SCRIPT_FINISHED = 0x30; // ForwardMsg: field 6, varint
  const EARLY_FOR_RERUN = 2; // finished only because another run begins
  const QUIET = 250; // ms; tables and charts collect events for 150 ms before they send them
  const PATIENT = 8000, BRIEF = 80; // ms; a page whose parts run by themselves rests only briefly on a busy machine
  const EVERY = 40; // ms between two looks; each look makes the browser bring its styles up to date
  let asked = false; // a rerun was asked for that has not been answered
  let begun = false; // a run has begun since; the end of one that ran before answers nothing
  let quietSince = 0;

  const hear = (bytes) => {
    let at = 0;
    const varint = () => {
      let value = 0, scale = 1, byte;
      do { byte = bytes[at++]; value += (byte & 0x7f) * scale; scale *= 128; } while (byte & 0x80);
      return value;
    };
    while (at < bytes.length) {
      const tag = varint();
      if (tag === SCRIPT_FINISHED) {
        if (varint() !== EARLY_FOR_RERUN && begun) asked = false;
        return;
      }
      if (tag === NEW_SESSION) begun = true;
      if ((tag & 7) === 2) {
        const length = varint();
        at += length;
      } else if ((tag & 7) === 0) varint();
      else return;
    }
  };

  window.WebSocket = class extends window.WebSocket {
    constructor(...parameters) {
      super(...parameters);
      this.addEventListener('message', ({ data }) => {
        if (data instanceof ArrayBuffer) hear(new Uint8Array(data));
      });
      this.addEventListener('close', () => { asked = false; });
    }
    send(data) {
      if (new Uint8Array(data.buffer ?? data)[data.byteOffset ?? 0] === RERUN_SCRIPT) {
        asked = true;
        begun = false;
        quietSince = 0;
      }
      super.send(data);
    }
  };

  for (const event of ['pointerdown', 'pointerup', 'click', 'keydown', 'input', 'change', 'drop', 'popstate']) {
    window.addEventListener(event, () => { quietSince = 0; }, true);
  }

  const all = (selector) => [...document.querySelectorAll(selector)];
  const frameIsDrawn = (frame) => {
    const inside = frame.contentDocument;
    return !inside || (inside.readyState === 'complete' && inside.querySelector('canvas, svg, p') !== null);
  };
  const moves = (animation) => animation.playState === 'running' && animation.effect.getComputedTiming().endTime < 10_000;
  const app = () => document.querySelector('[data-testid="stApp"]');
  const reasonsToWait = {
    'it is not connected': () => app()?.dataset.testConnectionState !== 'CONNECTED',
    'a script runs': () => asked || app().dataset.testScriptState !== 'notRunning',
    'elements are stale': () => all('[data-stale="true"], [data-testid="stSkeleton"], [data-testid="stAppSkeleton"]').length > 0,
    'fonts are loading': () => document.fonts.status !== 'loaded',
    'something moves': () => document.getAnimations().some(moves),
    'a chart is not drawn': () => all('[data-testid="stVegaLiteChart"]').some((chart) => !chart.querySelector('canvas, svg.marks')),
    'a table is not drawn': () => all('[data-testid="stDataFrame"]').some((table) => !table.querySelector('canvas')),
    'a frame is not drawn': () => !all('iframe').every(frameIsDrawn),
  };

  // When the page came to rest (performance.now), 0 while it has not.
  window.stillSince = () => quietSince;

  // Resolves to '' when the page stands still, or to the reason why it did not within some milliseconds.
  window.untilStill = (milliseconds) => new Promise((resolve) => {
    const began = performance.now(), deadline = began + milliseconds;
    let lookedAt = began;
    const look = () => {
      const now = performance.now(), wasBusy = now - lookedAt > QUIET; // what is due since then has still to come
      lookedAt = now;
      const reason = Object.keys(reasonsToWait).find((key) => reasonsToWait[key]()) ?? '';
      if (reason) quietSince = 0;
      else if (wasBusy) quietSince = now;
      else quietSince ||= now;
      if (!reason && now - quietSince >= (now - began < PATIENT ? QUIET : BRIEF)) resolve('');
      else if (now > deadline) resolve(reason || 'it never rests');
      else setTimeout(look, EVERY);
    };
    look();
  });
})();
