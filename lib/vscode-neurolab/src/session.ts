// One notebook's session: runs its cells in order, and knows which of them ran as they are.
import { CancellationTokenSource, EventEmitter, window, type NotebookCell, type NotebookCellExecution, type NotebookController, type NotebookDocument } from 'vscode';
import type { CellError, RunnerEvent } from '../../NeuroLab.Site/Page/runner.js';
import { CellOutputs } from './cell-outputs.js';
import { codeCells, idOf, runnable } from './notebooks.js';
import { isPredicted, prediction } from './predictions.js';
import { ProcessRunner } from './process-runner.js';
import { start, type Tool } from './tool.js';

export class Session {
  readonly runner: ProcessRunner;
  /** What the cell that runs says of itself, such as that a package is being restored. */
  progress = '';
  private readonly notebook: NotebookDocument;
  private readonly changed = new EventEmitter<void>();
  private readonly outputs = new CellOutputs();
  private readonly ran = new Map<string, string>();
  private readonly waiting: { execution: NotebookCellExecution; done: () => void }[] = [];
  private current: NotebookCellExecution | null = null;
  private question: CancellationTokenSource | null = null;

  /** Tells that a cell has begun or ended, or said how far it is. */
  readonly onDidChange = this.changed.event;

  constructor(notebook: NotebookDocument, folder: string, tool: Tool) {
    this.notebook = notebook;
    this.runner = new ProcessRunner(() => start(tool, folder, 'serve', notebook.uri.fsPath));
    this.runner.listen(event => this.hear(event));
    this.runner.open();
  }

  /** Runs cells one after the other, after those that wait already. A cell that fails stops those that wait. */
  async run(cells: readonly NotebookCell[], controller: NotebookController): Promise<void> {
    const all = cells.map(cell => new Promise<void>(done => { this.waiting.push({ execution: controller.createNotebookCellExecution(cell), done }); }));
    if (!this.current) void this.work();
    await Promise.all(all);
  }

  /** Whether all cells above a cell have run as they are. */
  knowsAbove(cell: NotebookCell): boolean {
    return this.notRunAbove(cell).length === 0;
  }

  /** The cells above that have not run as they are. */
  notRunAbove(cell: NotebookCell): NotebookCell[] {
    const cells = codeCells(this.notebook);
    return cells.slice(0, cells.indexOf(cell)).filter(above => this.ran.get(idOf(above)) !== above.document.getText());
  }

  isRunning(cell: NotebookCell): boolean {
    return this.current?.cell === cell;
  }

  /** Shows what a cell's run has given and was kept back, as that run's own; false where nothing was. */
  async uncover(cell: NotebookCell, controller: NotebookController): Promise<boolean> {
    if (this.current?.cell === cell) return this.outputs.uncover(this.current);
    // It is about to run again.
    if (this.waiting.some(({ execution }) => execution.cell === cell)) return true;
    if (!this.outputs.covers(cell)) return false;
    const { executionOrder, success, timing } = cell.executionSummary ?? {};
    const execution = controller.createNotebookCellExecution(cell);
    execution.executionOrder = executionOrder;
    execution.start(timing?.startTime);
    const shown = await this.outputs.uncover(execution);
    execution.end(success, timing?.endTime);
    return shown;
  }

  interrupt(): void {
    this.clear();
    this.question?.cancel();
    this.runner.interrupt();
  }

  async restart(): Promise<void> {
    this.clear();
    this.question?.cancel();
    await this.runner.restart();
  }

  dispose(): void {
    this.clear();
    this.runner.close();
    this.changed.dispose();
  }

  private async work(): Promise<void> {
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      const { execution, done } = next;
      this.current = execution;
      const error = await this.runOne(execution);
      this.current = null;
      this.progress = '';
      done();
      if (error) this.clear();
      this.changed.fire();
    }
  }

  private async runOne(execution: NotebookCellExecution): Promise<boolean> {
    const all = runnable(this.notebook);
    const cell = all.find(candidate => candidate.id === idOf(execution.cell));
    if (!cell) {
      execution.end(undefined);
      return false;
    }

    execution.executionOrder = cell.number;
    execution.start(Date.now());
    void execution.clearOutput();
    this.outputs.begin(execution, isPredicted(execution.cell) && prediction(execution.cell) === undefined);
    this.changed.fire();
    let error: CellError | null;
    try {
      error = await this.runner.run(cell, all);
    } catch (lost) {
      const message = lost instanceof Error ? lost.message : String(lost);
      error = { name: 'SessionEnded', message, details: [message] };
    }

    if (error) this.outputs.fail(error);
    else this.ran.set(cell.id, cell.code);
    execution.end(!error, Date.now());
    return error !== null;
  }

  private clear(): void {
    for (const { execution, done } of this.waiting.splice(0)) {
      execution.end(undefined);
      done();
    }
  }

  private hear(event: RunnerEvent): void {
    if (event.type === 'state') {
      if (event.fresh) this.ran.clear();
      this.changed.fire();
    } else if (event.type === 'progress') {
      this.progress = event.text;
      this.changed.fire();
    } else if (event.type === 'input') void this.ask();
    else if (this.current) this.outputs.take(event);
  }

  private async ask(): Promise<void> {
    const question = new CancellationTokenSource();
    this.question = question;
    const number = this.current?.executionOrder;
    const line = await window.showInputBox({ title: `Cell ${number ?? ''} reads a line`, prompt: 'Enter sends it; Escape says that there is no more input.', ignoreFocusOut: true }, question.token);
    this.runner.reply(line ?? null);
    question.dispose();
    this.question = null;
  }
}
