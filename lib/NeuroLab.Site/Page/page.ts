// A notebook's page, alive: the exported page with editors, a runner and a store behind it.
import { Bar } from './bar.js';
import { CellView, type CellActions } from './cell-view.js';
import { Comparison } from './comparison.js';
import { Drafts, type DraftStorage } from './drafts.js';
import type { EditorMaker } from './editor.js';
import { showHelp, confirmFirst } from './dialogs.js';
import { Keeper } from './keeper.js';
import { Keys, type Command } from './keys.js';
import { joined, Notebook } from './notebook.js';
import type { OutputTools } from './output-view.js';
import { predictedCells } from './prediction.js';
import { RunQueue } from './run-queue.js';
import type { Runner } from './runner.js';
import { ShownOutputs } from './shown-outputs.js';
import type { Kept, Store } from './store.js';
import { TextView, type Finish } from './text-view.js';

export interface PageParts {
  readonly name: string;
  readonly kept: Kept;
  readonly runner: Runner;
  readonly store: Store;
  readonly storage: DraftStorage | null;
  readonly tools: OutputTools;
  readonly finish: Finish;
  present(page: NotebookPage): void;
}

type View = CellView | TextView;

export class NotebookPage implements CellActions {
  readonly notebook: Notebook;
  readonly queue: RunQueue;
  readonly views = new Map<string, View>();
  readonly bar: Bar;
  private readonly parts: PageParts;
  private readonly article: HTMLElement;
  private readonly keeper: Keeper;
  private readonly drafts: Drafts;
  private readonly comparison: Comparison;
  private readonly keys = new Keys();
  private readonly predicted: Set<string>;
  private maker: EditorMaker | null = null;
  private current: string | null = null;

  constructor(parts: PageParts, article: HTMLElement, bar: HTMLElement) {
    this.parts = parts;
    this.article = article;
    this.notebook = new Notebook(parts.kept.notebook);
    this.predicted = predictedCells(this.notebook.cells, joined);
    this.drafts = new Drafts(parts.name, parts.storage);
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
    for (const cell of this.notebook.cells) this.adopt(cell.id);
    this.keeper = new Keeper(this.notebook, parts.kept.revision, parts.store, this.drafts, other => this.kept(other));
    this.queue = new RunQueue(this.notebook, parts.runner, cell => this.cellView(cell)?.setState(this.queue.state(cell)));
    this.notebook.listen((what, cell) => { if (what === 'cells') this.arrange(cell); });
    new ShownOutputs(this.notebook, parts.runner, this.queue, this.bar, cell => this.cellView(cell));
    this.comparison = new Comparison(this.notebook, parts.store, this.keeper, this.bar, cell => this.views.get(cell));
    this.arrange('');
    this.restoreDrafts();
    article.addEventListener('keydown', event => this.press(event));
    addEventListener('pagehide', () => this.keeper.leave());
    this.noteWhenRead();
  }

  /** Gives the cells their editors. */
  mount(maker: EditorMaker): void {
    this.maker = maker;
    for (const view of this.views.values()) view.mount(maker, this.parts.runner);
    for (const code of this.article.querySelectorAll<HTMLElement>('.text [data-language="C#"] code')) maker.colour(code);
  }

  run(cell: string, thenMove: boolean): void {
    const view = this.views.get(cell);
    if (view instanceof CellView) void this.queue.run([cell]).then(() => this.keeper.now());
    else void view?.close();
    if (thenMove) this.step(1, cell);
  }

  runAbove(cell: string): void {
    void this.queue.runAbove(cell);
  }

  runWithAbove(cell: string): void {
    void this.queue.runWithAbove(cell);
  }

  add(kind: 'code' | 'markdown', after: string | null): void {
    const id = this.notebook.add(kind, after);
    this.focus(id);
    this.views.get(id)?.edit();
  }

  remove(cell: string): void {
    const next = this.neighbour(cell, 1) ?? this.neighbour(cell, -1);
    this.notebook.remove(cell);
    this.bar.tell('The cell was deleted.', { Undo: () => this.undo() });
    if (next) this.focus(next);
  }

  move(cell: string, by: -1 | 1): void {
    if (this.notebook.move(cell, by)) this.focus(cell);
  }

  leave(cell: string): void {
    this.focus(cell);
  }

  select(cell: string): void {
    if (this.current === cell) return;
    if (this.current) this.views.get(this.current)?.element.setAttribute('tabindex', '-1');
    this.current = cell;
    if (this.queue && this.views.get(cell) instanceof CellView) this.parts.runner.warmUp();
    this.views.get(cell)?.element.setAttribute('tabindex', '0');
  }

  knowsAbove(cell: string): boolean {
    return this.queue.knowsAbove(cell);
  }

  cellView(id: string): CellView | null {
    const view = this.views.get(id);
    return view instanceof CellView ? view : null;
  }

  interrupt(): void {
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
    if (back) this.focus(back.id);
  }

  private adopt(id: string): View {
    const cell = this.notebook.find(id);
    const found = this.article.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
    const element = found ?? document.createElement('div');
    const view = cell.cell_type === 'code'
      ? new CellView(element, id, this.notebook, this.parts.tools, this, this.predicted.has(id))
      : new TextView(element, id, this.notebook, this, text => this.parts.store.render(text), this.parts.finish);
    this.views.set(id, view);
    if (this.maker) view.mount(this.maker, this.parts.runner);
    if (!found && view instanceof TextView) void view.refreshText();
    return view;
  }

  // Puts the cells of the page in the order of the notebook.
  private arrange(changed: string): void {
    for (const [id, view] of this.views) {
      if (this.notebook.has(id)) continue;
      view.element.remove();
      this.views.delete(id);
    }

    let number = 0;
    this.notebook.cells.forEach((cell, i) => {
      const view = this.views.get(cell.id) ?? this.adopt(cell.id);
      if (this.article.children[i] !== view.element) this.article.insertBefore(view.element, this.article.children[i] ?? null);
      if (view instanceof CellView) view.renumber(++number);
    });
    if (!this.current || !this.views.has(this.current)) this.select(this.notebook.cells[0]?.id ?? changed);
    this.bar.step(this.notebook.lastStep);
  }

  private press(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const id = target.dataset['id'];
    if (!id || !this.views.has(id)) return;
    const command = this.keys.command(event);
    if (!command) return;
    event.preventDefault();
    this.perform(command, id);
  }

  private perform(command: Command, id: string): void {
    const acts: Record<Command, () => void> = {
      edit: () => this.views.get(id)?.edit(),
      next: () => this.step(1, id),
      previous: () => this.step(-1, id),
      run: () => this.run(id, false),
      'run-and-move': () => this.run(id, true),
      'add-above': () => this.add('code', this.neighbour(id, -1)),
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

  private step(by: -1 | 1, from: string): void {
    const next = this.neighbour(from, by);
    if (next) this.focus(next);
  }

  private neighbour(id: string, by: -1 | 1): string | null {
    const at = this.notebook.cells.findIndex(cell => cell.id === id);
    return this.notebook.cells[at + by]?.id ?? null;
  }

  private focus(id: string): void {
    this.select(id);
    const element = this.views.get(id)?.element;
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest' });
  }

  private restoreDrafts(): void {
    const drafts = this.drafts.found(id => (this.notebook.has(id) ? this.notebook.text(id) : null));
    const fitting = drafts.filter(draft => draft.fits && this.notebook.has(draft.cell));
    for (const { cell, text } of fitting) this.setText(cell, text);
    if (fitting.length > 0) this.bar.tell('Text that was not saved the last time was found in this browser, and is back.');
    const other = drafts.find(draft => !draft.fits && this.notebook.has(draft.cell));
    if (other) {
      this.bar.tell('This browser has text of yours for a cell that was changed elsewhere since.', {
        'Put my text into the cell': () => this.setText(other.cell, other.text),
        'Forget my text': () => this.drafts.forget(other.cell),
      });
    }

    this.notebook.listen((what, cell) => {
      if (what === 'text') this.drafts.keep(cell, this.notebook.savedText(cell), this.notebook.text(cell));
    });
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
