// Documents of an item: what they are is saved while it is typed; files come through uploads.js.
// Events are taken at the document, so it works from the first paint and after the renderer has replaced the page. What is typed or on its
// way is kept here and put back into whatever panel stands on the page.
import { newKey } from './key.js';
import { choose, fill, finish, forget, jobs, listen, note as keepTyped, pause, resume, send } from './uploads.js';

const WAIT = 1200, RETRY = 5000, UNDO = 8000;
const typed = new Map();    // address of a document → Map(field → text) not yet acknowledged
const known = new Map();    // address of a document → { version, values } as the server said last
const timers = new Map();   // address of a document → timer of its next saving
const saving = new Set();
const resumed = new Set();  // panels that were asked whether this machine has something for them

const panelOf = (el) => el.closest('[data-evidence]');
const panelAt = (url) => [...document.querySelectorAll('[data-evidence][data-texts]')].find((p) => p.dataset.evidence === url);
const rowAt = (url) => [...document.querySelectorAll('[data-document]')].find((r) => r.dataset.document === url && !r.dataset.mine);
const wordsOf = (panel) => JSON.parse(panel.dataset.texts);
const tell = (panel, text) => { const el = panel?.querySelector('[data-told]'); if (el) el.textContent = text; };

/** What a refused or broken request says. */
async function refusal(response, words) {
  if (response.redirected || response.status === 401) return { text: words.SessionOver };
  try { return await response.json(); } catch { return { text: words.ServerError }; }
}

// ---- files

function arrived(job, answer) {
  job.document = answer.url;
  job.row.dataset.document = answer.url;
  job.row.dataset.link = `${job.url}/${answer.id}`;
  tell(panelAt(job.url), fill(job.words.Uploaded, answer.name));
  const row = rowAt(answer.url);
  if (!known.has(answer.url)) known.set(answer.url, { version: answer.version, values: { kind: answer.kind, number: '', issuedOn: '', issuer: '', summary: '', restricted: 'false' } });
  if (row) known.set(answer.url, { version: Number(row.dataset.version), values: valuesOf(row) }); // the same bytes were here already
  if (job.typed.size > 0) {
    typed.set(answer.url, new Map([...(typed.get(answer.url) ?? []), ...job.typed]));
    save(answer.url);
  }
  place();
}

// ---- descriptions

const valueOf = (el) => (el.type === 'checkbox' ? String(el.checked) : el.value);

/** What the server last gave for a row: the renderer's own, or the answer to our own saving when that is newer. */
function valuesOf(row) {
  const own = known.get(row.dataset.document), version = Number(row.dataset.version);
  if (own && (row.dataset.mine || own.version > version)) return own.values;
  const values = { kind: row.querySelector('[data-doc-form] fieldset')?.dataset.value };
  for (const el of row.querySelectorAll('[data-doc-field][data-value], input[data-doc-field]:not([type=radio]), textarea[data-doc-field]')) values[el.dataset.docField] = el.dataset.value ?? '';
  return values;
}

function show(row) {
  if (!row.querySelector('[data-doc-form]')) return;
  const url = row.dataset.document, changed = typed.get(url), values = valuesOf(row);
  for (const el of row.querySelectorAll('[data-doc-field]')) {
    const wanted = changed?.get(el.dataset.docField) ?? values[el.dataset.docField] ?? '';
    if (el.type === 'radio') { if (el.checked !== (el.value === wanted)) el.checked = el.value === wanted; }
    else if (el.type === 'checkbox') { if (el.checked !== (wanted === 'true')) el.checked = wanted === 'true'; }
    else if (el.value !== wanted) el.value = wanted;
  }
}

function keep(el) {
  const row = el.closest('li'), job = jobs.find((j) => j.row === row);
  const changed = job && job.state !== 'done' ? job.typed : typed.get(row.dataset.document) ?? typed.set(row.dataset.document, new Map()).get(row.dataset.document);
  changed.set(el.dataset.docField, valueOf(el));
  if (changed === job?.typed) keepTyped(job);
  if (row.dataset.document) plan(row.dataset.document, el.type === 'radio' || el.type === 'checkbox' ? 0 : WAIT);
}

/** Takes over what the first page says, where the person wants it. */
function use(row, buttons) {
  for (const button of buttons) {
    const el = row.querySelector(`[data-doc-field="${button.dataset.use}"]`);
    el.value = button.dataset.text;
    keep(el);
  }
  save(row.dataset.document);
  row.querySelector(`[data-doc-field="${buttons[0].dataset.use}"]`).focus();
}

function plan(url, wait) {
  clearTimeout(timers.get(url));
  timers.set(url, setTimeout(() => save(url), wait));
}

async function save(url) {
  const row = rowAt(url) ?? jobs.find((j) => j.document === url)?.row, changed = typed.get(url);
  clearTimeout(timers.get(url));
  if (!row || !changed?.size || saving.has(url)) return;
  const words = wordsOf(panelOf(row)), note = (name, text) => { for (const el of [rowAt(url), row]) if (el?.querySelector(`[data-${name}]`)) el.querySelector(`[data-${name}]`).textContent = text; };
  const own = known.get(url), version = Math.max(own?.version ?? 0, row.dataset.mine ? 0 : Number(row.dataset.version));
  const sent = new Map(changed), values = { ...valuesOf(row), ...Object.fromEntries(sent) };
  saving.add(url);
  note('doc-save', words.Saving);
  try {
    const response = await fetch(url, { method: 'PATCH', headers: { 'Content-Type': 'application/json', 'X-Key': newKey() }, body: JSON.stringify({ ...values, restricted: values.restricted === 'true', version }), keepalive: true });
    for (const el of row.querySelectorAll('[data-doc-field]')) { el.removeAttribute('aria-invalid'); el.removeAttribute('aria-describedby'); }
    if (response.status === 200 && !response.redirected) {
      const answer = await response.json();
      known.set(url, { version: answer.version, values });
      for (const [field, text] of sent) if (changed.get(field) === text) changed.delete(field);
      note('error', '');
      note('doc-save', words.Saved);
      if (changed.size) plan(url, WAIT);
    } else {
      const problem = await refusal(response, words);
      note('doc-save', '');
      note('error', problem.code === 'StalePage' ? words.Stale : problem.text);
      if (problem.field) for (const el of row.querySelectorAll(`[data-doc-field="${problem.field}"]`)) { el.setAttribute('aria-invalid', 'true'); el.setAttribute('aria-describedby', row.querySelector('[data-error]').id); }
      if (response.status >= 500) plan(url, RETRY);
    }
  } catch {
    note('doc-save', words.NotSaved);
    plan(url, RETRY);
  } finally {
    saving.delete(url);
    place();
  }
}

// ---- on and off an item

async function link(url, method, words, onError) {
  try {
    const response = await fetch(url, { method, headers: { 'X-Key': newKey() } });
    if (response.ok && !response.redirected) return true;
    onError((await refusal(response, words)).text);
  } catch {
    onError(words.NoNetwork);
  }
  return false;
}

async function takeOff(row, button) {
  const panel = panelOf(row), words = wordsOf(panel), name = row.dataset.name, linkUrl = row.dataset.link, url = panel.dataset.evidence, job = jobs.find((j) => j.row === row);
  button.disabled = true;
  const gone = await link(linkUrl, 'DELETE', words, (text) => { button.disabled = false; const error = row.querySelector('[data-error]'); if (error) error.textContent = text; });
  if (!gone) return;
  if (job) forget(job);
  const left = { url, words, row: document.createElement('li'), link: linkUrl };
  left.row.innerHTML = '<div class="f"><div role="status"></div><button type="button" class="btn s sm" data-undo></button></div><p class="emsg" role="alert" data-error></p>';
  left.row.querySelector('div div').textContent = fill(words.TakenOff, name);
  left.row.querySelector('button').textContent = words.Undo;
  left.timer = setTimeout(() => forget(left), UNDO);
  jobs.push(left);
  place();
  left.row.querySelector('button').focus();
}

async function undo(row) {
  const job = jobs.find((j) => j.row === row);
  clearTimeout(job.timer);
  if (await link(job.link, 'PUT', job.words, (text) => { row.querySelector('[data-error]').textContent = text; })) forget(job);
}

// ---- the page

/** Puts our rows into the panels that stand on the page, lets go of those that the server's own row has replaced, and shows what was typed. */
function place() {
  for (const job of [...jobs]) {
    const panel = panelAt(job.url), list = panel?.querySelector('[data-uploads]');
    const row = job.state === 'done' ? rowAt(job.document) : null;
    if (row && panel?.contains(row)) {
      const at = document.activeElement, field = job.row.contains(at) ? at.dataset?.field : null;
      const from = field && 'selectionStart' in at ? at.selectionStart : null;
      forget(job);
      show(row);
      const target = field && row.querySelector(`[data-doc-field="${field}"]`);
      target?.focus();
      if (target && from !== null) target.setSelectionRange?.(from, from);
    } else if (list && job.row.parentElement !== list) list.append(job.row);
  }
  for (const panel of document.querySelectorAll('[data-evidence][data-texts]')) if (!resumed.has(panel.dataset.evidence)) { resumed.add(panel.dataset.evidence); resume(panel); }
  for (const row of document.querySelectorAll('[data-document]')) if (!row.contains(document.activeElement) || typed.has(row.dataset.document)) show(row);
}

function onClick(e) {
  const button = e.target.closest?.('button'), row = button?.closest('li');
  if (!button || !panelOf(button)) return;
  const job = jobs.find((j) => j.row === row);
  if (button.matches('[data-drop-row]')) {
    if (job.state === 'done') takeOff(row, button);
    else forget(job);
  } else if (button.matches('[data-retry]')) send(job);
  else if (button.matches('[data-pause]')) pause(job).then(() => row.querySelector('[data-retry]').focus());
  else if (button.matches('[data-not-secret]')) finish(job, true);
else if (button.matches('[data-remove]')) takeOff(row, button);
  else if (button.matches('[data-use]')) use(row, [button]);
  else if (button.matches('[data-use-all]')) use(row, row.querySelectorAll('[data-use]'));
  else if (button.matches('[data-undo]')) undo(row);
  else if (button.matches('[data-share]')) {
    button.disabled = true;
    link(button.dataset.share, 'PUT', wordsOf(panelOf(button)), (text) => { button.closest('details').querySelector('[data-error]').textContent = text; }).then(() => { button.disabled = false; });
  }
}

const carriesFiles = (e) => e.dataTransfer?.types.includes('Files');

document.addEventListener('click', onClick);
document.addEventListener('change', (e) => {
  const panel = e.target.matches?.('[data-files]') && panelOf(e.target);
  if (panel) { choose(panel, [...e.target.files]); e.target.value = ''; }
  else if (e.target.matches?.('[data-evidence] [data-doc-field]')) { keep(e.target); const url = e.target.closest('li').dataset.document; if (url) save(url); }
});
document.addEventListener('input', (e) => { if (e.target.matches?.('[data-evidence] [data-doc-field]')) keep(e.target); });
document.addEventListener('paste', (e) => {
  const files = [...(e.clipboardData?.files ?? [])], panel = panelOf(e.target) ?? document.querySelector('[data-evidence][data-texts]');
  if (files.length && panel?.dataset.texts) { e.preventDefault(); choose(panel, files); }
});
for (const type of ['dragover', 'dragleave', 'drop']) {
  document.addEventListener(type, (e) => {
    const panel = carriesFiles(e) && e.target.closest?.('[data-evidence][data-texts]');
    if (!panel) return;
    e.preventDefault(); // else the browser opens the file in place of the page
    panel.querySelector('[data-drop]')?.classList.toggle('over', type === 'dragover');
    if (type === 'drop') choose(panel, [...e.dataTransfer.files]);
  });
}
for (const type of ['online', 'focus']) addEventListener(type, () => { for (const url of typed.keys()) save(url); });
listen({ arrived, place });

// What was typed before this script was here.
for (const el of document.querySelectorAll('[data-document] [data-doc-field]')) if (el.type === 'radio' || el.type === 'checkbox' ? el.checked && !el.defaultChecked : el.value !== el.defaultValue) keep(el);

let queued = false;
new MutationObserver(() => {
  if (queued) return;
  queued = true;
  queueMicrotask(() => { queued = false; place(); });
}).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-value', 'data-version'] });
