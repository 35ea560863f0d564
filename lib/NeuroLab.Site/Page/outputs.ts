// Gathers what cells show, as a notebook stores it: text joined, of an updated value only its last state.
import { joined, lines, type OutputJson } from './notebook-json.js';
import type { CellError, RunnerEvent, Views } from './runner.js';

/** A cell that prints without end must not fill the page: text beyond this many letters is left out. */
export const mostLetters = 1_000_000;

/** One collector serves all cells of a notebook, since a cell may update what one above it shows. */
export class OutputCollector {
  private readonly shown = new Map<string, { cell: string; output: OutputJson }>();
  private readonly outputs = new Map<string, OutputJson[]>();
  private readonly letters = new Map<string, number>();

  /** The outputs of a cell since it began. */
  of(cell: string): OutputJson[] {
    return this.outputs.get(cell) ?? [];
  }

  begin(cell: string): void {
    this.outputs.set(cell, []);
    this.letters.set(cell, 0);
  }

  /** Takes what a runner tells; gives the cell whose outputs changed, or null. */
  take(event: RunnerEvent): string | null {
    switch (event.type) {
      case 'stream':
        return this.print(event.cell, event.name, event.text);
      case 'display': {
        const output: OutputJson = { data: stored(event.data), metadata: {}, output_type: 'display_data' };
        this.shown.set(event.display, { cell: event.cell, output });
        return this.add(event.cell, output);
      }
      case 'result':
        return this.add(event.cell, { data: stored(event.data), execution_count: null, metadata: {}, output_type: 'execute_result' });
      case 'update': {
        const found = this.shown.get(event.display);
        if (!found) return null;
        found.output.data = stored(event.data);
        return found.cell;
      }
      case 'ended':
        return event.error ? this.add(event.cell, errorOutput(event.error)) : null;
      default:
        return null;
    }
  }

  private add(cell: string, output: OutputJson): string {
    const outputs = this.outputs.get(cell) ?? [];
    outputs.push(output);
    this.outputs.set(cell, outputs);
    return cell;
  }

  private print(cell: string, name: 'stdout' | 'stderr', text: string): string | null {
    const before = this.letters.get(cell) ?? 0;
    if (before > mostLetters) return null;
    this.letters.set(cell, before + text.length);
    const whole = before + text.length <= mostLetters;
    const last = this.of(cell).at(-1);
    const shown = whole ? text : text.slice(0, mostLetters - before);
    if (last?.output_type === 'stream' && last.name === name) last.text = lines(joined(last.text) + shown);
    else this.add(cell, { name, output_type: 'stream', text: lines(shown) });
    if (!whole) {
      const more = `... the cell printed more than ${mostLetters.toLocaleString('en')} letters; the rest is left out. Write what is longer to a file.\n`;
      this.add(cell, { name: 'stderr', output_type: 'stream', text: [more] });
    }
    return cell;
  }
}

function errorOutput(error: CellError): OutputJson {
  return { ename: error.name, evalue: error.message, output_type: 'error', traceback: [...error.details] };
}

/** Views as notebooks store them: text as lines, JSON as it is. */
function stored(views: Views): Record<string, unknown> {
  return Object.fromEntries(Object.entries(views).map(([type, view]) =>
    [type, typeof view === 'string' && !type.endsWith('json') ? lines(view) : view]));
}
