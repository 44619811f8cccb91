// What came back from this machine into a form, said once above it, with the way to undo it; and what has no place in the form any more, to be copied out.
import * as drafts from './drafts.js';
import { edit } from './fields.js';

const time = ms => new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit', hour12: false }).format(new Date(ms));

/** Tells it in a form's box, until it was read. */
export function tellKept(root, kept) {
  const box = root?.querySelector('[data-kept]'), { back, homeless } = kept;
  if (!box) return;
  box.querySelector('[data-kept-back]').hidden = !back.length;
  box.querySelector('[data-kept-homeless]').hidden = !homeless.length;
  box.hidden = !back.length && !homeless.length;
  if (back.length) {
    const words = box.querySelector('[data-kept-words]');
    words.textContent = words.dataset.keptWords.replace('{0}', back.length).replace('{1}', time(Math.min(...back.map(f => f.keptAt))));
    const read = () => { kept.back = []; tellKept(root, kept); };
    box.querySelector('[data-kept-undo]').onclick = () => { for (const f of back) edit(f, f.before, 0); read(); };
    box.querySelector('[data-kept-fine]').onclick = read;
  }
  const list = box.querySelector('[data-kept-list]');
  list.replaceChildren(...homeless.map(draft => {
    const line = document.createElement('li');
    line.append(Object.assign(document.createElement('b'), { textContent: draft.label }), Object.assign(document.createElement('blockquote'), { textContent: draft.value }));
    return line;
  }));
  box.querySelector('[data-kept-erase]').onclick = async () => { await drafts.erase(homeless.map(d => d.id)); kept.homeless = []; tellKept(root, kept); };
}
