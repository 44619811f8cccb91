// Sets the theme before the first paint; loaded as a plain blocking script in <head>. portal.js changes it later.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const wish = () => { try { return localStorage.getItem('theme'); } catch { return null; } };
  const apply = () => {
    const theme = location.pathname === '/trinh-chieu' ? 'light' : wish(); // a meeting room is lit
    const value = theme === 'light' || theme === 'dark' ? theme : dark.matches ? 'dark' : 'light';
    if (document.documentElement.dataset.theme !== value) document.documentElement.dataset.theme = value;
  };
  apply();
  dark.addEventListener('change', apply);
  addEventListener('storage', e => { if (e.key === 'theme') apply(); });
  document.addEventListener('portal:theme', apply);
})();
