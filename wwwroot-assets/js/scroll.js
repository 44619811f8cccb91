// Going back leads to where one stood: the browser tries before the page has drawn its list, so it is done again as the list comes.
const PATIENCE = 15000; // ms; who scrolls, clicks or types meanwhile goes his own way

const places = new Map(); // entry of the history → how far down
let held = null, timer;

const entry = () => `${history.state?._index ?? ''} ${location.href}`;
const grown = new MutationObserver(() => { if (held !== null) scrollTo(0, held); });

function hold(y) {
  clearTimeout(timer);
  held = y;
  grown.observe(document.body, { childList: true, subtree: true });
  timer = setTimeout(letGo, PATIENCE);
}

function letGo() {
  clearTimeout(timer);
  held = null;
  grown.disconnect();
}

addEventListener('scroll', () => { if (held === null) places.set(entry(), scrollY); }, { passive: true });
addEventListener('popstate', () => { const y = places.get(entry()); if (y > 0) hold(y); else letGo(); });
for (const act of ['wheel', 'touchstart', 'pointerdown', 'keydown']) addEventListener(act, letGo, { passive: true, capture: true });
