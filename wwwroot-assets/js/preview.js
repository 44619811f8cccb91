// Documents beside the answer. A host ([data-preview]) is filled when it comes into sight; a button ([data-preview-open]) opens a panel beside
// the page, or over it where the screen is narrow. Works from the first paint and after the renderer has replaced the page: viewers are kept
// by address and put back into whatever host stands there. The viewer and pdf.js are loaded when the first document is opened.
const KEPT = 4;      // viewers kept open behind the page, so that going back to a document costs no second loading
const BESIDE = 1200; // CSS pixels of the window from which panel and page stand side by side

const viewers = new Map(); // address → viewer, the one used last at the end
const waiting = new Map(); // host → address, not in sight yet
let panel = null;          // { dialog, viewer, opener, path }
let code = null;

const words = () => JSON.parse(document.querySelector('[data-preview-texts]').dataset.previewTexts);
const load = () => (code ??= import('./preview-view.js').catch((e) => { code = null; throw e; }));
const fileOf = (data, url) => ({ address: url, url: new URL(url, document.baseURI).href, name: data.name });
const hostOf = (url) => [...document.querySelectorAll('[data-preview]')].find((h) => h.dataset.preview === url);
const onPage = (viewer) => viewer.root.isConnected;

async function viewerOf(url, data) {
  let viewer = viewers.get(url);
  if (!viewer) {
    const { Viewer } = await load();
    viewer = viewers.get(url) ?? new Viewer(fileOf(data, url), words());
    if (!viewers.has(url)) {
      viewer.onWindow = () => spread(viewer);
      viewer.fresh = true;
    }
  }
  viewers.delete(url);
  viewers.set(url, viewer);
  for (const [address, old] of viewers) {
    if (viewers.size <= KEPT) break;
    if (old !== viewer && !onPage(old)) { old.close(); viewers.delete(address); }
  }
  return viewer;
}

/** Opens what was never opened: only now, in its place, is the width of the page known. */
function begin(viewer) {
  if (!viewer.fresh) return;
  viewer.fresh = false;
  viewer.open();
}

// ---- hosts

const sight = new IntersectionObserver((seen) => {
  for (const { target, isIntersecting } of seen) if (isIntersecting && waiting.has(target)) show(target);
}, { rootMargin: '100px' });

async function show(host) {
  const url = waiting.get(host);
  waiting.delete(host);
  sight.unobserve(host);
  try {
    const viewer = await viewerOf(url, host.dataset);
    if (!host.isConnected || host.dataset.preview !== url) return;
    host.textContent = '';
    settle(host, viewer);
  } catch {
    host.textContent = words().NoNetwork; // our own code did not come
    addEventListener('online', () => place(), { once: true });
  }
}

function settle(host, viewer) {
  if (viewer.spread || panel?.viewer === viewer) return;
  viewer.home = host;
  if (viewer.root.parentElement !== host) viewer.moveTo(host);
  begin(viewer);
}

function place() {
  for (const host of document.querySelectorAll('[data-preview]')) {
    const url = host.dataset.preview, viewer = viewers.get(url);
    if (viewer) settle(host, viewer);
    else if (waiting.get(host) !== url) {
      host.replaceChildren();
      waiting.set(host, url);
      sight.observe(host);
    }
  }
  for (const host of waiting.keys()) if (!host.isConnected) { waiting.delete(host); sight.unobserve(host); }
  if (panel && panel.path !== location.pathname) shut(false);
}

// ---- the whole window

function spread(viewer) {
  if (viewer.spread) { viewer.spread.close(); return; }
  const dialog = document.createElement('dialog'), held = viewer.at;
  dialog.className = 'pv-window';
  dialog.setAttribute('aria-label', viewer.root.getAttribute('aria-label'));
  document.body.append(dialog);
  viewer.spread = dialog;
  viewer.tool('window').title = viewer.words.Leave;
  viewer.tool('window').setAttribute('aria-label', viewer.words.Leave);
  viewer.moveTo(dialog);
  dialog.addEventListener('close', () => {
    viewer.spread = null;
    viewer.tool('window').title = viewer.words.Window;
    viewer.tool('window').setAttribute('aria-label', viewer.words.Window);
    const home = viewer.home?.isConnected ? viewer.home : hostOf(viewer.file.address);
    if (home) viewer.moveTo(home);
    dialog.remove();
    if (home) (held ?? viewer.stage).focus({ preventScroll: true });
  });
  dialog.showModal();
  (held ?? viewer.stage).focus({ preventScroll: true });
}

// ---- the panel

async function open(button) {
  const url = button.dataset.previewOpen;
  button.setAttribute('aria-busy', 'true');
  let viewer;
  try {
    viewer = await viewerOf(url, button.dataset);
  } catch {
    location.assign(url); // our own code did not come: the file itself still can
    return;
  } finally {
    button.removeAttribute('aria-busy');
  }
  if (panel) shut(false);
  const beside = innerWidth >= BESIDE, dialog = document.createElement('dialog'), head = document.createElement('div'), name = document.createElement('h2'), close = document.createElement('button'), slot = document.createElement('div');
  dialog.className = beside ? 'pv-side' : 'pv-window pv-panel';
  head.className = 'pv-head';
  name.textContent = viewer.file.name;
  name.id = 'pv-name';
  dialog.setAttribute('aria-labelledby', 'pv-name');
  Object.assign(close, { type: 'button', className: 'btn s sm', textContent: viewer.words.Close, title: viewer.words.CloseKey });
  close.addEventListener('click', () => dialog.close());
  slot.className = 'pv-slot';
  head.append(name, close);
  dialog.append(head, slot);
  document.body.append(dialog);
  panel = { dialog, viewer, opener: button, url, path: location.pathname };
  dialog.addEventListener('close', () => { if (panel?.dialog === dialog) shut(true); });
  dialog.addEventListener('keydown', (e) => { if (beside && e.key === 'Escape' && !e.defaultPrevented) { e.preventDefault(); dialog.close(); } });
  document.body.classList.toggle('pv-beside', beside);
  if (beside) dialog.show(); else dialog.showModal();
  viewer.home = slot;
  viewer.moveTo(slot);
  begin(viewer);
  viewer.stage.focus({ preventScroll: true });
  if (beside) button.scrollIntoView({ block: 'nearest' });
}

function shut(back) {
  const { dialog, viewer, opener, url } = panel;
  panel = null;
  viewer.spread?.close();
  viewer.at = null;
  document.body.classList.remove('pv-beside');
  dialog.remove();
  if (!back) return;
  const button = opener.isConnected ? opener : [...document.querySelectorAll('[data-preview-open]')].find((b) => b.dataset.previewOpen === url);
  button?.focus({ preventScroll: true });
  button?.scrollIntoView({ block: 'nearest' });
}

document.addEventListener('click', (e) => {
  const button = e.target.closest?.('[data-preview-open]');
  if (button) open(button);
});
addEventListener('online', () => { for (const viewer of viewers.values()) if (viewer.waits && onPage(viewer)) viewer.open(); });

let queued = false;
new MutationObserver(() => {
  if (queued) return;
  queued = true;
  queueMicrotask(() => { queued = false; place(); });
}).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-preview'] });
place();
