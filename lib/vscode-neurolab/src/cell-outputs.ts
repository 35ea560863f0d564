// Shows what cells tell, as a notebook's file stores it; what is shown already can be updated.
import { NotebookCellOutput, NotebookCellOutputItem, type NotebookCell, type NotebookCellExecution } from 'vscode';
import { mostLetters } from '../../NeuroLab.Site/Page/outputs.js';
import type { CellError, RunnerEvent, Views } from '../../NeuroLab.Site/Page/runner.js';
import { linked } from './errors.js';
import { idOf } from './notebooks.js';

const plotly = 'application/vnd.plotly.v1+json';
const questionType = 'application/vnd.neurolab.question+json';

/** Where outputs go. */
interface Place {
  appendOutput(output: NotebookCellOutput): Thenable<void>;
  appendOutputItems(item: NotebookCellOutputItem, output: NotebookCellOutput): Thenable<void>;
  replaceOutputItems(items: NotebookCellOutputItem[], output: NotebookCellOutput): Thenable<void>;
}

/** One serves all cells of a notebook, since a cell may update what one above it shows. */
export class CellOutputs {
  private readonly displays = new Map<string, NotebookCellOutput>();
  private readonly keptBack = new Map<string, KeptBack>();
  private execution: NotebookCellExecution | null = null;
  private stream: { output: NotebookCellOutput; name: string } | null = null;
  private letters = 0;

  /** A cell begins. What it shows is kept back if the reader is to say first what he expects. */
  begin(execution: NotebookCellExecution, isAsked: boolean): void {
    this.execution = execution;
    this.stream = null;
    this.letters = 0;
    this.keptBack.delete(idOf(execution.cell));
    if (!isAsked) return;
    this.keptBack.set(idOf(execution.cell), new KeptBack());
    void execution.appendOutput(question());
  }

  covers(cell: NotebookCell): boolean {
    return this.keptBack.has(idOf(cell));
  }

  /** Shows what a cell has shown so far and was kept back; false where nothing was. */
  async uncover(execution: NotebookCellExecution): Promise<boolean> {
    const kept = this.keptBack.get(idOf(execution.cell));
    if (!kept) return false;
    this.keptBack.delete(idOf(execution.cell));
    await execution.replaceOutput(kept.outputs);
    return true;
  }

  /** Takes what the cell that runs tells. */
  take(event: RunnerEvent): void {
    switch (event.type) {
      case 'stream':
        this.print(event.name, event.text);
        break;
      case 'display': {
        const output = new NotebookCellOutput(items(event.data), { outputType: 'display_data' });
        this.displays.set(event.display, output);
        this.add(output);
        break;
      }
      case 'update': {
        const shown = this.displays.get(event.display);
        const place = shown && ([...this.keptBack.values()].find(kept => kept.outputs.includes(shown)) ?? this.execution);
        if (shown) void place?.replaceOutputItems(items(event.data), shown);
        break;
      }
      case 'result':
        this.add(new NotebookCellOutput(items(event.data), { outputType: 'execute_result', executionCount: this.execution?.executionOrder }));
        break;
    }
  }

  /** Shows why a cell failed, and what it had shown until then. */
  fail(error: CellError): void {
    const { name, message } = error;
    const stack = linked(error.details, this.execution?.executionOrder ?? 0);
    const originalError = { output_type: 'error', ename: name, evalue: message, traceback: [...error.details] };
    if (this.execution) void this.uncover(this.execution);
    this.add(new NotebookCellOutput([NotebookCellOutputItem.error({ name, message, stack })], { outputType: 'error', originalError }));
  }

  private get place(): Place | null {
    return this.execution && (this.keptBack.get(idOf(this.execution.cell)) ?? this.execution);
  }

  private add(output: NotebookCellOutput): void {
    this.stream = null;
    void this.place?.appendOutput(output);
  }

  private print(name: 'stdout' | 'stderr', text: string): void {
    if (this.letters > mostLetters) return;
    const rest = mostLetters - this.letters;
    this.letters += text.length;
    const item = printed(name, text.slice(0, rest));
    if (this.stream?.name === name) void this.place?.appendOutputItems(item, this.stream.output);
    else {
      const output = new NotebookCellOutput([item], { outputType: 'stream' });
      this.add(output);
      this.stream = { output, name };
    }

    if (text.length > rest)
      this.print('stderr', `... the cell printed more than ${mostLetters.toLocaleString('en')} letters; the rest is left out. Write what is longer to a file.\n`);
  }
}

/** Outputs that nobody sees yet. */
class KeptBack implements Place {
  readonly outputs: NotebookCellOutput[] = [];

  async appendOutput(output: NotebookCellOutput): Promise<void> {
    this.outputs.push(output);
  }

  async appendOutputItems(item: NotebookCellOutputItem, output: NotebookCellOutput): Promise<void> {
    output.items.push(item);
  }

  async replaceOutputItems(shown: NotebookCellOutputItem[], output: NotebookCellOutput): Promise<void> {
    output.items = shown;
  }
}

/** By which name an output asks what the reader expects; null where it shows something. */
export function questionOf(output: NotebookCellOutput): string | null {
  const asked = output.items.find(({ mime }) => mime === questionType);
  return asked ? (JSON.parse(Buffer.from(asked.data).toString()) as { question: string }).question : null;
}

function question(): NotebookCellOutput {
  const asked = NotebookCellOutputItem.json({ question: crypto.randomUUID() }, questionType);
  return new NotebookCellOutput([asked, NotebookCellOutputItem.text('What do you expect? Say it, and run the cell again.')], { outputType: 'display_data' });
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
