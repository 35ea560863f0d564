// A notebook's page, alive: the exported page with editors, a runner and a store behind it.
import { Bar } from './bar.js';
import { CellList, type CellParts, type View } from './cell-list.js';
import { CellView, type CellActions } from './cell-view.js';
import { Comparison } from './comparison.js';
import { showHelp, confirmFirst } from './dialogs.js';
import { Drafts, type DraftStorage } from './drafts.js';
import type { EditorMaker } from './editor.js';
import { Keeper } from './keeper.js';
import { Keys, type Command } from './keys.js';
import { Notebook } from './notebook.js';
import { restoreDrafts } from './restored-drafts.js';
import { RunQueue } from './run-queue.js';
import { ShownOutputs } from './shown-outputs.js';
import type { Kept } from './store.js';

export interface PageParts extends CellParts {
  readonly name: string;
  readonly kept: Kept;
  readonly storage: DraftStorage | null;
  present(page: NotebookPage): void;
}

export class NotebookPage implements CellActions {
  readonly notebook: Notebook;
  readonly bar: Bar;
  private readonly queue: RunQueue;
  private readonly parts: PageParts;
  private readonly cells: CellList;
  private readonly keeper: Keeper;
  private readonly comparison: Comparison;
  private readonly keys = new Keys();

  constructor(parts: PageParts, article: HTMLElement, bar: HTMLElement) {
    this.parts = parts;
    this.notebook = new Notebook(parts.kept.notebook);
    const drafts = new Drafts(parts.name, parts.storage);
    this.bar = new Bar(bar, {
      runAll: () => void this.queue.runAll(),
      interrupt: () => this.interrupt(),
      restart: () => void this.restart(),
      undo: () => this.undo(),
      compare: () => void this.comparison.toggle(),
      startOver: () => void this.comparison.startOver(),
      present: () => parts.present(this),
      help: () => showHelp(),
    });
    this.cells = new CellList(article, this.notebook, parts, this);
    this.keeper = new Keeper(this.notebook, parts.kept.revision, parts.store, drafts, other => this.kept(other));
    this.queue = new RunQueue(this.notebook, parts.runner, cell => this.cells.code(cell)?.setState(this.queue.state(cell)));
    this.notebook.listen(what => { if (what === 'cells') this.arrange(); });
    new ShownOutputs(this.notebook, parts.runner, this.queue, this.bar, cell => this.cells.code(cell));
    this.comparison = new Comparison(this.notebook, parts.store, this.keeper, this.bar, cell => this.views.get(cell));
    this.arrange();
    restoreDrafts(this.notebook, drafts, this.bar, (cell, text) => this.setText(cell, text));
    article.addEventListener('keydown', event => this.press(event));
    addEventListener('pagehide', () => this.keeper.leave());
    this.noteWhenRead();
  }

  get views(): ReadonlyMap<string, View> {
    return this.cells.views;
  }

  /** Gives the cells their editors. */
  mount(maker: EditorMaker): void {
    this.cells.mount(maker);
  }

  /** Saves what changed a moment ago. */
  save(): Promise<void> {
    return this.keeper.now();
  }

  run(cell: string, thenMove: boolean): void {
    const view = this.views.get(cell);
    if (view instanceof CellView) void this.queue.run([cell]).then(() => this.keeper.now());
    else void view?.close();
    if (thenMove) this.cells.step(1, cell);
  }

  runAbove(cell: string): void {
    void this.queue.runAbove(cell);
  }

  runWithAbove(cell: string): void {
    void this.queue.runWithAbove(cell);
  }

  add(kind: 'code' | 'markdown', after: string | null): void {
    const id = this.notebook.add(kind, after);
    this.cells.focus(id);
    this.views.get(id)?.edit();
  }

  remove(cell: string): void {
    const next = this.cells.neighbour(cell, 1) ?? this.cells.neighbour(cell, -1);
    this.notebook.remove(cell);
    this.bar.tell('The cell was deleted.', { Undo: () => this.undo() });
    if (next) this.cells.focus(next);
  }

  move(cell: string, by: -1 | 1): void {
    if (this.notebook.move(cell, by)) this.cells.focus(cell);
  }

  leave(cell: string): void {
    this.cells.focus(cell);
  }

  select(cell: string): void {
    if (this.cells.choose(cell) && this.cells.code(cell)) this.parts.runner.warmUp();
  }

  knowsAbove(cell: string): boolean {
    return this.queue.knowsAbove(cell);
  }

  private interrupt(): void {
    this.queue.clear();
    this.parts.runner.interrupt();
  }

  private async restart(): Promise<void> {
    if (!(await confirmFirst('Restart the worker?', 'What the cells computed is gone then; their text and outputs stay.', 'Restart'))) return;
    this.queue.clear();
    await this.parts.runner.restart();
  }

  private undo(): void {
    const before = this.notebook.cells.map(cell => cell.id);
    if (!this.notebook.undo()) return;
    this.bar.tell('');
    const back = this.notebook.cells.find(cell => !before.includes(cell.id));
    if (back) this.cells.focus(back.id);
  }

  private arrange(): void {
    this.cells.arrange();
    this.bar.step(this.notebook.lastStep);
  }

  private press(event: KeyboardEvent): void {
    const id = (event.target as HTMLElement).dataset['id'];
    if (!id || !this.views.has(id)) return;
    const command = this.keys.command(event);
    if (!command) return;
    event.preventDefault();
    this.perform(command, id);
  }

  private perform(command: Command, id: string): void {
    const acts: Record<Command, () => void> = {
      edit: () => this.views.get(id)?.edit(),
      next: () => this.cells.step(1, id),
      previous: () => this.cells.step(-1, id),
      run: () => this.run(id, false),
      'run-and-move': () => this.run(id, true),
      'add-above': () => this.add('code', this.cells.neighbour(id, -1)),
      'add-below': () => this.add('code', id),
      delete: () => this.remove(id),
      undo: () => this.undo(),
      'move-up': () => this.move(id, -1),
      'move-down': () => this.move(id, 1),
      interrupt: () => this.interrupt(),
      restart: () => void this.restart(),
      help: () => showHelp(),
    };
    acts[command]();
  }

  private setText(id: string, text: string): void {
    this.notebook.setText(id, text);
    const view = this.views.get(id);
    if (view) void view.refreshText();
  }

  private kept(other: Kept | null): void {
    this.bar.keeping(this.keeper?.state ?? 'saved', this.keeper?.problem ?? '');
    if (!other) return;
    this.bar.tell('This notebook was changed elsewhere: in another tab, or by another program. Nothing was written over.', {
      'Load what is there now': () => { location.reload(); },
      'Keep what is in this page': () => void this.keeper.keepMine(other),
    });
  }

  private noteWhenRead(): void {
    const foot = document.querySelector('.page-foot');
    if (!foot) return;
    const watch = new IntersectionObserver(entries => {
      if (!entries.some(entry => entry.isIntersecting)) return;
      watch.disconnect();
      this.notebook.noteOnNotebook('read', true);
    });
    watch.observe(foot);
  }
}
