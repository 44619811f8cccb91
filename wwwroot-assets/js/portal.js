// What every page needs in the browser: theme, countdowns, focus. No third-party code, no traffic.
import './fill.js';
import './drafts-page.js';
import './workbook.js';
import './cells.js';
import './meeting.js';
import './scroll.js';

/** The reader's wish: 'light', 'dark' or 'device'. */
export function theme() {
  try { return localStorage.getItem('theme') ?? 'device'; } catch { return 'device'; }
}

/** Keeps the wish on this machine and shows it at once. */
export function setTheme(wish) {
  try { localStorage.setItem('theme', wish); } catch { /* private window: for this page only the device decides */ }
  document.dispatchEvent(new Event('portal:theme'));
  markTheme();
}

function markTheme() {
  for (const button of document.querySelectorAll('[data-set-theme]')) button.setAttribute('aria-pressed', String(button.dataset.setTheme === theme()));
}

// Countdown. CountdownText.cs says the same on the server; the words come with the element.
const clocks = new WeakMap();
const H = 3600;

/** Seconds left in words: days above 48 hours, hours below, seconds in the last ten minutes. */
export function leftInWords(seconds, words, bare) {
  const [left, late, days, hours, minutes, secs] = words.split('|');
  const gone = seconds <= 0, s = Math.abs(seconds);
  const day = Math.floor(s / 86400), hour = Math.floor(s / H), minute = Math.floor(s % H / 60);
  const span = s > 48 * H ? `${day} ${days} ${hour % 24} ${hours}`
    : s >= H ? `${hour} ${hours} ${minute} ${minutes}`
    : !gone && s < 600 ? `${minute} ${minutes} ${Math.floor(s % 60)} ${secs}`
    : `${minute} ${minutes}`;
  return gone ? `${late} ${span}` : bare ? span : `${left} ${span}`;
}

/** Brings every countdown on the page up to now. */
export function tick() {
  for (const el of document.querySelectorAll('[data-until]')) {
    let clock = clocks.get(el);
    if (clock?.told !== el.dataset.serverNow) clocks.set(el, clock = { told: el.dataset.serverNow, at: performance.now() });
    // The page's own monotonic clock: a wrong or changed clock of the machine does no harm.
    const left = (Number(el.dataset.until) - Number(clock.told) - (performance.now() - clock.at)) / 1000;
    const text = leftInWords(left, el.dataset.words, el.dataset.bare), state = left <= 0 ? 'late' : left <= 24 * H ? 'soon' : 'far';
    // The text node itself is changed: the renderer keeps its own hold on it.
    const node = el.querySelector('[data-left]')?.firstChild;
    if (node && node.nodeValue !== text) node.nodeValue = text;
    if (el.dataset.state !== state) el.dataset.state = state;
  }
}

/** Moves the focus to the heading of a new page, so that a screen reader starts there. */
export function focusHeading() {
  const target = document.querySelector('main [data-focus]') ?? document.querySelector('main h1');
  if (!target) return;
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/** Brings a field or heading into view and gives it the focus. */
export function goTo(id) {
  const target = document.getElementById(id);
  if (!target) return false;
  target.scrollIntoView({ block: 'center' });
  if (!target.matches('a[href],button,input,select,textarea,[tabindex]')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  return true;
}

function onClick(e) {
  const wish = e.target.closest?.('[data-set-theme]');
  if (wish) setTheme(wish.dataset.setTheme);
  const show = e.target.closest?.('[data-show-password]');
  if (show) {
    const field = document.getElementById(show.dataset.showPassword);
    const shown = field.type === 'text';
    field.type = shown ? 'password' : 'text';
    show.setAttribute('aria-pressed', String(!shown));
  }
  const picture = e.target.closest?.('[data-chart-picture]');
  if (picture) import('./chart-picture.js').then(m => m.save(picture), () => { picture.parentElement.querySelector('[role=status]').textContent = picture.dataset.chartPicture; });
  closeMenus(e.target);
  // With <base href="/"> a bare "#x" would lead to the home page.
  const link = e.target.closest?.('a[href^="#"]');
  if (link && !e.ctrlKey && !e.metaKey && !e.shiftKey && goTo(decodeURIComponent(link.getAttribute('href').slice(1)))) {
    e.preventDefault();
    e.stopPropagation();
  }
}

// Single keys: what carries data-key is pressed by that key; never while typing, in a dialog, with a modifier, or when switched off.
function onKey(e) {
  if (e.defaultPrevented || e.repeat || e.isComposing || e.ctrlKey || e.altKey || e.metaKey || e.key.length !== 1) return;
  if (e.target.closest?.('input,textarea,select,[contenteditable]') || document.querySelector('.mud-overlay')) return;
  try { if (localStorage.getItem('keys') === 'off') return; } catch { /* no memory: the keys work */ }
  const target = document.querySelector(`[data-key="${CSS.escape(e.key.toLowerCase())}"]:not([disabled])`);
  if (!target) return;
  e.preventDefault();
  target.click();
}

/** Closes the bar's menus, except the one that holds the target; a link inside it closes it too. */
export function closeMenus(target) {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!target || !menu.contains(target) || target.closest('a[href]')) menu.open = false;
  }
}

function onEscape(e) {
  if (e.key !== 'Escape') return;
  const menu = document.querySelector('details.menu[open]');
  if (!menu) return;
  const inside = menu.contains(document.activeElement);
  menu.open = false;
  if (inside) menu.querySelector('summary').focus();
}

let path = location.pathname, heading = null;

// A new page in place of the old one: another path, and then another heading.
function onChange() {
  tick();
  markTheme();
  if (location.pathname === path) return;
  const now = document.querySelector('main h1');
  if (!now || (now === heading.node && now.textContent === heading.text)) return;
  path = location.pathname;
  remember();
  closeMenus();
  // Whoever already stands in a field of the new page stays there.
  if (!document.querySelector('main')?.contains(document.activeElement)) focusHeading();
}

function remember() {
  const node = document.querySelector('main h1');
  heading = { node, text: node?.textContent };
}

let queued = false;
function start() {
  remember();
  tick();
  markTheme();
  document.querySelector('main [data-focus]')?.focus();
  setInterval(tick, 1000);
  document.addEventListener('click', onClick, true);
  document.addEventListener('keydown', onKey);
  document.addEventListener('keydown', onEscape);
  document.addEventListener('visibilitychange', tick);
  // Paper is white: charts are redrawn in the light theme while printing.
  addEventListener('beforeprint', () => { document.documentElement.dataset.theme = 'light'; });
  addEventListener('afterprint', () => { document.dispatchEvent(new Event('portal:theme')); });
  new MutationObserver(() => {
    if (queued) return;
    queued = true;
    requestAnimationFrame(() => { queued = false; onChange(); });
  }).observe(document.body, { childList: true, subtree: true });
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start); else start();
