// What is said about an item: typed, kept, sent. CommentPanel.razor draws what was said; here is only the box. What is typed stays here until
// the server has taken it, and is put back into whatever box stands on the page: the renderer may replace the page at any time. The machine keeps
// it too, so that it comes back after a reload.
import * as drafts from './drafts.js';
import { newKey } from './key.js';

const boxes = new Map();    // address → { text, key, keyOf, sending, error, told, at: [start, end] while it has the focus, el }
const presses = new Map();  // address of a resolving → its one-time key, until it had its answer

const panelOf = (el) => el.closest('[data-talk]');
const panels = () => document.querySelectorAll('[data-talk][data-texts]');
const wordsOf = (panel) => JSON.parse(panel.dataset.texts);
const boxOf = (url) => boxes.get(url) ?? boxes.set(url, { text: '', error: '', told: '' }).get(url);


/** Posts; null when it was taken, else what to say. */
async function post(url, key, body, words) {
  try {
    const response = await fetch(url, { method: 'POST', headers: { 'X-Key': key, ...(body ? { 'Content-Type': 'application/json' } : {}) }, body: body && JSON.stringify(body) });
    if (response.ok && !response.redirected) return null;
    if (response.redirected || response.status === 401) return { text: words.SessionOver };
    try { return { text: (await response.json()).text, final: response.status < 500 }; } catch { return { text: words.ServerError }; }
  } catch {
    return { text: words.NoNetwork };
  }
}

async function send(panel) {
  const url = panel.dataset.talk, words = wordsOf(panel), box = boxOf(url), text = box.text;
  if (box.sending) return;
  if (!text.trim()) { say(url, { error: words.Blank, told: '' }); panel.querySelector('[data-talk-text]').focus(); return; }
  // The same words sent again after a cut are the same press; other words are another.
  if (box.keyOf !== text) Object.assign(box, { key: newKey(), keyOf: text });
  say(url, { sending: true, error: '', told: words.Sending });
  const problem = await post(url, box.key, { text }, words);
  if (!problem || problem.final) box.keyOf = null;
  if (!problem && box.text === text) {
    box.text = '';
    box.el = null;
    drafts.drop(draftOf(url, panel));
    await drafts.settle().catch(() => {}); // else it would come back to somebody who leaves at once
  }
  say(url, { sending: false, error: problem?.text ?? '', told: problem ? '' : words.Sent });
}

async function resolve(button) {
  const panel = panelOf(button), url = panel.dataset.talk, words = wordsOf(panel), at = button.dataset.talkResolve;
  if (!presses.has(at)) presses.set(at, newKey());
  button.disabled = true;
  say(url, { error: '', told: words.Resolving });
  const problem = await post(at, presses.get(at), null, words);
  if (!problem || problem.final) presses.delete(at);
  if (problem) button.disabled = false;
  else if (document.activeElement === button || document.activeElement === document.body) panel.querySelector('[data-talk-text]')?.focus({ preventScroll: true }); // the button goes
  say(url, { error: problem?.text ?? '', told: problem ? '' : words.ResolvedNow });
}

/** The text as the machine keeps it: one per item and person. */
const draftOf = (url, panel) => ({ form: { address: url }, path: wordsOf(panel).Label, value: boxOf(url).text, version: 0 });

/** What the machine kept of a text that was never sent, unless something is typed already. */
async function bringBack(url, panel) {
  const kept = (await drafts.list(url).catch(() => [])).find((d) => d.value && !d.unreadable);
  if (kept && !boxOf(url).text) say(url, { text: kept.value, el: null, told: wordsOf(panel).Kept });
}

function say(url, what) {
  Object.assign(boxOf(url), what);
  place();
}

function put(el, text) {
  if (el && el.textContent !== text) el.textContent = text;
}

/** Shows in every box on the page what is kept of it. */
function place() {
  for (const panel of panels()) {
    if (!boxes.has(panel.dataset.talk)) { boxOf(panel.dataset.talk); bringBack(panel.dataset.talk, panel); }
    const box = boxes.get(panel.dataset.talk), area = panel.querySelector('[data-talk-text]');
    if (!box || !area) continue;
    if (box.el !== area) {
      box.el = area;
      if (area.value !== box.text) area.value = box.text;
    }
    // The renderer puts the new box in before it takes the old one off.
    if (box.at && (document.activeElement === document.body || !document.activeElement)) {
      const at = box.at;
      area.focus({ preventScroll: true });
      area.setSelectionRange(...at);
    }
    const button = panel.querySelector('[data-talk-send]');
    if (button.disabled !== !!box.sending) button.disabled = !!box.sending;
    if (box.error) area.setAttribute('aria-invalid', 'true'); else area.removeAttribute('aria-invalid');
    put(panel.querySelector('[data-talk-error]'), box.error);
    put(panel.querySelector('[data-talk-told]'), box.told);
  }
}

const areaOf = (e) => (e.target.matches?.('[data-talk] [data-talk-text]') ? e.target : null);

function keep(area) {
  const box = boxOf(panelOf(area).dataset.talk);
  Object.assign(box, { text: area.value, el: area, told: '', error: '' });
  const draft = draftOf(panelOf(area).dataset.talk, panelOf(area));
  if (draft.value.trim()) drafts.keep(draft); else drafts.drop(draft);
  mark(area);
  place();
}

/** Remembers where the cursor stands. */
function mark(area) {
  boxOf(panelOf(area).dataset.talk).at = [area.selectionStart, area.selectionEnd];
}

document.addEventListener('input', (e) => { const area = areaOf(e); if (area) keep(area); });
document.addEventListener('focusin', (e) => { const area = areaOf(e); if (area) mark(area); });
document.addEventListener('selectionchange', () => { if (document.activeElement?.matches('[data-talk] [data-talk-text]')) mark(document.activeElement); });
// The box that is left by the person forgets the cursor; the box that is taken off the page by the renderer does not.
document.addEventListener('focusout', (e) => { const area = areaOf(e); if (area) setTimeout(() => { if (area.isConnected && document.activeElement !== area) boxOf(panelOf(area).dataset.talk).at = null; }); });
document.addEventListener('keydown', (e) => {
  const area = areaOf(e);
  if (area && e.key === 'Enter' && (e.ctrlKey || e.metaKey) && !e.isComposing) { e.preventDefault(); send(panelOf(area)); }
});
document.addEventListener('click', (e) => {
  const button = e.target.closest?.('[data-talk-send],[data-talk-resolve]');
  if (!button || !panelOf(button)?.dataset.texts) return;
  if (button.matches('[data-talk-send]')) send(panelOf(button)); else resolve(button);
});
addEventListener('beforeunload', (e) => { if (drafts.why && [...boxes.values()].some((b) => b.text.trim())) e.preventDefault(); });

// What was typed before this script was here.
for (const area of document.querySelectorAll('[data-talk] [data-talk-text]')) if (area.value) keep(area);

place();
let queued = false;
new MutationObserver(() => {
  if (queued) return;
  queued = true;
  queueMicrotask(() => { queued = false; place(); });
}).observe(document.documentElement, { childList: true, subtree: true });
