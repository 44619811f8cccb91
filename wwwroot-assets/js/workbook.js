// A filled workbook goes up over plain HTTP; the answer is the page that shows what it would change. No third-party code.
// Events are taken at the document, so it works from the first paint and after the renderer has replaced the page.
const panelOf = (el) => el?.closest?.('[data-workbook]');

function tell(panel, told, error) {
  panel.querySelector('[data-told]').textContent = told;
  const alert = panel.querySelector('[data-error]');
  alert.textContent = error;
  if (error) alert.focus();
}

async function send(panel, file) {
  const words = JSON.parse(panel.dataset.texts);
  if (file.size > Number(panel.dataset.maxMegabytes) * 1048576) return tell(panel, '', words.TooBig);
  tell(panel, words.Reading, '');
  let response;
  try {
    response = await fetch(panel.dataset.workbook, { method: 'POST', body: file, headers: { 'X-File-Name': encodeURIComponent(file.name), Accept: 'application/json' } });
  } catch {
    return tell(panel, '', words.NoNetwork);
  }
  if (response.redirected || response.status === 401) return tell(panel, '', words.SignedOut);
  const answer = await response.json().catch(() => null);
  if (response.ok && answer) location.assign(answer.url);
  else tell(panel, '', answer?.text ?? words.ServerError);
}

document.addEventListener('change', (e) => {
  const panel = e.target.matches?.('[data-workbook-file]') && panelOf(e.target), file = e.target.files?.[0];
  if (!panel || !file) return;
  send(panel, file);
  e.target.value = ''; // the same file, corrected, can be chosen again
});
for (const type of ['dragover', 'dragleave', 'drop']) {
  document.addEventListener(type, (e) => {
    const panel = e.dataTransfer?.types.includes('Files') && panelOf(e.target);
    if (!panel) return;
    e.preventDefault(); // else the browser opens the file in place of the page
    panel.querySelector('[data-drop]').classList.toggle('over', type === 'dragover');
    if (type === 'drop' && e.dataTransfer.files[0]) send(panel, e.dataTransfer.files[0]);
  });
}
