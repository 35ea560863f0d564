// What the runner tells of cells, on its way into the page and the notebook.
import type { Bar } from './bar.js';
import type { CellView } from './cell-view.js';
import type { Notebook } from './notebook.js';
import { OutputCollector } from './outputs.js';
import type { RunQueue } from './run-queue.js';
import type { Runner, RunnerEvent } from './runner.js';

export class ShownOutputs {
  private readonly collector = new OutputCollector();
  private readonly drawing = new Set<string>();
  private readonly notebook: Notebook;
  private readonly runner: Runner;
  private readonly queue: RunQueue;
  private readonly bar: Bar;
  private readonly view: (cell: string) => CellView | null;

  constructor(notebook: Notebook, runner: Runner, queue: RunQueue, bar: Bar, view: (cell: string) => CellView | null) {
    this.notebook = notebook;
    this.runner = runner;
    this.queue = queue;
    this.bar = bar;
    this.view = view;
    runner.listen(event => this.hear(event));
  }

  private hear(event: RunnerEvent): void {
    if (event.type === 'state') this.bar.worker(event.state, event.text || this.running());
    if (event.type === 'started') {
      this.collector.begin(event.cell);
      this.bar.worker('busy', this.running());
    }

    if (event.type === 'input') this.view(event.cell)?.ask(line => this.runner.reply(line));
    if (event.type === 'progress') this.view(event.cell)?.progress(event.text);
    const changed = event.type === 'started' ? event.cell : this.collector.take(event);
    if (changed) this.draw(changed);
    if (event.type === 'ended') this.ended(event);
  }

  private ended({ cell, error }: Extract<RunnerEvent, { type: 'ended' }>): void {
    if (!this.notebook.has(cell)) return;
    const view = this.view(cell);
    view?.stopAsking();
    const number = this.notebook.codeCells.findIndex(candidate => candidate.id === cell) + 1;
    this.notebook.setOutputs(cell, this.collector.of(cell), number);
    if (error) view?.offer(error);
    this.bar.say(`Cell ${number} ${error ? `failed: ${error.message}` : 'has run'}`);
  }

  private running(): string {
    const at = this.notebook.codeCells.findIndex(cell => this.queue.state(cell.id) === 'running');
    return at < 0 ? '' : `cell ${at + 1}`;
  }

  // Much may come at once; the page draws it once a frame.
  private draw(cell: string): void {
    if (this.drawing.has(cell)) return;
    this.drawing.add(cell);
    requestAnimationFrame(() => {
      this.drawing.delete(cell);
      this.view(cell)?.outputs.show(this.collector.of(cell));
    });
  }
}
