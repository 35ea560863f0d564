// The cells of a page: a view for each cell of the notebook, in the notebook's order, and one of them chosen.
import { CellView, type CellActions } from './cell-view.js';
import type { EditorMaker } from './editor.js';
import { joined } from './notebook-json.js';
import type { Notebook } from './notebook.js';
import type { OutputTools } from './output-view.js';
import { predictedCells } from './prediction.js';
import type { Runner } from './runner.js';
import type { Store } from './store.js';
import { TextView, type Finish } from './text-view.js';

export type View = CellView | TextView;

export interface CellParts {
  readonly runner: Runner;
  readonly store: Store;
  readonly tools: OutputTools;
  readonly finish: Finish;
}

export class CellList {
  readonly views = new Map<string, View>();
  private readonly article: HTMLElement;
  private readonly notebook: Notebook;
  private readonly parts: CellParts;
  private readonly actions: CellActions;
  private readonly predicted: Set<string>;
  private maker: EditorMaker | null = null;
  private chosen: string | null = null;

  constructor(article: HTMLElement, notebook: Notebook, parts: CellParts, actions: CellActions) {
    this.article = article;
    this.notebook = notebook;
    this.parts = parts;
    this.actions = actions;
    this.predicted = predictedCells(notebook.cells, joined);
  }

  /** The view of a code cell; null for a text. */
  code(id: string): CellView | null {
    const view = this.views.get(id);
    return view instanceof CellView ? view : null;
  }

  /** Gives the cells their editors. */
  mount(maker: EditorMaker): void {
    this.maker = maker;
    for (const view of this.views.values()) view.mount(maker, this.parts.runner);
    for (const code of this.article.querySelectorAll<HTMLElement>('.text [data-language="C#"] code')) maker.colour(code);
  }

  /** Puts the cells of the page in the order of the notebook. */
  arrange(): void {
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
    const first = this.notebook.cells[0];
    if (first && (!this.chosen || !this.views.has(this.chosen))) this.choose(first.id);
  }

  /** Lets the Tab key lead to this cell; false where it did already. */
  choose(id: string): boolean {
    if (this.chosen === id) return false;
    if (this.chosen) this.views.get(this.chosen)?.element.setAttribute('tabindex', '-1');
    this.chosen = id;
    this.views.get(id)?.element.setAttribute('tabindex', '0');
    return true;
  }

  focus(id: string): void {
    this.actions.select(id);
    const element = this.views.get(id)?.element;
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest' });
  }

  /** Goes to the cell before or after. */
  step(by: -1 | 1, from: string): void {
    const next = this.neighbour(from, by);
    if (next) this.focus(next);
  }

  neighbour(id: string, by: -1 | 1): string | null {
    const at = this.notebook.cells.findIndex(cell => cell.id === id);
    return this.notebook.cells[at + by]?.id ?? null;
  }

  private adopt(id: string): View {
    const cell = this.notebook.find(id);
    const found = this.article.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
    const element = found ?? document.createElement('div');
    const { store, tools, finish, runner } = this.parts;
    const view = cell.cell_type === 'code'
      ? new CellView(element, id, this.notebook, tools, this.actions, this.predicted.has(id))
      : new TextView(element, id, this.notebook, this.actions, text => store.render(text), finish);
    this.views.set(id, view);
    if (this.maker) view.mount(this.maker, runner);
    if (!found && view instanceof TextView) void view.refreshText();
    return view;
  }
}
