// What was typed and not yet saved, in the browser's own storage: it outlives the page, the worker and the server.

/** The part of a browser's storage that drafts need. */
export interface DraftStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

interface Draft {
  readonly base: string;
  readonly text: string;
}

export class Drafts {
  private readonly storage: DraftStorage | null;
  private readonly key: string;
  private drafts: Record<string, Draft>;

  constructor(notebook: string, storage: DraftStorage | null) {
    this.storage = storage;
    this.key = `neurolab-draft:${notebook}`;
    this.drafts = this.read();
  }

  /** Keeps a cell's text. base: the text it was made from. */
  keep(cell: string, base: string, text: string): void {
    this.drafts[cell] = { base, text };
    this.write();
  }

  /** Forgets the drafts of cells that are saved. */
  saved(isSaved: (cell: string) => boolean): void {
    for (const cell of Object.keys(this.drafts)) if (isSaved(cell)) delete this.drafts[cell];
    this.write();
  }

  /** The drafts that a page finds: cell, text, and whether the cell is still what the draft was made from. */
  found(text: (cell: string) => string | null): { cell: string; text: string; fits: boolean }[] {
    return Object.entries(this.drafts).flatMap(([cell, draft]) => {
      const now = text(cell);
      return now === draft.text ? [] : [{ cell, text: draft.text, fits: now === draft.base }];
    });
  }

  forget(cell: string): void {
    delete this.drafts[cell];
    this.write();
  }

  private read(): Record<string, Draft> {
    try {
      return JSON.parse(this.storage?.getItem(this.key) ?? '{}') as Record<string, Draft>;
    } catch {
      return {};
    }
  }

  // Storage may be denied or full; the server's file then has to do.
  private write(): void {
    try {
      if (Object.keys(this.drafts).length > 0) this.storage?.setItem(this.key, JSON.stringify(this.drafts));
      else this.storage?.removeItem(this.key);
    } catch { /* As above. */ }
  }
}
