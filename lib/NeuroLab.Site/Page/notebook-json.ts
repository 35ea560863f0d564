// A notebook's file, as pages hold it: its cells, their texts, and what the page notes in its metadata.

export interface OutputJson {
  output_type: 'stream' | 'display_data' | 'execute_result' | 'error';
  name?: string;
  text?: string | string[];
  data?: Record<string, unknown>;
  metadata?: Record<string, unknown>;
  execution_count?: number | null;
  ename?: string;
  evalue?: string;
  traceback?: string[];
}

export interface CellJson {
  cell_type: string;
  id: string;
  metadata: Record<string, unknown>;
  source: string | string[];
  outputs?: OutputJson[];
  execution_count?: number | null;
}

export interface NotebookJson {
  cells: CellJson[];
  metadata: Record<string, unknown>;
  nbformat: number;
  nbformat_minor: number;
}

/** Text as notebooks store it, as one string. */
export function joined(text: unknown): string {
  return Array.isArray(text) ? text.join('') : typeof text === 'string' ? text : '';
}

/** Text as Jupyter saves it: lines, each with its line end. */
export function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** What the page notes about a cell or a notebook: metadata's part "neurolab". */
export function notes(owner: { metadata: Record<string, unknown> }): Record<string, unknown> {
  const found = owner.metadata['neurolab'];
  return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {};
}

/** Notes something about a cell or a notebook; undefined takes the note away. */
export function annotate(owner: { metadata: Record<string, unknown> }, name: string, value: unknown): void {
  const rest = { ...notes(owner) };
  if (value === undefined) delete rest[name];
  else rest[name] = value;
  if (Object.keys(rest).length > 0) owner.metadata['neurolab'] = rest;
  else delete owner.metadata['neurolab'];
}

/** A name that nothing else has. The browser's own such names are only for pages that come by https. */
export function freshId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), byte => byte.toString(16).padStart(2, '0')).join('');
}

/** Reads a notebook's file. name: what messages call it. */
export function readNotebook(text: string, name: string): NotebookJson {
  let json: Partial<NotebookJson> | null;
  try {
    json = JSON.parse(text) as Partial<NotebookJson> | null;
  } catch (error) {
    throw new Error(`${name} is no notebook: ${(error as Error).message}`);
  }

  if (json?.nbformat !== 4 || !Array.isArray(json.cells) || !json.cells.every(cell => typeof cell?.cell_type === 'string'))
    throw new Error(`${name} is no notebook that can be read here: a file of Jupyter's format 4 was expected.`);
  const cells = json.cells.map(cell => ({ ...cell, id: cell.id ?? freshId().slice(0, 8), metadata: cell.metadata ?? {}, source: cell.source ?? [] }));
  return { cells, metadata: json.metadata ?? {}, nbformat: 4, nbformat_minor: 5 };
}

/** A notebook as Jupyter writes its file. */
export function writeNotebook(notebook: NotebookJson): string {
  return `${JSON.stringify(notebook, null, 1)}\n`;
}
