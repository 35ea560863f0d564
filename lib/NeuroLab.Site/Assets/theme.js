// Runs before the page is drawn, so that a dark page never flashes white. Storage may be denied, as it often is for files.
(() => {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  let chosen = null;
  try { chosen = localStorage.getItem('neurolab-theme'); } catch { /* The choice then lasts as long as the page. */ }
  const apply = () => { root.dataset.theme = chosen ?? (system.matches ? 'dark' : 'light'); };
  system.addEventListener('change', apply);
  apply();

  window.NeuroLabTheme = {
    toggle() {
      chosen = root.dataset.theme === 'dark' ? 'light' : 'dark';
      try { localStorage.setItem('neurolab-theme', chosen); } catch { /* As above. */ }
      apply();
    },
  };
})();
