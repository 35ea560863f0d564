// A text cell in the page: shown as the exported page shows it, edited as Markdown.
import type { Editor, EditorMaker } from './editor.js';
import type { Notebook } from './notebook.js';
import { make } from './output-view.js';
import type { CellActions } from './cell-view.js';
import type { Runner } from './runner.js';

/** What a page does with text that came into it: formulas, boxes that scroll. */
export type Finish = (element: HTMLElement) => void;

export class TextView {
  readonly element: HTMLElement;
  private readonly id: string;
  private readonly notebook: Notebook;
  private readonly actions: CellActions;
  private readonly render: (markdown: string) => Promise<string>;
  private readonly finish: Finish;
  private editor: Editor | null = null;
  private maker: EditorMaker | null = null;
  private runner: Runner | null = null;

  constructor(element: HTMLElement, id: string, notebook: Notebook, actions: CellActions, render: (markdown: string) => Promise<string>, finish: Finish) {
    this.element = element;
    this.id = id;
    this.notebook = notebook;
    this.actions = actions;
    this.render = render;
    this.finish = finish;
    element.classList.add('text', 'live-text');
    element.dataset['id'] = id;
    element.tabIndex = -1;
    element.addEventListener('focusin', () => actions.select(id));
    element.addEventListener('dblclick', event => { if (!(event.target as Element).closest('summary, a, button')) this.edit(); });
  }

  mount(maker: EditorMaker, runner: Runner): void {
    this.maker = maker;
    this.runner = runner;
  }

  edit(): void {
    if (this.editor || !this.maker || !this.runner) return;
    const box = make('div', 'code live');
    this.element.replaceChildren(box, this.tools());
    this.editor = this.maker.create({
      parent: box,
      text: this.notebook.text(this.id),
      label: 'Text of this cell, as Markdown',
      isCode: false,
      runner: this.runner,
      knowsAbove: () => false,
      onChange: text => this.notebook.setText(this.id, text),
      onKey: key => void this.close().then(() => (key === 'run-and-move' ? this.actions.run(this.id, true) : this.actions.leave(this.id))),
    });
    this.editor.focus();
  }

  /** Shows the text again. */
  async close(): Promise<void> {
    if (!this.editor) return;
    this.editor.dispose();
    this.editor = null;
    await this.refreshText();
  }

  async refreshText(): Promise<void> {
    if (this.editor) {
      this.editor.text = this.notebook.text(this.id);
      return;
    }

    const markdown = this.notebook.text(this.id);
    try {
      this.element.innerHTML = markdown.trim() ? await this.render(markdown) : '<p class="left-out">An empty text cell: press Enter to write in it.</p>';
    } catch {
      this.element.replaceChildren(make('pre', '', markdown));
    }

    this.finish(this.element);
  }

  private tools(): HTMLElement {
    const tools = make('div', 'cell-tools');
    const add = (label: string, act: () => void): void => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      button.addEventListener('click', act);
      tools.append(button);
    };
    const { id, actions } = this;
    add('Done', () => void this.close().then(() => actions.leave(id)));
    add('+ Code', () => actions.add('code', id));
    add('Move up', () => actions.move(id, -1));
    add('Move down', () => actions.move(id, 1));
    add('Delete', () => actions.remove(id));
    return tools;
  }
}
