// A notebook, a runner and a store for tests: they keep what they were asked.
import { Notebook } from '../notebook.js';
import type { CellJson } from '../notebook-json.js';
import type { CellError, Completion, Diagnosis, RunnableCell, Runner, RunnerEvent, RunnerState, Signature } from '../runner.js';
import type { Change, Kept, Saved, Store } from '../store.js';

export function code(id: string, source: string): CellJson {
  return { cell_type: 'code', id, metadata: {}, source: [source], outputs: [], execution_count: null };
}

export function text(id: string, source: string): CellJson {
  return { cell_type: 'markdown', id, metadata: {}, source: [source] };
}

export function notebook(...cells: CellJson[]): Notebook {
  return new Notebook({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
}

/** Runs cells at once; those named in fails end with an error. */
export class FakeRunner implements Runner {
  state: RunnerState = 'ready';
  readonly ran: string[] = [];
  readonly fails = new Set<string>();
  private readonly listeners: ((event: RunnerEvent) => void)[] = [];

  async run(cell: RunnableCell): Promise<CellError | null> {
    this.ran.push(cell.id);
    this.tell({ type: 'started', cell: cell.id });
    await Promise.resolve();
    const error = this.fails.has(cell.id) ? { name: 'Error', message: 'no', details: [] } : null;
    this.tell({ type: 'ended', cell: cell.id, error, seconds: 0 });
    return error;
  }

  tell(event: RunnerEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  listen(listener: (event: RunnerEvent) => void): () => void {
    this.listeners.push(listener);
    return () => undefined;
  }

  warmUp(): void {}
  interrupt(): void {}
  async restart(): Promise<void> {}
  reply(): void {}
  async complete(): Promise<Completion | null> { return null; }
  async hover(): Promise<string | null> { return null; }
  async signature(): Promise<readonly Signature[]> { return []; }
  async diagnose(): Promise<readonly Diagnosis[]> { return []; }
}

export class FakeStore implements Store {
  readonly saves: Change[] = [];
  answer: (change: Change) => Promise<Saved> = async () => ({ ok: true, revision: `r${this.saves.length}` });

  async load(): Promise<Kept> { throw new Error('not asked'); }
  async original(): Promise<null> { return null; }
  async render(markdown: string): Promise<string> { return markdown; }
  leave(change: Change): void { this.saves.push(change); }

  save(change: Change): Promise<Saved> {
    this.saves.push(change);
    return this.answer(change);
  }
}
