// The steps in which a notebook is shown to a class: a text, the code, then its run with what it shows.

export interface Step {
  readonly cell: string;
  readonly kind: 'text' | 'code' | 'run';
  /** The number of the code cell; null for a text. */
  readonly number: number | null;
}

export function stepsOf(cells: readonly { readonly id: string; readonly cell_type: string; readonly source: unknown }[]): Step[] {
  let number = 0;
  return cells.flatMap((cell): Step[] => {
    if (cell.cell_type === 'markdown') return [{ cell: cell.id, kind: 'text', number: null }];
    if (cell.cell_type !== 'code') return [];
    number++;
    return [{ cell: cell.id, kind: 'code', number }, { cell: cell.id, kind: 'run', number }];
  });
}

/** What the presenting page tells the teacher's window. */
export interface Told {
  readonly at: number;
  /** When the presentation began, as Date.now() gives it. */
  readonly began: number;
  readonly steps: readonly Step[];
  /** The text of each cell, for the view of what comes next. */
  readonly texts: Readonly<Record<string, string>>;
}

/** What the teacher's window asks. */
export type Asked = 'hello' | 'next' | 'back';

export function channelOf(name: string): string {
  return `neurolab-present:${name}`;
}

/** Minutes and seconds. */
export function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
