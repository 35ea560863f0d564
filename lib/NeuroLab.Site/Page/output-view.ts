// Draws what a cell showed, as the exported page does.
import { foreignHtml, type Frames, type HtmlRules } from './foreign-html.js';
import { joined, type OutputJson } from './notebook-json.js';

export const plotly = 'application/vnd.plotly.v1+json';
export const exercise = 'application/vnd.neurolab.exercise+json';

const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
const richestFirst = [plotly, exercise, 'text/html', 'image/svg+xml', ...pictures];

export interface ChartScript {
  draw(target: HTMLElement, figure: unknown): Promise<unknown>;
}

/** What views of outputs need of the page. */
export interface OutputTools {
  readonly rules: HtmlRules;
  readonly frames: Frames;
  charts(): ChartScript | undefined;
}

/** Shows outputs in a box, and of those shown already draws only what changed. */
export class OutputView {
  private shown: { key: string; element: HTMLElement }[] = [];
  private readonly box: HTMLElement;
  private readonly tools: OutputTools;
  private readonly number: () => number;

  constructor(box: HTMLElement, tools: OutputTools, number: () => number) {
    this.box = box;
    this.tools = tools;
    this.number = number;
  }

  show(outputs: readonly OutputJson[]): void {
    const next = outputs.map((output, i) => this.piece(output, i));
    for (const old of this.shown) if (!next.includes(old)) old.element.remove();
    next.forEach(({ element }, i) => {
      if (this.box.children[i] !== element) this.box.insertBefore(element, this.box.children[i] ?? null);
    });
    this.shown = next;
  }

  private piece(output: OutputJson, i: number): { key: string; element: HTMLElement } {
    const key = JSON.stringify(output);
    const old = this.shown[i];
    if (old?.key === key) return old;
    return { key, element: this.drawn(output, i + 1) };
  }

  // Files and cells may hold anything. What can't be shown costs no more than itself.
  private drawn(output: OutputJson, place: number): HTMLElement {
    try {
      return this.element(output, place);
    } catch (error) {
      return text('result', `This output can't be shown: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private element(output: OutputJson, place: number): HTMLElement {
    if (output.output_type === 'stream') return text(output.name === 'stderr' ? 'stream warned' : 'stream', joined(output.text));
    if (output.output_type === 'error') return this.error(output);
    return this.value(output.data ?? {}, place);
  }

  private value(data: Record<string, unknown>, place: number): HTMLElement {
    const words = 'text/plain' in data ? joined(data['text/plain']) : null;
    const type = richestFirst.find(candidate => isView(candidate, data[candidate]));
    const title = `Output ${place} of cell ${this.number()}`;
    if (type === plotly) return this.chart(data[plotly], words);
    if (type === exercise) return this.answer(data, words, title);
    if (type === 'text/html') return foreignHtml(joined(data['text/html']), title, this.tools.rules, this.tools.frames);
    if (type === 'image/svg+xml') return picture(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(joined(data[type]))}`, words);
    if (type !== undefined) return picture(`data:${type};base64,${joined(data[type]).replace(/\s/g, '')}`, words);
    return text('result', words ?? (data['application/json'] === undefined ? `(a value of type ${Object.keys(data).join(', ')})` : JSON.stringify(data['application/json'])));
  }

  private chart(figure: unknown, words: string | null): HTMLElement {
    const figureElement = make('figure', 'chart');
    const chart = make('div', 'neurolab-chart');
    figureElement.append(chart);
    const script = this.tools.charts();
    const copy = structuredClone(figure) as { layout?: { height?: unknown } };
    const height = Number(copy.layout?.height);
    chart.style.minHeight = `${height > 0 && height < 4000 ? height : 420}px`;
    // plotly.js measures where it draws, so the chart must be in the page first.
    queueMicrotask(() => {
      const drawn = script ? script.draw(chart, copy) : Promise.reject(new Error('plotly.js could not be loaded.'));
      drawn.catch((error: Error) => { chart.textContent = `This chart can't be drawn: ${error.message} ${words ?? ''}`; })
        .finally(() => { chart.style.minHeight = ''; });
    });
    return figureElement;
  }

  private answer(data: Record<string, unknown>, words: string | null, title: string): HTMLElement {
    const answer = data[exercise] as { id?: string; state?: string; message?: string };
    const state = ['right', 'not yet', 'not tried'].includes(answer.state ?? '') ? (answer.state as string) : 'not tried';
    const box = make('div', `check ${state.replace(' ', '-')}`);
    if (data['text/html'] !== undefined) box.append(foreignHtml(joined(data['text/html']), title, this.tools.rules, this.tools.frames));
    else box.append(make('p', '', words ?? `Exercise ${answer.id ?? ''}: ${state}. ${answer.message ?? ''}`));
    return box;
  }

  private error(output: OutputJson): HTMLElement {
    const box = make('div', 'error');
    const head = make('p', '');
    head.append(make('strong', '', `Cell ${this.number()} failed:`), ` ${output.ename ?? 'error'}`);
    const message = plainText(output.evalue ?? '').trim();
    const trace = plainText((output.traceback ?? []).join('\n')).trim();
    const saysMore = trace !== '' && !message.includes(trace);
    const goesOn = saysMore && trace.startsWith(message);
    box.append(head, make('pre', '', goesOn ? trace : message));
    if (saysMore && !goesOn) {
      const more = make('details', '');
      more.append(make('summary', '', 'Where'), make('pre', '', trace));
      box.append(more);
    }

    return box;
  }
}

/** Whether a view is of the kind that its type promises. */
export function isView(type: string, view: unknown): boolean {
  if (type === plotly || type === exercise) return typeof view === 'object' && view !== null && !Array.isArray(view);
  return typeof view === 'string' || Array.isArray(view);
}

/** Removes terminal colour codes and applies carriage returns, as a terminal would. */
export function plainText(raw: string): string {
  const plain = raw.replace(/\x1B(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1B]*(?:\x07|\x1B\\)?|[@-Z\\-_])|[\x00-\x08\x0B\x0C\x0E-\x1F]/g, '');
  return plain.replaceAll('\r\n', '\n').split('\n')
    .map(line => line.slice(line.replace(/\r+$/, '').lastIndexOf('\r') + 1).replaceAll('\r', '')).join('\n');
}

export function make(tag: string, className: string, content = ''): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = content;
  return element;
}

function text(className: string, content: string): HTMLElement {
  const box = make('div', className);
  box.append(make('pre', '', plainText(content).replace(/\n$/, '')));
  return box;
}

function picture(address: string, words: string | null): HTMLElement {
  const box = make('div', 'picture');
  const image = document.createElement('img');
  image.src = address;
  image.alt = words ?? 'A picture';
  box.append(image);
  return box;
}
