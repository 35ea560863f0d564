// The reader's notebook beside the course's own: what differs, and the way back.
import type { Bar } from './bar.js';
import { CellView } from './cell-view.js';
import { confirmFirst } from './dialogs.js';
import type { Keeper } from './keeper.js';
import type { Notebook } from './notebook.js';
import { joined, type NotebookJson } from './notebook-json.js';
import type { Store } from './store.js';

export class Comparison {
  private readonly notebook: Notebook;
  private readonly store: Store;
  private readonly keeper: Keeper;
  private readonly bar: Bar;
  private readonly view: (cell: string) => unknown;
  private isShown = false;

  constructor(notebook: Notebook, store: Store, keeper: Keeper, bar: Bar, view: (cell: string) => unknown) {
    this.notebook = notebook;
    this.store = store;
    this.keeper = keeper;
    this.bar = bar;
    this.view = view;
  }

  /** Shows in each cell what the reader changed; called again, the text alone. */
  async toggle(): Promise<void> {
    const original = this.isShown ? null : await this.store.original();
    if (!this.isShown && !original) return this.bar.tell('This notebook is not one of the course, so there is nothing to compare it with.');
    this.isShown = !this.isShown;
    const changed = this.notebook.codeCells.filter(cell => this.show(cell.id, original)).length;
    if (!this.isShown) return this.bar.tell('');
    this.bar.tell(`${changed === 1 ? '1 cell differs' : `${changed} cells differ`} from the course's own.`, { 'Show my text alone': () => void this.toggle() });
  }

  /** Puts the course's notebook in the place of the reader's, if he agrees. */
  async startOver(): Promise<void> {
    const original = await this.store.original();
    if (!original) return this.bar.tell('This notebook is not one of the course, so there is nothing to start from.');
    if (!(await confirmFirst('Start this notebook over?', 'All cells become as the course has them. What you wrote in this notebook is lost.', 'Start over'))) return;
    if (await this.keeper.replace(original)) location.reload();
  }

  private show(id: string, original: NotebookJson | null): boolean {
    const view = this.view(id);
    const text = original ? textIn(original, id) ?? '' : null;
    const differs = text !== null && text !== this.notebook.text(id);
    if (view instanceof CellView) view.compare(differs ? text : null);
    return differs;
  }
}

/** The text of a notebook's cell as it was in another notebook; null where that has no such cell. */
function textIn(notebook: { cells: readonly { id: string; source: unknown }[] }, id: string): string | null {
  const cell = notebook.cells.find(candidate => candidate.id === id);
  return cell ? joined(cell.source) : null;
}
