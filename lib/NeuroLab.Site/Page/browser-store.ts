// The notebook in the browser's own database. What the reader never touched is the course's own, and changes with it.
import { freshId, type CellJson, type NotebookJson } from './notebook-json.js';
import type { Change, Kept, Saved, Store } from './store.js';

const database = 'neurolab';
const table = 'notebooks';
/** The state of a notebook of which nothing is kept. */
const untouched = 'course';

/** A notebook as it is kept. */
export interface KeptHere extends Kept {
  /** Whether its cells are those of the course, and change with it: only what the page notes about the notebook is the reader's. */
  readonly isCourse: boolean;
}

export class BrowserStore implements Store {
  private readonly key: string;
  private readonly course: NotebookJson;
  private readonly markdown: (text: string) => Promise<string>;

  /** key: what the notebook is kept under. course: the notebook as the course has it. markdown: makes HTML of a text cell. */
  constructor(key: string, course: NotebookJson, markdown: (text: string) => Promise<string>) {
    this.key = key;
    this.course = structuredClone(course);
    this.markdown = markdown;
  }

  async load(): Promise<Kept> {
    return this.current(await within('readonly', notebooks => notebooks.get(this.key) as IDBRequest<KeptHere | undefined>));
  }

  async save(change: Change): Promise<Saved> {
    const db = await opened();
    try {
      return await new Promise<Saved>((resolve, reject) => {
        const step = db.transaction(table, 'readwrite', { durability: 'strict' });
        const notebooks = step.objectStore(table);
        let saved: Saved | null = null;
        const read = notebooks.get(this.key) as IDBRequest<KeptHere | undefined>;
        read.onsuccess = () => {
          const before = this.current(read.result);
          if (before.revision !== change.base) {
            saved = { ok: false, other: before };
            return;
          }

          const notebook = changed(before.notebook, change);
          const isCourse = JSON.stringify(notebook.cells) === JSON.stringify(this.course.cells);
          const after: KeptHere = { revision: freshId(), notebook: isCourse ? { ...notebook, cells: [] } : notebook, isCourse };
          notebooks.put(after, this.key);
          saved = { ok: true, revision: after.revision };
        };
        step.oncomplete = () => saved ? resolve(saved) : reject(new Error('Nothing was saved.'));
        step.onabort = () => reject(step.error ?? new Error('The browser did not save it.'));
      });
    } finally {
      db.close();
    }
  }

  // The database takes it while the page goes; what it does not is kept as a draft.
  leave(change: Change): void {
    void this.save(change).catch(() => undefined);
  }

  async original(): Promise<NotebookJson> {
    return structuredClone(this.course);
  }

  render(markdown: string): Promise<string> {
    return this.markdown(markdown);
  }

  private current(kept: KeptHere | undefined): Kept {
    if (kept && !kept.isCourse) return kept;
    const course = structuredClone(this.course);
    return kept ? { revision: kept.revision, notebook: { ...course, metadata: kept.notebook.metadata } } : { revision: untouched, notebook: course };
  }
}

/** What is kept under keys that begin so, by the rest of the key. */
export async function keptNotebooks(prefix: string): Promise<Map<string, KeptHere>> {
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  const keys = await within('readonly', notebooks => notebooks.getAllKeys(range));
  const kept = await within('readonly', notebooks => notebooks.getAll(range) as IDBRequest<KeptHere[]>);
  return new Map(keys.map((key, i) => [String(key).slice(prefix.length), kept[i] as KeptHere]));
}

/** Puts a notebook in the place of the reader's own. */
export async function keepNotebook(key: string, notebook: NotebookJson): Promise<void> {
  await within('readwrite', notebooks => notebooks.put({ revision: freshId(), notebook, isCourse: false } satisfies KeptHere, key));
}

/** A notebook with a change made in it. */
export function changed(before: NotebookJson, change: Change): NotebookJson {
  const known = new Map(before.cells.map(cell => [cell.id, cell]));
  const cells = change.cells.map((cell): CellJson => {
    const found = typeof cell === 'string' ? known.get(cell) : cell;
    if (!found) throw new Error(`The notebook has no cell ${JSON.stringify(cell)}. Load the page again.`);
    return found;
  });
  return { ...before, cells, metadata: { ...change.metadata } };
}

async function within<T>(mode: IDBTransactionMode, act: (notebooks: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await opened();
  try {
    return await settled(act(db.transaction(table, mode).objectStore(table)));
  } finally {
    db.close();
  }
}

async function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(database, 1);
  request.onupgradeneeded = () => { request.result.createObjectStore(table); };
  return settled(request);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser keeps nothing here.'));
  });
}
