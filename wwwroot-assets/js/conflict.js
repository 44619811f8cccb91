// Two people in one field: whose text stands there, when it came, both texts, and the choice between mine, theirs and one made of both. And for who was there
// first: that his text gave way, with the way back.
import { choose, edit } from './fields.js';

function part(name, props, ...children) {
  const el = Object.assign(document.createElement(name), props);
  el.append(...children);
  return el;
}

const button = (text, pressed) => { const b = part('button', { type: 'button', className: 'btn s sm', textContent: text }); b.addEventListener('click', pressed); return b; };
const side = (heading, text) => part('div', {}, part('b', { textContent: heading }), part('blockquote', { textContent: text }));

/** Shows in a field's box what there is to say of it; empty and hidden when there is nothing. */
export function showConflict(f, box, words, inputs) {
  const told = f.conflict ?? f.replaced;
  box.hidden = !told;
  if (box.told === told) return; // what somebody is choosing or writing in there stays
  box.told = told;
  box.replaceChildren();
  if (!told) return;
  const back = () => inputs()[0]?.focus();
  if (f.conflict) conflict(f, box, words, inputs, back); else replaced(f, box, words, back);
}

function conflict(f, box, words, inputs, back) {
  const other = f.conflict, [el] = inputs(), label = value => el?.tagName === 'SELECT' ? [...el.options].find(o => o.value === value)?.text ?? value
    : el?.type === 'radio' ? inputs().find(r => r.value === value)?.closest('label')?.innerText.split('\n')[0] ?? value : value;
  const by = other.by === undefined ? words.conflictKept.replace('{0}', new Date(other.at).toLocaleString('vi-VN')) : words.conflictBy.replace('{0}', other.by).replace('{1}', other.time);
  const choices = part('div', { className: 'acts' });
  choices.append(button(words.keepMine, () => { choose(f, f.value); back(); }), button(words.keepTheirs, () => { choose(f, other.input); back(); }));
  if (el?.matches('textarea, input:not([inputmode]):not([type=radio])')) choices.append(button(words.merge, () => merge(f, choices, words, el, other, back)));
  box.append(part('p', { textContent: by, role: 'alert' }),
    part('div', { className: 'g2' }, side(words.mine, label(f.value) || words.conflictEmpty), side(words.theirs, other.shown || words.conflictEmpty)), choices);
}

function merge(f, choices, words, el, other, back) {
  const text = part('textarea', { className: 'in', rows: 6, value: [f.value, other.input].join(el.tagName === 'TEXTAREA' ? '\n' : ' ') });
  text.setAttribute('aria-label', words.merge);
  const acts = part('div', { className: 'acts' }, button(words.mergeSave, () => { choose(f, text.value); back(); }), button(words.mergeLeave, () => { area.replaceWith(choices); choices.querySelector('button').focus(); }));
  const area = part('div', {}, text, acts);
  choices.replaceWith(area);
  text.focus();
}

function replaced(f, box, words, back) {
  const { by, time, text } = f.replaced;
  box.append(part('p', { textContent: words.replacedBy.replace('{0}', by).replace('{1}', time), role: 'status' }), part('blockquote', { textContent: text }),
    part('div', { className: 'acts' },
      button(words.takeBack, () => { edit(f, text, 0); back(); }),
      button(words.seen, () => { f.replaced = null; showConflict(f, box, words, back); back(); })));
}
