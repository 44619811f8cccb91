// What is typed into a form leaves the browser here, field by field, by fetch. No circuit is needed: it works from the first paint on, survives that the
// renderer puts new elements in place of the first ones, and only the server's answer may say "saved". Words come with the elements.
const PAUSE = 1000, LATEST = 5000, UNSURE = 3000, BACKOFF = [1000, 2000, 4000, 8000, 15000, 30000];
const forms = new Map(); // address -> Map(path -> field)
const state = { saved: null, offlineSince: null, trouble: null, ahead: 0 }; // ahead: the server's clock against this machine's
const number = new Intl.NumberFormat('vi-VN');
let held = null; // { address, path, from, to }: where the cursor was
let missed = ''; // what was typed while the renderer had taken the field away
let leaving = false;

const key = () => globalThis.crypto.randomUUID?.() ?? '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, c => (c ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> c / 4).toString(16));
const rootOf = el => el.closest('[data-form]');
const find = (f, what) => f.root()?.querySelector(`[data-${what}="${CSS.escape(f.path)}"]`);
// Nobody chose to be there: the page itself, or the heading that a new page focuses.
const nowhere = () => !document.activeElement || document.activeElement === document.body || document.activeElement.matches('h1');
const inputs = f => [...(f.root()?.querySelectorAll(`[data-field="${CSS.escape(f.path)}"]`) ?? [])];

function read(f) {
  const [el] = inputs(f);
  return el?.type === 'radio' ? inputs(f).find(r => r.checked)?.value ?? '' : el?.value ?? f.value;
}

function write(f, value) {
  for (const el of inputs(f)) {
    if (el.type === 'radio') el.checked = el.value === value;
    else if (el.value !== value) el.value = value;
  }
  count(f);
}

function fieldOf(el) {
  const root = rootOf(el), address = root.dataset.form, path = el.dataset.field;
  let form = forms.get(address);
  if (!form) forms.set(address, form = new Map());
  let f = form.get(path);
  if (!f) {
    form.set(path, f = { address, path, version: Number(el.dataset.version), dirty: false, pending: null, error: null, conflict: null, stopped: false, tries: 0,
      root: () => document.querySelector(`[data-form="${CSS.escape(address)}"]`) });
    f.value = read(f);
  }
  return f;
}

// Elements come and go: the prerendered ones, the circuit's, those of a page one comes back to. What was typed stays here.
const known = new WeakSet();
function adopt(first) {
  for (const el of document.querySelectorAll('[data-form] [data-field]')) {
    if (known.has(el)) continue;
    known.add(el);
    const f = fieldOf(el), version = Number(el.dataset.version);
    // Typed before this script ran.
    if (first && el.defaultValue !== undefined && el.type !== 'radio' && el.value !== el.defaultValue) { f.value = el.value; changed(f); }
    if (f.dirty || f.pending || f.error || f.conflict) write(f, f.value);
    else if (version < f.version) write(f, f.shown ?? f.value);
    else if (version > f.version) { f.version = version; f.value = read(f); f.shown = undefined; }
    show(f);
    if (held?.path === f.path && held.address === f.address && !held.el.isConnected && nowhere()) {
      el.focus({ preventScroll: true });
      if (held.from !== null) try { el.setSelectionRange(held.from, held.to); } catch { /* a kind without a cursor */ }
      held.el = el;
      if (missed && el.setRangeText && held.from !== null) { el.setRangeText(missed, el.selectionStart, el.selectionEnd, 'end'); el.dispatchEvent(new Event('input', { bubbles: true })); }
      missed = '';
    }
  }
  jump();
  paint();
}

// An address with #field leads to the field as soon as it is there.
let jumped = null;
function jump() {
  if (!location.hash || jumped === location.href) return;
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  jumped = location.href;
  target.scrollIntoView({ block: 'center' });
  if (!target.matches('a[href],button,input,select,textarea,[tabindex]')) target.tabIndex = -1;
  // A new page puts the focus on its heading, a little later than its fields appear.
  for (const wait of [0, 150, 500]) setTimeout(() => { if (target.isConnected && nowhere()) target.focus({ preventScroll: true }); }, wait);
}

function changed(f, at = PAUSE) {
  f.dirty = true;
  f.stopped = false;
  f.since ??= performance.now();
  clearTimeout(f.timer);
  f.timer = setTimeout(() => send(f), Math.max(0, Math.min(at, f.since + LATEST - performance.now())));
  f.unsure ??= setTimeout(() => inputs(f).forEach(el => el.classList.add('kept')), UNSURE);
  paint();
}

async function send(f) {
  clearTimeout(f.timer);
  if (f.sending || f.conflict || (!f.dirty && !f.pending)) return;
  // A patch is repeated word for word under its own key until it is answered: one that arrived although its answer was lost is not applied twice.
  if (!f.pending) {
    f.pending = { path: f.path, value: f.value, version: f.version, key: key() };
    f.dirty = false;
  }
  f.sending = true;
  paint();
  let answer;
  try {
    const body = JSON.stringify(f.pending);
    answer = await fetch(f.address, { method: 'PATCH', headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body, redirect: 'manual', keepalive: leaving && body.length < 60000 });
  } catch {
    answer = null;
  }
  const json = answer?.headers.get('content-type')?.includes('json') ? await answer.json().catch(() => null) : null;
  f.sending = false;
  settle(f, answer, json);
  paint();
}

function settle(f, answer, json) {
  const words = f.root()?.dataset ?? {}, sent = f.pending.value;
  if (answer?.status === 200 && json) {
    Object.assign(f, { version: json.version, pending: null, error: null, tries: 0, shown: json.shown });
    state.saved = json.time;
    state.ahead = json.at - Date.now();
    state.trouble = state.offlineSince = null;
    if (f.dirty) return changed(f, 0);
    done(f);
    if (f.value === sent && !inputs(f).includes(document.activeElement)) dress(f);
    return show(f);
  }
  if (answer && [409, 422].includes(answer.status) && json) {
    f.pending = null;
    f.tries = 0;
    state.trouble = state.offlineSince = null;
    if (json.other) f.conflict = { ...json.other, text: json.text };
    else f.error = json.text;
    f.stopped = true;
    done(f);
    show(f);
    return f.dirty && !f.conflict ? changed(f, PAUSE) : undefined;
  }
  if (answer && answer.status >= 400 && answer.status < 500 && ![401, 408, 429].includes(answer.status)) {
    Object.assign(f, { pending: null, stopped: true, error: answer.status === 413 ? words.tooLarge : json?.text ?? words.notAllowed });
    return show(f);
  }
  const signedOut = answer && (answer.status === 401 || answer.type === 'opaqueredirect');
  state.trouble = signedOut ? 'signedOut' : answer ? 'failed' : 'offline';
  if (!answer) state.offlineSince ??= clock();
  f.timer = setTimeout(() => send(f), signedOut ? 15000 : BACKOFF[Math.min(f.tries++, BACKOFF.length - 1)]);
}

function done(f) {
  clearTimeout(f.unsure);
  f.since = f.unsure = undefined;
  inputs(f).forEach(el => el.classList.remove('kept'));
}

// 1234,5 becomes 1.234,5 once one has left the field.
function dress(f) {
  const [el] = inputs(f);
  if (!el || el.matches('select, textarea, [type=radio]') || f.shown === undefined || f.dirty || f.pending || f.error) return;
  f.value = f.shown;
  write(f, f.shown);
}

function show(f) {
  const line = find(f, 'error-for');
  if (line) {
    line.querySelector('[data-error-text]').textContent = f.error ?? '';
    line.hidden = !f.error;
  }
  for (const el of inputs(f)) {
    el.classList.toggle('err', Boolean(f.error));
    if (f.error) el.setAttribute('aria-invalid', 'true'); else el.removeAttribute('aria-invalid');
  }
  const box = find(f, 'conflict-for'), words = f.root()?.dataset;
  if (!box) return;
  box.hidden = !f.conflict;
  box.replaceChildren();
  if (!f.conflict) return;
  const quote = document.createElement('blockquote');
  quote.textContent = f.conflict.shown || words.conflictEmpty;
  const said = document.createElement('p');
  said.setAttribute('role', 'alert');
  said.textContent = words.conflictBy.replace('{0}', f.conflict.by).replace('{1}', f.conflict.time);
  box.append(said, quote, choice(f, words.keepMine, 'mine'), choice(f, words.keepTheirs, 'theirs'));
}

function choice(f, text, whose) {
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn s sm', textContent: text });
  button.addEventListener('click', () => {
    const other = f.conflict;
    Object.assign(f, { conflict: null, version: other.version, error: null });
    if (whose === 'mine') { f.value = read(f); changed(f, 0); } else { take(f, other.shown); f.dirty = false; done(f); }
    show(f);
    paint();
    inputs(f)[0]?.focus();
  });
  return button;
}

// A choice is shown by its words and kept by its code.
const coded = f => inputs(f)[0]?.tagName === 'SELECT' ? [...inputs(f)[0].options] : [];
function take(f, shown) {
  const radio = inputs(f).find(r => r.type === 'radio' && r.closest('label')?.textContent.trim().startsWith(shown));
  f.value = coded(f).find(o => o.text === shown)?.value ?? radio?.value ?? shown;
  f.shown = undefined;
  write(f, f.value);
}

function count(f) {
  const el = find(f, 'count-for');
  if (!el) return;
  const text = el.dataset.countText.replace('{0}', number.format([...read(f).normalize('NFC').trim()].length)).replace('{1}', number.format(Number(el.dataset.countLimit)));
  if (el.firstChild) el.firstChild.nodeValue = text;
}

const all = () => [...forms.values()].flatMap(form => [...form.values()]);
const clock = () => new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(Date.now() + state.ahead));

function paint() {
  const el = document.querySelector('[data-save]');
  if (!el) return;
  const fields = all(), words = document.querySelector('[data-form]')?.dataset ?? {}, waiting = fields.some(f => f.pending || (f.dirty && !f.stopped && !f.conflict));
  const [name, text] = waiting && state.trouble === 'offline' ? ['offline', el.dataset.offline.replace('{0}', state.offlineSince)]
    : waiting && state.trouble ? ['failed', state.trouble === 'signedOut' ? words.signedOut ?? el.dataset.failed : el.dataset.failed]
    : waiting ? ['saving', el.dataset.saving]
    : fields.some(f => f.error || f.conflict) ? ['failed', words.refused ?? el.dataset.failed]
    : state.saved ? ['saved', el.dataset.saved.replace('{0}', state.saved)] : ['idle', el.dataset.idle];
  if (el.dataset.state !== name) el.dataset.state = name;
  const said = el.querySelector('[data-save-text]');
  if (said && said.textContent !== text) said.textContent = text;
}

function flush() { for (const f of all()) if ((f.dirty && !f.stopped) || f.pending) send(f); }

const target = e => e.target instanceof Element && e.target.matches('[data-field]') && rootOf(e.target) ? e.target : null;
function cursor(el) { held = { el, address: rootOf(el).dataset.form, path: el.dataset.field, from: el.selectionStart ?? null, to: el.selectionEnd ?? null }; }

document.addEventListener('input', e => {
  const el = target(e);
  if (!el) return;
  const f = fieldOf(el);
  f.value = read(f);
  if (f.error) { f.error = null; show(f); }
  count(f);
  cursor(el);
  changed(f, el.matches('select, [type=radio]') ? 0 : PAUSE);
});
document.addEventListener('focusin', e => { const el = target(e); if (el) cursor(el); });
document.addEventListener('focusout', e => {
  const el = target(e);
  if (!el || !el.isConnected) return;
  // Left by the person, or taken away by the renderer, who puts a new one in its place at once?
  setTimeout(() => { if (el.isConnected && held?.el === el && document.activeElement !== el) held = null; });
  const f = fieldOf(el);
  if (f.dirty && !f.stopped) send(f); else dress(f);
});
document.addEventListener('keydown', e => {
  if ((e.ctrlKey || e.metaKey) && e.key === 's' && document.querySelector('[data-form]')) { e.preventDefault(); flush(); }
});
document.addEventListener('keydown', e => {
  if (!held || held.el.isConnected || !nowhere() || e.ctrlKey || e.altKey || e.metaKey) return;
  if (e.key.length === 1) missed += e.key; else if (e.key === 'Backspace') missed = missed.slice(0, -1);
});
addEventListener('online', flush);
addEventListener('pagehide', () => { leaving = true; flush(); });
addEventListener('pageshow', () => { leaving = false; });
addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') flush(); });
addEventListener('beforeunload', e => { if (all().some(f => f.dirty || f.pending || f.error || f.conflict)) { flush(); e.preventDefault(); } });

let queued = false;
function start() {
  if (document.activeElement?.matches('[data-form] [data-field]')) cursor(document.activeElement);
  adopt(true);
  new MutationObserver(() => {
    if (queued) return;
    queued = true;
    queueMicrotask(() => { queued = false; adopt(false); });
  }).observe(document.body, { childList: true, subtree: true });
}
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start); else start();
