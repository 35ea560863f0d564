// The runner behind an editor: a neurolab command of its own for each notebook, which is spoken to by its standard streams.
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import { MessageRunner, type Message, type Request } from '../../NeuroLab.Site/Page/message-runner.js';

const mostLastWords = 2000;

export class ProcessRunner extends MessageRunner {
  private process: ChildProcessWithoutNullStreams | null = null;
  private readonly start: () => ChildProcessWithoutNullStreams;

  /** start: starts the command. */
  constructor(start: () => ChildProcessWithoutNullStreams) {
    super('off', 'The neurolab command could not be started.');
    this.start = start;
  }

  /** Starts the command, which gets a worker ready, so that the first cell need not wait for it. */
  open(): void {
    this.process ??= this.started();
  }

  close(): void {
    this.process?.stdin.end();
    this.process = null;
  }

  protected send(request: Request): boolean {
    if (!this.process) {
      // A session that is not there has nothing to restart, to interrupt or to answer.
      if (request.op !== 'run' && request.op !== 'warm') return false;
      this.open();
    }

    this.process?.stdin.write(`${JSON.stringify(request)}\n`);
    return true;
  }

  private started(): ChildProcessWithoutNullStreams {
    const process = this.start();
    let words = '';
    const end = (reason: string): void => { if (process === this.process) this.end(reason); };
    createInterface(process.stdout).on('line', line => { if (process === this.process) this.take(JSON.parse(line) as Message); });
    process.stderr.on('data', (text: Buffer) => { words = (words + text.toString()).slice(-mostLastWords); });
    process.stdin.on('error', () => undefined);
    process.on('error', error => end(`The neurolab command could not be started: ${error.message}`));
    process.on('close', code => end(`The neurolab command has ended${code === null ? '' : ` with exit code ${code}`}. ${words.trim()}`.trim()));
    return process;
  }

  private end(reason: string): void {
    this.process = null;
    this.take({ type: 'state', state: 'off', fresh: true, text: reason });
    this.lose(`${reason} The variables of all cells are gone. Run the cells from the top again.`);
  }
}
