// The runner that needs no server: the session runs in WebAssembly, in a Web Worker of this page.
import { MessageRunner, type Message, type Request } from './message-runner.js';

/** What the page needs of a Web Worker. */
export interface SessionWorker {
  postMessage(message: unknown): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void;
}

/** The line that a cell waits for; null where there is no more input. */
export interface TypedLine {
  readonly question: string;
  readonly line: string | null;
}

/** What the bar says of a session that was ended on purpose: why, a cell that ran says itself. */
const ended = 'the session has ended';
const interrupted = 'The cell was interrupted. In a browser that is only possible by ending its session: its session has ended, and the variables of all cells are gone.';

export class BrowserRunner extends MessageRunner {
  private worker: SessionWorker | null = null;
  private running: { cell: string; since: number } | null = null;
  private question = '';
  private readonly start: () => SessionWorker;
  private readonly type: (line: TypedLine) => void;

  /** start: makes a worker, which runs session-worker.ts. type: hands a line to the cell that waits for it. */
  constructor(start: () => SessionWorker, type: (line: TypedLine) => void) {
    super('off', 'The session could not be started.');
    this.start = start;
    this.type = type;
  }

  protected send(request: Request): boolean {
    switch (request.op) {
      case 'interrupt':
        if (this.running) this.end(interrupted, ended);
        return true;
      case 'restart':
        this.end('Restarted: the session has ended, and what the cells computed is gone.', ended);
        return true;
      case 'warm':
        this.ready();
        return true;
      case 'reply':
        this.type({ question: this.question, line: request.line });
        return true;
      default:
        this.ready().postMessage(request);
        return true;
    }
  }

  protected override take(message: Message): void {
    if (message.type === 'started') this.running = { cell: message.cell, since: performance.now() };
    if (message.type === 'ended') this.running = null;
    if (message.type === 'input') this.question = message.question ?? '';
    super.take(message);
  }

  private ready(): SessionWorker {
    if (this.worker) return this.worker;
    const worker = this.start();
    this.worker = worker;
    worker.addEventListener('message', event => { if (worker === this.worker) this.take(event.data as Message); });
    worker.addEventListener('error', event => { if (worker === this.worker) this.end(`The session has ended: ${event.message}`); });
    this.take({ type: 'state', state: 'starting', fresh: true });
    return worker;
  }

  private end(reason: string, inBar = reason): void {
    this.worker?.terminate();
    this.worker = null;
    const { running } = this;
    if (running) {
      const seconds = (performance.now() - running.since) / 1000;
      this.take({ type: 'ended', cell: running.cell, error: { name: 'Interrupted', message: reason, details: [reason] }, seconds });
    }

    this.take({ type: 'state', state: 'off', fresh: true, text: inBar });
    this.lose(reason);
  }
}
