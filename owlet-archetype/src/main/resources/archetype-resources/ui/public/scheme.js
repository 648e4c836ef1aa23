// Before the first paint, so that a dark page never flashes white. A file, because no script may stand in the page.
(() => {
  let saved = null;
  try { saved = localStorage.getItem('owlet.scheme'); } catch { /* storage is off */ }
  const dark = saved === 'dark' || (saved !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.scheme = dark ? 'dark' : 'light';
})();
