// The line to the server: says when it is down, without standing in the way of typing (text is saved by fetch and kept on this machine),
// and brings the page back by itself when the server is back, also after a restart, when the circuit is gone for good.
const box = document.getElementById('components-reconnect-modal');
const PAUSE = 3000;
let waiting = 0;

async function serverAnswers() {
  try { return (await fetch('health/live', { cache: 'no-store' })).ok; } catch { return false; }
}

// Only a server that answers is reloaded from: a browser's own error page would never come back.
async function comeBack() {
  clearTimeout(waiting);
  if (!await serverAnswers()) {
    waiting = setTimeout(comeBack, PAUSE);
    return;
  }
  try {
    if (await Blazor.reconnect()) return;
  } catch { /* the circuit is gone */ }
  location.reload();
}

function onState(e) {
  switch (e.detail.state) {
    // Not showModal(): the page below stays usable and keeps the focus.
    case 'show': box.open = true; break;
    case 'hide': box.open = false; clearTimeout(waiting); break;
    case 'failed': box.open = true; comeBack(); break;
    case 'rejected': case 'resume-failed': location.reload(); break;
  }
}

box?.addEventListener('components-reconnect-state-changed', onState);
document.getElementById('components-reconnect-button')?.addEventListener('click', comeBack);
