// Saves a notebook a moment after it changed, and notices when it was changed elsewhere.
import type { Notebook } from './notebook.js';
import type { NotebookJson } from './notebook-json.js';
import type { Drafts } from './drafts.js';
import type { Kept, Store } from './store.js';

export type KeeperState = 'saved' | 'saving' | 'unsaved' | 'conflict';

const delay = 700;

export class Keeper {
  state: KeeperState = 'saved';
  /** Why the notebook is not saved, in words; empty where it is. */
  problem = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private work: Promise<void> = Promise.resolve();
  private readonly notebook: Notebook;
  private readonly store: Store;
  private readonly drafts: Drafts;
  private readonly onChange: (other: Kept | null) => void;
  private revision: string;

  constructor(notebook: Notebook, revision: string, store: Store, drafts: Drafts, onChange: (other: Kept | null) => void) {
    this.notebook = notebook;
    this.revision = revision;
    this.store = store;
    this.drafts = drafts;
    this.onChange = onChange;
    notebook.listen(() => this.later());
  }

  /** Saves soon: after some quiet, so that not every letter is written. */
  later(): void {
    if (this.state === 'conflict') return;
    this.set('unsaved', this.problem);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.now(), delay);
  }

  /** Saves what there is to save. */
  now(): Promise<void> {
    clearTimeout(this.timer);
    this.work = this.work.then(() => this.write());
    return this.work;
  }

  /** After a conflict: what is in this page is right, and replaces what is there. */
  async keepMine(other: Kept): Promise<void> {
    this.revision = other.revision;
    this.notebook.putBack(this.notebook.cells);
    this.state = 'unsaved';
    await this.now();
  }

  /** Puts another notebook in the place of this one; false where it was changed elsewhere meanwhile. */
  async replace(other: NotebookJson): Promise<boolean> {
    await this.now();
    const saved = await this.store.save({ base: this.revision, metadata: other.metadata, cells: other.cells });
    if (saved.ok) this.drafts.saved(() => true);
    else this.onChange(saved.other);
    return saved.ok;
  }

  /** Hands over what is not saved while the page goes away. */
  leave(): void {
    if (this.notebook.isChanged && this.state !== 'conflict') this.store.leave(this.change());
  }

  private async write(): Promise<void> {
    if (!this.notebook.isChanged || this.state === 'conflict') return;
    this.set('saving', '');
    const change = this.change();
    try {
      const saved = await this.store.save(change);
      if (!saved.ok && !this.isSame(saved.other.notebook)) {
        this.notebook.putBack(change.cells);
        this.state = 'conflict';
        this.onChange(saved.other);
        return;
      }

      this.revision = saved.ok ? saved.revision : saved.other.revision;
      this.notebook.markSaved();
      this.drafts.saved(id => !this.notebook.isTouched(id));
      this.set(this.notebook.isChanged ? 'unsaved' : 'saved', '');
    } catch (error) {
      this.notebook.putBack(change.cells);
      this.set('unsaved', error instanceof Error && error.message !== 'Failed to fetch' ? error.message : 'The server does not answer. What you write is kept in this browser.');
    }
  }

  /** Whether another notebook says what this one does, as when two tabs note at once that it was read. */
  private isSame(other: NotebookJson): boolean {
    const said = ({ cells, metadata }: Pick<NotebookJson, 'cells' | 'metadata'>): string => JSON.stringify([cells, metadata]);
    return said(other) === said(this.notebook);
  }

  private change(): { base: string; metadata: Record<string, unknown>; cells: ReturnType<Notebook['takeChanges']> } {
    return { base: this.revision, metadata: this.notebook.metadata, cells: this.notebook.takeChanges() };
  }

  private set(state: KeeperState, problem: string): void {
    this.state = state;
    this.problem = problem;
    this.onChange(null);
  }
}
