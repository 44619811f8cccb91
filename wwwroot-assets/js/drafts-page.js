// "Bản nháp trên máy này": what is kept here, to be opened or erased; and what signing out asks when something is.
import * as drafts from './drafts.js';
import { flush } from './fields.js';
import * as files from './kept-files.js';

const time = ms => new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit', year: 'numeric', hour12: false }).format(new Date(ms));
const SHOWN = 300; // characters of each text

function el(name, props, ...children) {
  const made = Object.assign(document.createElement(name), props);
  made.append(...children);
  return made;
}

/** Texts, and files that have not arrived. */
const all = async () => [...await drafts.list(), ...await files.list()];
const erase = records => Promise.all([drafts.erase(records.map(d => d.id)), files.erase(records.map(d => d.key))]);

const drawn = new WeakSet();
async function draw() {
  const page = document.querySelector('[data-drafts]'), list = page?.querySelector('[data-drafts-list]');
  if (!list || drawn.has(list)) return;
  drawn.add(list);
  const part = name => page.querySelector(`[data-drafts-${name}]`);
  let kept = [], others = 0;
  try {
    await drafts.settle();
    [kept, others] = [await all(), await drafts.ofOthers() + await files.ofOthers()];
  } catch {
    part('why').textContent = part('why').dataset[drafts.why ?? 'key'];
    part('why').hidden = false;
    return;
  }
  const show = () => {
    part('none').hidden = kept.length > 0;
    part('some').hidden = !kept.length;
    part('others').hidden = !others;
    part('others').textContent = part('others').dataset.words.replace('{0}', others);
    list.replaceChildren(...kept.map(line));
  };
  const gone = async (records, said) => {
    await erase(records);
    kept = kept.filter(d => !records.includes(d));
    show();
    part('said').textContent = said;
    (list.querySelector('button') ?? page.querySelector('h1')).focus();
  };
  const line = draft => {
    const words = list.dataset, text = draft.unreadable ? words.unreadable : draft.value === '' ? words.blank : draft.value;
    const erase = el('button', { type: 'button', className: 'btn s sm', textContent: words.erase });
    erase.setAttribute('aria-label', `${words.erase}: ${draft.label ?? ''}`);
    erase.addEventListener('click', () => gone([draft], words.erased.replace('{0}', draft.label ?? '')));
    return el('li', { className: 'kept-text' },
      el('div', {}, el('b', { textContent: [draft.title, draft.label].filter(Boolean).join(' · ') }), el('p', { className: 'long', textContent: text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text }),
        el('p', { className: 'hint', textContent: words.typed.replace('{0}', time(draft.at)) })),
      el('div', { className: 'acts' }, el('a', { className: 'btn s sm', href: draft.address.replace(/\/(o|trao-doi|minh-chung)$/, ''), textContent: words.open }), erase));
  };
  const every = part('erase-all'), first = every.textContent;
  every.addEventListener('click', () => {
    if (every.textContent === first) { every.textContent = every.dataset.asked; return; }
    every.textContent = first;
    gone([...kept], '');
  });
  show();
}

// Nothing of a person stays on the machine after he has signed out, unless the server does not have it yet: then he is asked.
document.addEventListener('submit', async e => {
  const form = e.target.closest?.('[data-sign-out]');
  if (!form || form.dataset.asked) return;
  e.preventDefault();
  flush();
  const kept = await drafts.settle().then(all).catch(() => []);
  const leave = () => { form.dataset.asked = '1'; form.requestSubmit(); };
  if (!kept.length) return leave();
  const dialog = document.querySelector('[data-leave]'), text = dialog.querySelector('[data-leave-text]');
  text.textContent = text.dataset.leaveText.replace('{0}', kept.length);
  dialog.returnValue = 'stay';
  dialog.onclose = async () => {
    if (dialog.returnValue === 'stay') return;
    if (dialog.returnValue === 'erase') await erase(kept);
    leave();
  };
  dialog.showModal();
});

new MutationObserver(draw).observe(document.body, { childList: true, subtree: true });
draw();
