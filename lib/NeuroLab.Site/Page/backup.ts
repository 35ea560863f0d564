// The reader's notebooks as files: out of the browser, and back into it.
import type { Bar } from './bar.js';
import { keepNotebook, keptNotebooks } from './browser-store.js';
import { confirmFirst } from './dialogs.js';
import { readNotebook, writeNotebook, type NotebookJson } from './notebook-json.js';

/** The part of the package fflate that this needs. */
interface Zip {
  zipSync(files: Record<string, Uint8Array>): Uint8Array<ArrayBuffer>;
  unzipSync(zip: Uint8Array): Record<string, Uint8Array>;
}

export interface BackupParts {
  /** The notebook of this page. */
  readonly name: string;
  readonly notebook: () => NotebookJson;
  /** All that the course has. */
  readonly names: readonly string[];
  /** What the reader's notebooks are kept under, before their name. */
  readonly prefix: string;
  readonly bar: Bar;
  /** Has what changed a moment ago saved. */
  save(): Promise<void>;
}

const archive = 'neurolab-notebooks.zip';

/** Adds to the page's menu what this does. */
export function offerBackup(parts: BackupParts): void {
  const { bar } = parts;
  const tried = (act: () => Promise<void>) => () => void act().catch((error: unknown) => bar.tell(error instanceof Error ? error.message : String(error)));
  bar.offer('Save this notebook as a file', () => download(parts.name, 'application/x-ipynb+json', writeNotebook(parts.notebook())));
  bar.offer('Save all my notebooks as a .zip', tried(() => saveAll(parts)));
  bar.offer('Load notebooks from a file', tried(async () => {
    const file = await chosen();
    if (file) await load(file, parts);
  }));
}

async function saveAll(parts: BackupParts): Promise<void> {
  await parts.save();
  const kept = [...await keptNotebooks(parts.prefix)].filter(([, { isCourse }]) => !isCourse);
  if (kept.length === 0) return parts.bar.tell('You have changed nothing yet, so there is nothing to save.');
  const { zipSync } = await loadZip();
  const files = Object.fromEntries(kept.map(([name, { notebook }]) => [name, new TextEncoder().encode(writeNotebook(notebook))]));
  download(archive, 'application/zip', zipSync(files));
}

async function load(file: File, parts: BackupParts): Promise<void> {
  const found = await notebooksIn(file);
  const known = [...found].filter(([name]) => parts.names.includes(name));
  if (known.length === 0)
    throw new Error(`${file.name} holds no notebook of this course. A notebook is known by its file's name, such as ${parts.name}; there ${found.size === 0 ? 'is none' : `is ${[...found.keys()].join(', ')}`}.`);
  const names = known.map(([name]) => name).join(', ');
  if (!(await confirmFirst(known.length === 1 ? `Load ${names}?` : `Load ${known.length} notebooks?`, `What you have in this browser in ${names} is lost.`, 'Load'))) return;
  await parts.save();
  for (const [name, notebook] of known) await keepNotebook(parts.prefix + name, notebook);
  location.reload();
}

async function notebooksIn(file: File): Promise<Map<string, NotebookJson>> {
  if (!file.name.toLowerCase().endsWith('.zip')) return new Map([[file.name, readNotebook(await file.text(), file.name)]]);
  const { unzipSync } = await loadZip();
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(new Uint8Array(await file.arrayBuffer()));
  } catch {
    throw new Error(`${file.name} is no .zip that can be read.`);
  }

  return new Map(Object.entries(files).filter(([path]) => path.endsWith('.ipynb')).map(([path, content]) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return [name, readNotebook(new TextDecoder().decode(content), name)];
  }));
}

async function loadZip(): Promise<Zip> {
  try {
    return (await import(new URL('./zip.js', import.meta.url).href)) as Zip;
  } catch {
    throw new Error('A .zip can’t be written or read here: Node.js was missing when this site was made. Notebooks can be saved and loaded one by one.');
  }
}

function chosen(): Promise<File | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.ipynb,.zip';
  return new Promise(resolve => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

function download(name: string, type: string, content: string | Uint8Array<ArrayBuffer>): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
