// The row of a file on its way: the same look as the server's rows, made here because it must stand at once.

const make = (tag, css, set = {}) => Object.assign(document.createElement(tag), { className: css ?? '' }, set);
const sheet = '<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="M6 3.5h8l4.5 4.5v12.5H6z"/><path d="M14 3.5V8h4.5M9 12.5h6M9 16h6"/></svg>';
let count = 0;

/** A named part of a row: bar, line, error, retry, drop. */
export const part = (row, name) => row.querySelector(`[data-part="${name}"]`);

/** Moves the bar and says how far it is. */
export function progress(row, share, text) {
  const bar = part(row, 'bar');
  bar.setAttribute('aria-valuenow', String(share));
  bar.firstElementChild.style.width = `${share}%`;
  part(row, 'line').textContent = text;
}

/** Which buttons stand and how the row looks in a state: waiting, preparing, going, offline, paused, checking, asking, failed, done. */
export function stand(row, state, words) {
  row.dataset.state = state;
  part(row, 'pause').hidden = !['waiting', 'preparing', 'going', 'offline'].includes(state);
  part(row, 'retry').hidden = state !== 'paused';
  part(row, 'retry').textContent = state === 'paused' ? words.Resume : words.Retry;
  part(row, 'confirm').hidden = state !== 'asking';
  part(row, 'drop').textContent = state === 'failed' ? words.Dismiss : words.Cancel;
}

function field(words, name, label, css, hint) {
  const box = make('div', css), text = make('label', null, { textContent: label }), input = make(name === 'summary' ? 'textarea' : 'input', 'in', { id: `up${count}-${name}`, maxLength: name === 'issuedOn' ? 20 : 500, autocomplete: 'off' });
  text.htmlFor = input.id;
  if (hint) text.append(' ', make('span', 'hint', { textContent: hint }));
  if (name === 'summary') { input.rows = 1; text.replaceChildren(make('span', 'of', { textContent: words.Summary }), make('span', 'ot', { textContent: words.Description })); }
  input.dataset.docField = name;
  box.append(text, input);
  return box;
}

function kinds(words, picture) {
  const set = make('fieldset', 'l kinds');
  set.append(make('legend', 'vh', { textContent: words.Kind }));
  for (const [value, text] of [['official', words.Official], ['other', words.Other]]) {
    const label = make('label', 'tick'), radio = make('input', null, { type: 'radio', name: `up${count}-kind`, value, checked: picture === (value === 'other') });
    radio.dataset.docField = 'kind';
    label.append(radio, text);
    set.append(label);
  }
  return set;
}

/** Makes the row of one file: name, bar, questions, «Bỏ». */
export function makeRow(job, words) {
  count++;
  const row = make('li'), head = make('div', 'f'), body = make('div'), bar = make('div', 'meter'), form = make('div', 'mf');
  row.dataset.mine = row.dataset.name = job.file.name || 'x';
  bar.setAttribute('role', 'progressbar');
  bar.setAttribute('aria-label', job.file.name);
  bar.setAttribute('aria-valuemin', '0');
  bar.setAttribute('aria-valuemax', '100');
  bar.dataset.part = 'bar';
  bar.append(make('i'));
  const line = make('small'), error = make('p', 'emsg'), again = make('button', 'btn s sm', { type: 'button', hidden: true, textContent: words.Retry }), pause = make('button', 'btn s sm', { type: 'button', textContent: words.Pause }), confirm = make('button', 'btn w sm', { type: 'button', hidden: true, textContent: words.NotSecret }), drop = make('button', 'btn s sm', { type: 'button', textContent: words.Cancel });
  line.dataset.part = 'line';
  error.dataset.part = 'error';
  error.dataset.error = '';
  error.setAttribute('role', 'alert');
  again.dataset.part = 'retry';
  again.dataset.retry = '';
  pause.dataset.part = 'pause';
  pause.dataset.pause = '';
  confirm.dataset.part = 'confirm';
  confirm.dataset.notSecret = '';
  drop.dataset.part = 'drop';
  drop.dataset.dropRow = '';
  for (const button of [pause, again, confirm, drop]) button.setAttribute('aria-describedby', `up${count}-name`);
  body.append(make('b', null, { textContent: job.file.name, id: `up${count}-name` }), bar, line, error);
  error.id = `up${count}-e`;
  head.innerHTML = sheet;
  head.append(body, pause, again, confirm, drop);
  form.dataset.docForm = '';
  const restricted = make('label', 'tick l'), box = make('input', null, { type: 'checkbox' }), saved = make('p', 'hint l');
  box.dataset.docField = 'restricted';
  saved.dataset.docSave = '';
  restricted.append(box, words.Restricted);
  form.append(kinds(words, job.file.type.startsWith('image/')), field(words, 'number', words.Number, 'of'), field(words, 'issuedOn', words.IssuedOn, 'of', words.IssuedOnHint),
    field(words, 'issuer', words.Issuer, 'l of'), field(words, 'summary', words.Summary, 'l'), restricted, saved);
  row.append(head, form);
  for (const [name, text] of job.typed) for (const el of form.querySelectorAll(`[data-doc-field="${name}"]`)) {
    if (el.type === 'radio') el.checked = el.value === text;
    else if (el.type === 'checkbox') el.checked = text === 'true';
    else el.value = text;
  }
  return row;
}
