// Where a notebook is kept: in a file behind the server, or in the browser.
import type { CellJson, NotebookJson } from './notebook-json.js';

/** A notebook as it was read, and the name of that state. */
export interface Kept {
  readonly revision: string;
  readonly notebook: NotebookJson;
}

/** What changed since a state: all cells in order, those that did not change by their id alone. */
export interface Change {
  readonly base: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly cells: readonly (string | CellJson)[];
}

/** Saved, or not because the notebook was changed elsewhere meanwhile. */
export type Saved =
  | { readonly ok: true; readonly revision: string }
  | { readonly ok: false; readonly other: Kept };

export interface Store {
  /** Reads the notebook as it is now. */
  load(): Promise<Kept>;

  /** Writes a change, unless the notebook is no longer in the state that it was made from. */
  save(change: Change): Promise<Saved>;

  /** Hands a change over while the page goes away; nobody waits for an answer. */
  leave(change: Change): void;

  /** The notebook as the course has it; null where it is not of the course. */
  original(): Promise<NotebookJson | null>;

  /** The HTML of a text cell. */
  render(markdown: string): Promise<string>;
}
