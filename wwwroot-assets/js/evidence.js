// Documents of an item: files go up over plain HTTP with their progress, descriptions are saved while they are typed. No third-party code.
// Events are taken at the document, so it works from the first paint and after the renderer has replaced the page. What is typed or on its
// way is kept here and put back into whatever panel stands on the page.
import { makeRow, part, progress } from './evidence-row.js';
import { newKey } from './key.js';

const WAIT = 1200, RETRY = 5000, UNDO = 8000;
const jobs = [];            // files on their way, failed, or just taken off: { panel, row, ... }
const typed = new Map();    // address of a document → Map(field → text) not yet acknowledged
const known = new Map();    // address of a document → { version, values } as the server said last
const timers = new Map();   // address of a document → timer of its next saving
const saving = new Set();

const fill = (text, ...args) => text.replace(/\{(\d)\}/g, (_, k) => args[k]);
const megabytes = (bytes) => (bytes / 1048576).toLocaleString('vi-VN', { maximumFractionDigits: 1 });
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

function choose(panel, files) {
  const words = wordsOf(panel), most = Number(panel.dataset.maxFiles);
  for (const file of files) {
    const job = { url: panel.dataset.evidence, file, words, key: newKey(), typed: new Map(), row: null };
    job.row = makeRow(job, words);
    jobs.push(job);
    place();
    const here = Number(panel.dataset.count) + jobs.filter((j) => j.url === job.url && j.file && !j.failed && !(j.done && rowAt(j.document))).length;
    const text = file.size === 0 ? fill(words.Empty, file.name)
      : file.size > Number(panel.dataset.maxMegabytes) * 1048576 ? fill(words.TooBig, megabytes(file.size), panel.dataset.maxMegabytes)
      : !panel.dataset.accept.split(',').some((end) => file.name.toLowerCase().endsWith(end.trim())) ? fill(words.WrongKind, file.name, panel.dataset.kinds)
      : here > most ? fill(words.TooMany, most) : null;
    if (text) fail(job, text, false);
    else send(job);
  }
}

function send(job) {
  const { words } = job, request = new XMLHttpRequest(), begun = performance.now();
  Object.assign(job, { request, failed: false });
  job.row.dataset.state = 'going';
  request.open('POST', job.url);
  request.setRequestHeader('X-File-Name', encodeURIComponent(job.file.name));
  request.setRequestHeader('X-Key', job.key);
  request.upload.onprogress = (e) => {
    const seconds = (performance.now() - begun) / 1000, left = Math.ceil((e.total - e.loaded) / (e.loaded / seconds)), share = Math.floor(100 * e.loaded / e.total);
    const rest = e.loaded === e.total ? ` · ${words.Checking}`
      : seconds > 1 ? ` · ${fill(words.Left, left >= 60 ? fill(words.Minutes, Math.ceil(left / 60)) : fill(words.Seconds, left))}` : '';
    progress(job.row, share, fill(words.Uploading, share, megabytes(e.loaded), megabytes(e.total)) + rest);
  };
  request.onerror = () => fail(job, words.NoNetwork, true);
  request.onload = () => {
    const type = request.getResponseHeader('Content-Type') ?? '';
    const answer = type.includes('json') ? JSON.parse(request.responseText) : null;
    if (request.status === 200 && answer) arrived(job, answer);
    else if (request.status === 401 || (request.responseURL && !request.responseURL.endsWith(job.url))) fail(job, words.SignedOut, true);
    else fail(job, answer?.text ?? words.ServerError, request.status >= 500 || request.status === 0);
  };
  request.send(job.file);
}

function fail(job, text, again) {
  job.failed = true;
  job.row.dataset.state = 'failed';
  part(job.row, 'retry').hidden = !again;
  part(job.row, 'drop').textContent = job.words.Dismiss;
  part(job.row, 'error').textContent = text;
}

function arrived(job, answer) {
  Object.assign(job, { done: true, document: answer.url });
  job.row.dataset.state = 'done';
  job.row.dataset.document = answer.url;
  job.row.dataset.link = `${job.url}/${answer.id}`;
  progress(job.row, 100, fill(job.words.Uploaded, answer.name));
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

function forget(job) {
  clearTimeout(job.timer);
  jobs.splice(jobs.indexOf(job), 1);
  job.row.remove();
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
  const changed = job && !job.done ? job.typed : typed.get(row.dataset.document) ?? typed.set(row.dataset.document, new Map()).get(row.dataset.document);
  changed.set(el.dataset.docField, valueOf(el));
  if (row.dataset.document) plan(row.dataset.document, el.type === 'radio' || el.type === 'checkbox' ? 0 : WAIT);
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
    const row = job.done ? rowAt(job.document) : null;
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
  for (const row of document.querySelectorAll('[data-document]')) if (!row.contains(document.activeElement) || typed.has(row.dataset.document)) show(row);
}

function onClick(e) {
  const button = e.target.closest?.('button'), row = button?.closest('li');
  if (!button || !panelOf(button)) return;
  const job = jobs.find((j) => j.row === row);
  if (button.matches('[data-drop-row]')) {
    if (job.done) takeOff(row, button);
    else { job.request?.abort(); forget(job); }
  } else if (button.matches('[data-retry]')) {
    part(row, 'error').textContent = '';
    part(row, 'drop').textContent = job.words.Cancel;
    button.hidden = true;
    send(job);
  } else if (button.matches('[data-remove]')) takeOff(row, button);
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
addEventListener('beforeunload', (e) => { if (jobs.some((j) => j.request && !j.done && !j.failed)) e.preventDefault(); });

// What was typed before this script was here.
for (const el of document.querySelectorAll('[data-document] [data-doc-field]')) if (el.type === 'radio' || el.type === 'checkbox' ? el.checked && !el.defaultChecked : el.value !== el.defaultValue) keep(el);

let queued = false;
new MutationObserver(() => {
  if (queued) return;
  queued = true;
  queueMicrotask(() => { queued = false; place(); });
}).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-value', 'data-version'] });
