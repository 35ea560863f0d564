// A code cell in the page: its editor, its buttons, its state, what it shows.
import { askForm } from './ask-form.js';
import type { Editor, EditorMaker } from './editor.js';
import type { Notebook } from './notebook.js';
import { notes } from './notebook-json.js';
import { make, OutputView, type OutputTools } from './output-view.js';
import { Prediction } from './prediction.js';
import type { CellState } from './run-queue.js';
import type { CellError, Runner } from './runner.js';

/** What a cell's buttons and keys ask the page to do. */
export interface CellActions {
  run(cell: string, thenMove: boolean): void;
  runAbove(cell: string): void;
  runWithAbove(cell: string): void;
  add(kind: 'code' | 'markdown', after: string): void;
  remove(cell: string): void;
  move(cell: string, by: -1 | 1): void;
  leave(cell: string): void;
  select(cell: string): void;
  knowsAbove(cell: string): boolean;
}

const stateWords: Record<CellState, string> = {
  none: 'not run', waiting: 'waits', running: 'runs', done: 'has run', failed: 'failed', changed: 'changed since it ran',
};

export class CellView {
  readonly element: HTMLElement;
  readonly outputs: OutputView;
  private readonly id: string;
  private readonly notebook: Notebook;
  private readonly actions: CellActions;
  private readonly numberLabel = make('span', 'number');
  private readonly code = make('div', 'code live');
  private readonly tools = make('div', 'cell-tools');
  private readonly note = make('div', 'cell-note');
  private readonly box = make('div', 'outputs');
  private readonly prediction: Prediction | null;
  private readonly runButton: HTMLButtonElement;
  private editor: Editor | null = null;
  private number = 0;
  private state: CellState = 'none';
  private began = 0;
  private clock: ReturnType<typeof setInterval> | undefined;

  constructor(element: HTMLElement, id: string, notebook: Notebook, tools: OutputTools, actions: CellActions, isPredicted: boolean) {
    this.element = element;
    this.id = id;
    this.notebook = notebook;
    this.actions = actions;
    element.classList.add('cell', 'live-cell');
    element.dataset['id'] = id;
    element.tabIndex = -1;
    element.setAttribute('role', 'group');
    this.note.setAttribute('role', 'status');
    this.tools.setAttribute('role', 'toolbar');
    this.runButton = this.button('Run', 'run', () => actions.run(id, false));
    this.code.append(make('pre', '', notebook.text(id)));
    this.outputs = new OutputView(this.box, tools, () => this.number);
    this.prediction = isPredicted ? new Prediction(element, notes(notebook.find(id))['prediction'], text => notebook.note(id, 'prediction', text)) : null;
    this.fillTools();
    const label = element.querySelector(':scope > .label');
    element.replaceChildren(...(label ? [label] : []), this.numberLabel, this.code, this.tools, this.note, ...(this.prediction ? [this.prediction.element] : []), this.box);
    this.outputs.show(notebook.find(id).outputs ?? []);
    element.addEventListener('focusin', () => actions.select(id));
  }

  mount(maker: EditorMaker, runner: Runner): void {
    this.editor?.dispose();
    this.code.replaceChildren();
    this.editor = maker.create({
      parent: this.code,
      text: this.notebook.text(this.id),
      label: `Code of cell ${this.number}`,
      isCode: true,
      runner,
      knowsAbove: () => this.actions.knowsAbove(this.id),
      onChange: text => this.notebook.setText(this.id, text),
      onKey: key => (key === 'leave' ? this.actions.leave(this.id) : this.actions.run(this.id, key === 'run-and-move')),
    });
  }

  edit(): void {
    this.prediction?.open();
    this.editor?.focus();
  }

  compare(original: string | null): void {
    this.element.classList.toggle('differs', original !== null);
    this.editor?.compare(original);
  }

  /** Shows the text as the notebook has it. */
  refreshText(): void {
    const text = this.notebook.text(this.id);
    if (this.editor && this.editor.text !== text) this.editor.text = text;
  }

  renumber(number: number): void {
    this.number = number;
    this.element.id = `cell-${number}`;
    this.numberLabel.textContent = String(number);
    this.label();
  }

  setState(state: CellState): void {
    this.state = state;
    this.element.dataset['state'] = state;
    this.runButton.textContent = state === 'waiting' ? 'Waits' : state === 'running' ? 'Runs' : 'Run';
    clearInterval(this.clock);
    if (state === 'running') {
      this.began = Date.now();
      this.say('');
      this.clock = setInterval(() => this.tick(), 1000);
    } else if (state === 'waiting') this.say('');
    else if (state === 'changed') this.say('Changed since it ran: run it again to see what it shows now.');
    else if (state === 'done') this.say('');
    this.label();
  }

  progress(text: string): void {
    this.say(text);
  }

  /** Asks the reader for the line that the cell reads. */
  ask(reply: (line: string | null) => void): void {
    this.note.after(askForm(this.number, reply));
    this.element.querySelector<HTMLInputElement>('form.ask input')?.focus();
  }

  /** After an error: offers what would mend it with one click. */
  offer(error: CellError): void {
    this.say('');
    if (!/Run cell \[\d+\] first|has ended|session ended/i.test([error.message, ...error.details].join('\n'))) return;
    const run = document.createElement('button');
    run.type = 'button';
    run.className = 'offer';
    run.textContent = this.number > 2 ? `Run cells 1 to ${this.number - 1} first, then this one` : 'Run cell 1 first, then this one';
    run.addEventListener('click', () => this.actions.runWithAbove(this.id));
    this.note.replaceChildren(run);
  }

  stopAsking(): void {
    this.element.querySelector('form.ask')?.remove();
  }

  private tick(): void {
    const seconds = Math.round((Date.now() - this.began) / 1000);
    this.numberLabel.title = `Runs for ${seconds} s`;
    this.runButton.textContent = `${seconds} s`;
  }

  private say(text: string): void {
    this.note.textContent = text;
  }

  private label(): void {
    this.element.setAttribute('aria-label', `Cell ${this.number}, ${stateWords[this.state]}`);
    this.tools.setAttribute('aria-label', `Cell ${this.number}`);
    for (const button of this.tools.querySelectorAll('button')) button.setAttribute('aria-label', `${button.title || button.textContent}: cell ${this.number}`);
    this.code.querySelector('[role=textbox], textarea')?.setAttribute('aria-label', `Code of cell ${this.number}`);
  }

  private fillTools(): void {
    const { id, actions } = this;
    this.tools.append(
      this.runButton,
      this.button('↑ Run above', 'above', () => actions.runAbove(id), 'Run all cells above'),
      this.button('+ Code', 'add', () => actions.add('code', id), 'Add a code cell below'),
      this.button('+ Text', 'add', () => actions.add('markdown', id), 'Add a text cell below'),
      this.button('↑', 'move', () => actions.move(id, -1), 'Move up'),
      this.button('↓', 'move', () => actions.move(id, 1), 'Move down'),
      this.button('Delete', 'delete', () => actions.remove(id), 'Delete'),
    );
  }

  private button(label: string, name: string, act: () => void, title = ''): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = name;
    button.textContent = label;
    if (title) button.title = title;
    button.addEventListener('click', act);
    return button;
  }
}
