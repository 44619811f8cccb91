// The board in a meeting room: the screen stays awake, the cursor goes when nobody moves it, P prints, F fills the screen, Escape leaves.
const board = () => document.querySelector('[data-meeting]');
let lock, idle;

async function stayAwake() {
  if (!board() || document.hidden || (lock && !lock.released)) return;
  try { lock = await navigator.wakeLock?.request('screen'); } catch { /* refused, for example on battery: the board shows all the same */ }
}

function onMove() {
  const shown = board();
  if (!shown) return;
  delete shown.dataset.idle;
  clearTimeout(idle);
  idle = setTimeout(() => { shown.dataset.idle = ''; }, 3000);
}

document.addEventListener('click', e => {
  if (e.target.closest?.('[data-print]')) print();
  if (e.target.closest?.('[data-fullscreen]')) document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen().catch(() => {});
});
// The browser itself takes the first Escape to leave the full screen.
document.addEventListener('keydown', e => { if (e.key === 'Escape' && board() && !document.fullscreenElement) document.querySelector('[data-meeting-leave]')?.click(); });
document.addEventListener('mousemove', onMove);
document.addEventListener('visibilitychange', stayAwake);
new MutationObserver(stayAwake).observe(document.body, { childList: true });
stayAwake();
