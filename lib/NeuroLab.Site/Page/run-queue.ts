// Runs cells one after the other, and knows which of them ran in the session as it is.
import type { Notebook } from './notebook.js';
import type { CellError, RunnableCell, Runner } from './runner.js';

/** none: not in this session. waiting: asked for. running. done, failed: it ran, and has not changed since. changed: it ran, with another text. */
export type CellState = 'none' | 'waiting' | 'running' | 'done' | 'failed' | 'changed';

export class RunQueue {
  private readonly waiting: string[] = [];
  private readonly states = new Map<string, CellState>();
  private readonly ran = new Map<string, string>();
  private readonly notebook: Notebook;
  private readonly runner: Runner;
  private readonly onChange: (cell: string) => void;
  private working: Promise<void> | null = null;

  constructor(notebook: Notebook, runner: Runner, onChange: (cell: string) => void) {
    this.notebook = notebook;
    this.runner = runner;
    this.onChange = onChange;
    notebook.listen((what, cell) => { if (what === 'text') this.changed(cell); });
    runner.listen(event => {
      if (event.type === 'ran') event.cells.forEach(({ cell, code, failed }) => this.know(cell, code, failed));
      if (event.type === 'started') this.set(event.cell, 'running');
      if (event.type === 'ended') this.set(event.cell, event.error ? 'failed' : 'done');
      if (event.type === 'state' && (event.fresh || event.state === 'off')) this.forget();
    });
  }

  state(cell: string): CellState {
    return this.states.get(cell) ?? 'none';
  }

  /** Whether all cells above have run in this session. */
  knowsAbove(cell: string): boolean {
    const cells = this.notebook.codeCells.map(candidate => candidate.id);
    return cells.slice(0, cells.indexOf(cell)).every(id => ['done', 'changed'].includes(this.state(id)));
  }

  get isWorking(): boolean {
    return this.working !== null;
  }

  /** Runs these cells in their order; a cell that fails stops those after it. */
  run(cells: readonly string[]): Promise<void> {
    for (const cell of cells) {
      if (this.waiting.includes(cell)) continue;
      this.waiting.push(cell);
      if (this.state(cell) !== 'running') this.set(cell, 'waiting');
    }

    this.working ??= this.work().finally(() => { this.working = null; });
    return this.working;
  }

  runAll(): Promise<void> {
    return this.run(this.notebook.codeCells.map(cell => cell.id));
  }

  /** Runs the cells above that have not run as they are, and then the cell itself. */
  runWithAbove(cell: string): Promise<void> {
    const cells = this.notebook.codeCells.map(candidate => candidate.id);
    const above = cells.slice(0, cells.indexOf(cell)).filter(id => this.state(id) !== 'done');
    return this.run([...above, cell]);
  }

  /** Runs all cells above. */
  runAbove(cell: string): Promise<void> {
    const cells = this.notebook.codeCells.map(candidate => candidate.id);
    return this.run(cells.slice(0, cells.indexOf(cell)));
  }

  /** Lets no further cell begin. */
  clear(): void {
    for (const cell of this.waiting.splice(0)) if (this.state(cell) === 'waiting') this.set(cell, this.ran.has(cell) ? 'done' : 'none');
  }

  private async work(): Promise<void> {
    while (this.waiting.length > 0) {
      const id = this.waiting.shift() as string;
      if (!this.notebook.has(id)) continue;
      const all = this.runnable();
      const cell = all.find(candidate => candidate.id === id);
      if (!cell) continue;
      const failed = await this.failed(cell, all);
      // Only now: the session that the run began has forgotten all that ran before it.
      this.ran.set(id, cell.code);
      if (failed) this.clear();
      if (this.notebook.has(id)) this.changed(id);
    }
  }

  private async failed(cell: RunnableCell, all: readonly RunnableCell[]): Promise<boolean> {
    let error: CellError | null;
    try {
      error = await this.runner.run(cell, all);
    } catch {
      this.set(cell.id, 'none');
      return true;
    }

    return error !== null;
  }

  private runnable(): RunnableCell[] {
    return this.notebook.codeCells.map((cell, i) => ({ id: cell.id, number: i + 1, code: this.notebook.text(cell.id) }));
  }

  private know(cell: string, code: string, failed: boolean): void {
    if (!this.notebook.has(cell) || this.state(cell) !== 'none') return;
    this.ran.set(cell, code);
    this.set(cell, failed ? 'failed' : 'done');
    this.changed(cell);
  }

  private changed(cell: string): void {
    const state = this.state(cell);
    if (state !== 'done' && state !== 'failed' && state !== 'changed') return;
    const same = this.notebook.text(cell) === this.ran.get(cell);
    if (state === 'changed' && same) this.set(cell, 'done');
    else if (!same) this.set(cell, 'changed');
  }

  private forget(): void {
    for (const [cell, state] of this.states) if (state !== 'waiting') this.set(cell, 'none');
    this.ran.clear();
  }

  private set(cell: string, state: CellState): void {
    this.states.set(cell, state);
    this.onChange(cell);
  }
}
