// The line to the server: says when it is down, without standing in the way of typing (text is saved by fetch and kept on this machine),
// and brings the page back by itself when the server is back, also after a restart or a new build, when the circuit is gone for good.
import { settle } from './drafts.js';

const box = document.getElementById('components-reconnect-modal');
const PAUSE = 2000;
let down = false, waiting = 0, asking = false;

async function serverAnswers() {
  try { return (await fetch('health/live', { cache: 'no-store' })).ok; } catch { return false; }
}

async function reload() {
  await settle().catch(() => {});
  location.reload();
}

// Only a server that answers is reloaded from: a browser's own error page would never come back.
async function comeBack() {
  clearTimeout(waiting);
  if (asking || !down) return;
  asking = true;
  const answers = await serverAnswers();
  asking = false;
  if (!answers) {
    waiting = setTimeout(comeBack, PAUSE);
    return;
  }
  try {
    if (await Blazor.reconnect()) return;
  } catch { /* the circuit is gone */ }
  if (down) reload();
}

function onState(e) {
  switch (e.detail.state) {
    // Not showModal(): the page below stays usable and keeps the focus.
    case 'show': case 'failed': box.open = down = true; clearTimeout(waiting); waiting = setTimeout(comeBack, PAUSE); break;
    case 'hide': box.open = down = false; clearTimeout(waiting); break;
    case 'rejected': case 'resume-failed': reload(); break;
  }
}

box?.addEventListener('components-reconnect-state-changed', onState);
document.getElementById('components-reconnect-button')?.addEventListener('click', comeBack);
// A page in the background has slow clocks: it asks as soon as somebody looks at it.
addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') comeBack(); });
addEventListener('online', comeBack);

// Blazor's own tries keep the same pace for as long as it takes; its default grows longer and gives up.
Blazor.start({ circuit: { reconnectionOptions: { maxRetries: 100_000, retryIntervalMilliseconds: PAUSE } } });
