// Brings back the text that a page finds in the browser's storage, and keeps there what is typed from now on.
import type { Bar } from './bar.js';
import type { Drafts } from './drafts.js';
import type { Notebook } from './notebook.js';

/** put: writes a text into a cell. */
export function restoreDrafts(notebook: Notebook, drafts: Drafts, bar: Bar, put: (cell: string, text: string) => void): void {
  const known = drafts.found(id => (notebook.has(id) ? notebook.text(id) : null)).filter(draft => notebook.has(draft.cell));
  const fitting = known.filter(draft => draft.fits);
  for (const { cell, text } of fitting) put(cell, text);
  if (fitting.length > 0) bar.tell('Text that was not saved the last time was found in this browser, and is back.');
  const other = known.find(draft => !draft.fits);
  if (other) {
    bar.tell('This browser has text of yours for a cell that was changed elsewhere since.', {
      'Put my text into the cell': () => put(other.cell, other.text),
      'Forget my text': () => drafts.forget(other.cell),
    });
  }

  notebook.listen((what, cell) => {
    if (what === 'text') drafts.keep(cell, notebook.savedText(cell), notebook.text(cell));
  });
}
