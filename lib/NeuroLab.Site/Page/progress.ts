// How far a reader is with the notebooks, as the map of the course shows it.
import { notes, type NotebookJson } from './notebook-json.js';
import { exercise as exerciseType, make } from './output-view.js';

export interface Progress {
  /** The notebook's file. */
  readonly name: string;
  /** Whether the reader came to its end. */
  readonly read: boolean;
  /** All its exercises, and what their checks said last. */
  readonly exercises: readonly Exercise[];
}

export interface Exercise {
  readonly id: string;
  /** right, not yet, or not tried. */
  readonly state: string;
}

const signs: Readonly<Record<string, string>> = { right: '✓', 'not yet': '↻' };

/** What a reader's notebook tells. course: the same of the notebook as the course has it. */
export function progressOf(notebook: NotebookJson, course: Progress): Progress {
  const states = new Map(course.exercises.map(({ id, state }) => [id, state]));
  for (const output of notebook.cells.flatMap(cell => cell.outputs ?? [])) {
    const said = output.data?.[exerciseType] as Partial<Exercise> | undefined;
    if (typeof said?.id === 'string' && typeof said.state === 'string') states.set(said.id, said.state);
  }

  const exercises = [...states].map(([id, state]) => ({ id, state })).sort((one, other) => (one.id < other.id ? -1 : 1));
  return { name: course.name, read: notes(notebook)['read'] === true, exercises };
}

/** Writes into the map what the reader has done. all: in the order of the map. */
export function showProgress(map: HTMLElement, all: readonly Progress[]): void {
  const sum = summary(all);
  if (sum) map.before(make('p', 'so-far', sum));
  all.forEach((progress, i) => {
    const words = inWords(progress);
    if (!words) return;
    const line = make('p', 'progress', words);
    line.classList.toggle('done', progress.read && right([progress]) === progress.exercises.length);
    const entry = map.querySelector(`:scope > li:nth-child(${i + 1}) > div`);
    entry?.append(line);
    if (isTried(progress)) entry?.append(marks(progress));
  });
}

/** How far a reader is with a notebook; empty where nothing has begun. */
export function inWords(progress: Progress): string {
  if (!progress.read && !isTried(progress)) return '';
  const { length } = progress.exercises;
  return [progress.read ? 'Read' : '', length > 0 ? `${right([progress])} of ${length} exercises right` : ''].filter(Boolean).join(', ');
}

/** How far a reader is with the course; empty where nothing has begun. */
export function summary(all: readonly Progress[]): string {
  const read = all.filter(progress => progress.read).length;
  const count = all.reduce((sum, progress) => sum + progress.exercises.length, 0);
  return read + right(all) === 0 ? '' : `You have read ${read} of ${all.length} notebooks; ${right(all)} of ${count} exercises are right.`;
}

function isTried({ exercises }: Progress): boolean {
  return exercises.some(({ state }) => state in signs);
}

function right(all: readonly Progress[]): number {
  return all.flatMap(({ exercises }) => exercises).filter(({ state }) => state === 'right').length;
}

function marks({ exercises }: Progress): HTMLElement {
  const list = make('ul', 'marks');
  list.append(...exercises.map(({ id, state }) => {
    const sign = make('span', '', signs[state] ?? '○');
    sign.setAttribute('aria-hidden', 'true');
    const mark = make('li', state.replaceAll(' ', '-'));
    mark.append(sign, ` ${id}`, make('span', 'visually-hidden', `: ${state}`));
    return mark;
  }));
  return list;
}
