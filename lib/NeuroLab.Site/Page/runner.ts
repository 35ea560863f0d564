// What the page asks of whatever runs cells: the server's worker, a Web Worker, or an editor's child process.

/** A cell that is to run. Its number stands beside it; messages call it by that. */
export interface RunnableCell {
  readonly id: string;
  readonly number: number;
  readonly code: string;
}

/** Why a cell failed, in the reader's terms. */
export interface CellError {
  readonly name: string;
  readonly message: string;
  readonly details: readonly string[];
}

/** A value's views by MIME type. */
export type Views = Readonly<Record<string, unknown>>;

/**
 * off: no worker, the next run starts one. starting: it warms up. ready: it waits for a cell. busy: a cell runs.
 * lost: whoever runs cells can't be reached.
 */
export type RunnerState = 'off' | 'starting' | 'ready' | 'busy' | 'lost';

export type RunnerEvent =
  /** The state changed. fresh: no cell has run in this session yet. text: why, where there is something to say. */
  | { readonly type: 'state'; readonly state: RunnerState; readonly fresh: boolean; readonly text?: string }
  /** What ran in this session before this page came, with the text that it had. */
  | { readonly type: 'ran'; readonly cells: readonly { readonly cell: string; readonly code: string; readonly failed: boolean }[] }
  | { readonly type: 'started'; readonly cell: string }
  | { readonly type: 'stream'; readonly cell: string; readonly name: 'stdout' | 'stderr'; readonly text: string }
  | { readonly type: 'display'; readonly cell: string; readonly display: string; readonly data: Views }
  | { readonly type: 'update'; readonly display: string; readonly data: Views }
  | { readonly type: 'result'; readonly cell: string; readonly data: Views }
  | { readonly type: 'progress'; readonly cell: string; readonly text: string }
  /** question: by which name the answer is waited for, where there is more than one who waits. */
  | { readonly type: 'input'; readonly cell: string; readonly question?: string }
  | { readonly type: 'ended'; readonly cell: string; readonly error: CellError | null; readonly seconds: number };

export interface Match {
  readonly name: string;
  readonly type: string;
  /** By which editors sort: the session knows best what is looked for most. */
  readonly order: string;
}

export interface Completion {
  /** Where what is replaced begins. */
  readonly start: number;
  readonly matches: readonly Match[];
}

export interface Signature {
  readonly label: string;
  /** The part of the label that names the parameter at the cursor. */
  readonly parameter: readonly [number, number] | null;
  readonly documentation: string;
}

export interface Diagnosis {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** Runs the cells of one notebook, one at a time, and answers questions about code that is being typed. */
export interface Runner {
  readonly state: RunnerState;

  /** Runs a cell. Resolves when it has ended, with or without an error; what it shows comes as events. */
  run(cell: RunnableCell, all: readonly RunnableCell[]): Promise<CellError | null>;

  /** Gets ready to run, if that takes a while: the reader will want a cell soon. */
  warmUp(): void;

  /** Asks the cell that runs to stop; one that does not is stopped by force after a moment. */
  interrupt(): void;

  /** Ends the session: variables are gone, and the next run begins a new one. */
  restart(): Promise<void>;

  /** Answers a cell that reads a line; null ends its input. */
  reply(line: string | null): void;

  complete(code: string, cursor: number): Promise<Completion | null>;
  hover(code: string, cursor: number): Promise<string | null>;
  signature(code: string, cursor: number): Promise<readonly Signature[]>;
  diagnose(code: string): Promise<readonly Diagnosis[]>;

  /** Tells of everything that happens, until what it returns is called. */
  listen(listener: (event: RunnerEvent) => void): () => void;
}
