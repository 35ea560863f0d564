// A notebook in the page: its cells, what was changed in it, and the way back.
import { annotate, freshId, joined, lines, type CellJson, type NotebookJson, type OutputJson } from './notebook-json.js';

export type NotebookChange = 'text' | 'outputs' | 'notes' | 'cells';

interface Step {
  readonly what: string;
  undo(): void;
}

export class Notebook {
  readonly cells: CellJson[];
  readonly metadata: Record<string, unknown>;
  private readonly touched = new Set<string>();
  private readonly saved = new Map<string, string>();
  private readonly listeners: ((what: NotebookChange, cell: string) => void)[] = [];
  private readonly steps: Step[] = [];
  private reordered = false;

  constructor(json: NotebookJson) {
    this.cells = json.cells;
    this.metadata = json.metadata;
    this.markSaved();
  }

  get codeCells(): CellJson[] {
    return this.cells.filter(cell => cell.cell_type === 'code');
  }

  /** Whether anything changed since changes were last taken. */
  get isChanged(): boolean {
    return this.reordered || this.touched.size > 0;
  }

  /** What "undo" would take back, in words; null where there is nothing. */
  get lastStep(): string | null {
    return this.steps.at(-1)?.what ?? null;
  }

  /** The text of a cell as it was last saved. */
  savedText(id: string): string {
    return this.saved.get(id) ?? '';
  }

  /** Says that all that has not changed since changes were last taken is saved. */
  markSaved(): void {
    for (const cell of this.cells) if (!this.touched.has(cell.id)) this.saved.set(cell.id, joined(cell.source));
  }

  /** Whether a cell changed since changes were last taken. */
  isTouched(id: string): boolean {
    return this.touched.has(id);
  }

  find(id: string): CellJson {
    const cell = this.cells.find(candidate => candidate.id === id);
    if (!cell) throw new Error(`The notebook has no cell ${id}.`);
    return cell;
  }

  has(id: string): boolean {
    return this.cells.some(cell => cell.id === id);
  }

  text(id: string): string {
    return joined(this.find(id).source);
  }

  setText(id: string, text: string): void {
    const cell = this.find(id);
    if (joined(cell.source) === text) return;
    cell.source = lines(text);
    this.touch('text', id);
  }

  setOutputs(id: string, outputs: OutputJson[], count: number | null): void {
    const cell = this.find(id);
    cell.outputs = outputs;
    cell.execution_count = count;
    this.touch('outputs', id);
  }

  /** Notes something about a cell; undefined takes the note away. */
  note(id: string, name: string, value: unknown): void {
    annotate(this.find(id), name, value);
    this.touch('notes', id);
  }

  /** Notes something about the notebook. */
  noteOnNotebook(name: string, value: unknown): void {
    annotate(this, name, value);
    this.reordered = true;
    this.tell('notes', '');
  }

  /** Adds an empty cell and gives its id. */
  add(kind: 'code' | 'markdown', after: string | null): string {
    const id = freshId().slice(0, 8);
    const cell: CellJson = { cell_type: kind, id, metadata: {}, source: [] };
    if (kind === 'code') Object.assign(cell, { execution_count: null, outputs: [] });
    this.place(cell, after === null ? 0 : this.indexOf(after) + 1);
    this.steps.push({ what: 'adding a cell', undo: () => this.take(id) });
    return id;
  }

  remove(id: string): void {
    const at = this.indexOf(id);
    const cell = this.find(id);
    this.take(id);
    this.steps.push({ what: 'deleting a cell', undo: () => this.place(cell, at) });
  }

  /** Moves a cell up (-1) or down (1); false where it is at the end already. */
  move(id: string, by: -1 | 1): boolean {
    const from = this.indexOf(id);
    const to = from + by;
    if (to < 0 || to >= this.cells.length) return false;
    const cell = this.find(id);
    this.take(id);
    this.place(cell, to);
    this.steps.push({ what: 'moving a cell', undo: () => { this.take(id); this.place(cell, from); } });
    return true;
  }

  undo(): boolean {
    const step = this.steps.pop();
    step?.undo();
    return step !== undefined;
  }

  /** All cells in order: those that changed as they are, the others by their id. From here on changes count anew. */
  takeChanges(): (string | CellJson)[] {
    const cells = this.cells.map(cell => (this.touched.has(cell.id) ? structuredClone(cell) : cell.id));
    this.touched.clear();
    this.reordered = false;
    return cells;
  }

  /** Counts cells as changed again, as what was taken could not be saved. */
  putBack(changes: readonly (string | CellJson)[]): void {
    this.reordered = true;
    for (const change of changes) if (typeof change !== 'string' && this.has(change.id)) this.touched.add(change.id);
  }

  listen(listener: (what: NotebookChange, cell: string) => void): void {
    this.listeners.push(listener);
  }

  private indexOf(id: string): number {
    return this.cells.indexOf(this.find(id));
  }

  private take(id: string): void {
    this.cells.splice(this.indexOf(id), 1);
    this.reordered = true;
    this.tell('cells', id);
  }

  private place(cell: CellJson, at: number): void {
    this.cells.splice(at, 0, cell);
    this.reordered = true;
    this.touch('cells', cell.id);
  }

  private touch(what: NotebookChange, id: string): void {
    this.touched.add(id);
    this.tell(what, id);
  }

  private tell(what: NotebookChange, id: string): void {
    for (const listener of this.listeners) listener(what, id);
  }
}
