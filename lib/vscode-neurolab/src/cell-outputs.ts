// Shows what cells tell, as a notebook's file stores it; what is shown already can be updated.
import { NotebookCellOutput, NotebookCellOutputItem, type NotebookCellExecution } from 'vscode';
import { mostLetters } from '../../NeuroLab.Site/Page/outputs.js';
import type { CellError, RunnerEvent, Views } from '../../NeuroLab.Site/Page/runner.js';
import { linked } from './errors.js';

const plotly = 'application/vnd.plotly.v1+json';

/** One serves all cells of a notebook, since a cell may update what one above it shows. */
export class CellOutputs {
  private readonly displays = new Map<string, NotebookCellOutput>();
  private stream: { output: NotebookCellOutput; name: string } | null = null;
  private letters = 0;

  /** A cell begins. */
  begin(): void {
    this.stream = null;
    this.letters = 0;
  }

  /** Takes what the cell that runs tells. */
  take(event: RunnerEvent, execution: NotebookCellExecution): void {
    switch (event.type) {
      case 'stream':
        this.print(event.name, event.text, execution);
        break;
      case 'display': {
        const output = new NotebookCellOutput(items(event.data), { outputType: 'display_data' });
        this.displays.set(event.display, output);
        this.add(output, execution);
        break;
      }
      case 'update': {
        const shown = this.displays.get(event.display);
        if (shown) void execution.replaceOutputItems(items(event.data), shown);
        break;
      }
      case 'result':
        this.add(new NotebookCellOutput(items(event.data), { outputType: 'execute_result', executionCount: execution.executionOrder }), execution);
        break;
    }
  }

  /** Shows why a cell failed. */
  fail(error: CellError, execution: NotebookCellExecution): void {
    const { name, message } = error;
    const stack = linked(error.details, execution.executionOrder ?? 0);
    const originalError = { output_type: 'error', ename: name, evalue: message, traceback: [...error.details] };
    this.add(new NotebookCellOutput([NotebookCellOutputItem.error({ name, message, stack })], { outputType: 'error', originalError }), execution);
  }

  private add(output: NotebookCellOutput, execution: NotebookCellExecution): void {
    this.stream = null;
    void execution.appendOutput(output);
  }

  private print(name: 'stdout' | 'stderr', text: string, execution: NotebookCellExecution): void {
    if (this.letters > mostLetters) return;
    const rest = mostLetters - this.letters;
    this.letters += text.length;
    const item = printed(name, text.slice(0, rest));
    if (this.stream?.name === name) void execution.appendOutputItems(item, this.stream.output);
    else {
      const output = new NotebookCellOutput([item], { outputType: 'stream' });
      this.add(output, execution);
      this.stream = { output, name };
    }

    if (text.length > rest)
      this.print('stderr', `... the cell printed more than ${mostLetters.toLocaleString('en')} letters; the rest is left out. Write what is longer to a file.\n`, execution);
  }
}

function printed(name: 'stdout' | 'stderr', text: string): NotebookCellOutputItem {
  return name === 'stderr' ? NotebookCellOutputItem.stderr(text) : NotebookCellOutputItem.stdout(text);
}

/** Views as VS Code takes them. A chart's page is left out: the renderer draws the figure itself, also when the notebook is opened again. */
function items(views: Views): NotebookCellOutputItem[] {
  return Object.entries(views)
    .filter(([type]) => type !== 'text/html' || !(plotly in views))
    .map(([type, view]) => item(type, view));
}

function item(type: string, view: unknown): NotebookCellOutputItem {
  if (typeof view !== 'string') return NotebookCellOutputItem.json(view, type);
  if (/^image\/(?!svg)/.test(type)) return new NotebookCellOutputItem(Buffer.from(view, 'base64'), type);
  return NotebookCellOutputItem.text(view, type);
}
