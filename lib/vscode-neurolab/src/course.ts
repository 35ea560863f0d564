// What the course's notebooks say of themselves: title, minutes, exercises.
import { joined, type NotebookJson } from '../../NeuroLab.Site/Page/notebook-json.js';

export const exerciseType = 'application/vnd.neurolab.exercise+json';

/** What an exercise's check said last. */
export interface Check {
  readonly id: string;
  readonly state: string;
  readonly message: string;
}

/** A cell, from a file or from an editor. */
export interface CourseCell {
  readonly isCode: boolean;
  readonly text: string;
  readonly checks: readonly Check[];
}

export interface Summary {
  readonly title: string;
  readonly minutes: number | null;
  readonly exercises: readonly { readonly id: string; readonly state: string }[];
}

/** The exercise that a cell is the stub of; null for any other cell. */
export function exerciseOf(text: string): string | null {
  return /^\s*\/\/\s*Exercise\s+(\d+[a-z]?(?:\.\d+)*)\b/.exec(text)?.[1] ?? null;
}

export function summaryOf(cells: readonly CourseCell[], name: string): Summary {
  const text = cells.find(cell => !cell.isCode)?.text ?? '';
  const states = new Map(cells.filter(cell => cell.isCode).map(cell => exerciseOf(cell.text)).filter(id => id !== null).map(id => [id, 'not tried']));
  for (const { id, state } of cells.flatMap(cell => cell.checks)) states.set(id, state);
  const minutes = /(\d{1,3})\s*(?:min\b|minutes?\b)/i.exec(text)?.[1];
  return {
    title: /^#\s+(.+)$/m.exec(text)?.[1]?.trim() ?? name,
    minutes: minutes === undefined ? null : Number(minutes),
    exercises: [...states].sort(([one], [other]) => one.localeCompare(other)).map(([id, state]) => ({ id, state })),
  };
}

/** Minutes and exercises in a few words. */
export function words({ minutes, exercises }: Summary): string {
  const right = exercises.filter(exercise => exercise.state === 'right').length;
  return [minutes === null ? '' : `${minutes} min`, exercises.length === 0 ? '' : `${right} of ${exercises.length} right`].filter(part => part !== '').join(' · ');
}

export function cellsOfFile({ cells }: NotebookJson): CourseCell[] {
  return cells.map(cell => ({
    isCode: cell.cell_type === 'code',
    text: joined(cell.source),
    checks: (cell.outputs ?? []).map(output => checkOf(output.data?.[exerciseType])).filter(check => check !== null),
  }));
}

export function checkOf(data: unknown): Check | null {
  const { id, state, message } = (data ?? {}) as { id?: unknown; state?: unknown; message?: unknown };
  return typeof id === 'string' && typeof state === 'string' ? { id, state, message: typeof message === 'string' ? message : '' } : null;
}
