// What a page of the exported site does by itself. Without scripts it still reads: text, code and outputs are plain HTML.
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];

  function setFormulas(root = document) {
    if (!window.katex?.render) return;
    for (const element of root.querySelectorAll('.math')) {
      const display = element.classList.contains('display');
      const latex = element.textContent;
      katex.render(latex, element, { displayMode: display, throwOnError: false });
      if (!display) keepWithPunctuation(element);
    }
  }

  // A browser may break the line after a formula, and a full stop would then begin the next.
  function keepWithPunctuation(element) {
    const after = element.nextSibling;
    const marks = after?.nodeType === Node.TEXT_NODE && after.data.match(/^[.,;:!?)\]]+/);
    if (!marks) return;
    const together = document.createElement('span');
    together.className = 'together';
    element.replaceWith(together);
    after.data = after.data.slice(marks[0].length);
    together.append(element, marks[0]);
  }

  function offerTheme() {
    const button = document.querySelector('button.theme');
    const show = () => {
      const dark = document.documentElement.dataset.theme === 'dark';
      button.textContent = dark ? 'Light' : 'Dark';
      button.setAttribute('aria-label', dark ? 'Switch to light colours' : 'Switch to dark colours');
    };
    button.addEventListener('click', () => NeuroLabTheme.toggle());
    new MutationObserver(show).observe(document.documentElement, { attributeFilter: ['data-theme'] });
    show();
    button.hidden = false;
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Pages opened as files have no clipboard in some browsers; a selection can still be copied.
      const area = document.createElement('textarea');
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
    }
  }

  function offerCopies() {
    for (const box of all('.code:not(.live)')) {
      const button = document.createElement('button');
      button.className = 'copy';
      button.type = 'button';
      button.textContent = 'Copy';
      const cell = box.closest('.cell');
      button.setAttribute('aria-label', cell ? `Copy the code of cell ${cell.id.replace('cell-', '')}` : 'Copy this code');
      button.addEventListener('click', async () => {
        await copy(box.querySelector('code').textContent);
        button.textContent = 'Copied';
        setTimeout(() => { button.textContent = 'Copy'; }, 1600);
        button.focus();
      });
      box.append(button);
    }
  }

  // A box that scrolls sideways must be reachable by keyboard; one that does not would only be in the way.
  function reachBoxes() {
    for (const box of all('pre, .scroll, .html, .math.display')) {
      if (box.scrollWidth > box.clientWidth + 1) {
        box.tabIndex = 0;
        box.setAttribute('role', 'group');
        box.setAttribute('aria-label', 'Scrolls sideways');
      } else if (box.getAttribute('aria-label') === 'Scrolls sideways') {
        box.removeAttribute('tabindex');
        box.removeAttribute('role');
        box.removeAttribute('aria-label');
      }
    }
  }

  function followContents() {
    const contents = document.querySelector('.contents details');
    if (!contents) return;
    const wide = matchMedia('(min-width: 82rem)');
    const fold = () => { contents.open = wide.matches; };
    wide.addEventListener('change', fold);
    fold();

    const links = new Map(all('.contents a').map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
    const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
    let waiting = false;
    const mark = () => {
      waiting = false;
      const current = headings.filter((heading) => heading.getBoundingClientRect().top < 120).pop();
      for (const [id, link] of links) {
        if (current && id === current.id) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    };
    addEventListener('scroll', () => {
      if (!waiting) requestAnimationFrame(mark);
      waiting = true;
    }, { passive: true });
    mark();
  }

  function sizeFrames() {
    addEventListener('message', (event) => {
      const height = event.data?.neurolabHeight;
      const frame = all('iframe').find((candidate) => candidate.contentWindow === event.source);
      if (frame && Number.isFinite(height)) frame.style.height = `${Math.min(Math.max(height, 24), 4000)}px`;
    });
    for (const frame of all('iframe')) frame.contentWindow.postMessage('height', '*');
  }

  // Paper is white and unfolds nothing by itself.
  function prepareForPaper() {
    let folded = [];
    let theme;
    addEventListener('beforeprint', () => {
      theme = document.documentElement.dataset.theme;
      document.documentElement.dataset.theme = 'light';
      folded = all('.text details:not([open]), .error details:not([open]), .outcome:not([open])');
      for (const details of folded) details.open = true;
    });
    addEventListener('afterprint', () => {
      document.documentElement.dataset.theme = theme;
      for (const details of folded) details.open = false;
    });
  }

  sizeFrames();
  setFormulas();
  offerTheme();
  offerCopies();
  followContents();
  prepareForPaper();
  reachBoxes();
  addEventListener('resize', reachBoxes);
  addEventListener('toggle', reachBoxes, true);
  window.NeuroLabCharts?.drawAll();
  // For pages whose texts change.
  window.NeuroLabPage = { finish(root) { setFormulas(root); reachBoxes(); } };
})();
