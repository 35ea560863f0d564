// The keys of a page whose cell is chosen and not edited, as Jupyter has them.

export type Command =
  | 'edit' | 'next' | 'previous' | 'run' | 'run-and-move' | 'add-above' | 'add-below' | 'delete' | 'undo'
  | 'move-up' | 'move-down' | 'interrupt' | 'restart' | 'help';

/** What the page's help lists. */
export const keyHelp: readonly (readonly [string, string])[] = [
  ['Shift+Enter', 'run the cell and go to the next'],
  ['Ctrl+Enter', 'run the cell'],
  ['Enter', 'write in the cell'],
  ['Escape', 'stop writing: the keys below then work'],
  ['J or ↓, K or ↑', 'next cell, cell before'],
  ['A, B', 'add a cell above, below'],
  ['D D', 'delete the cell'],
  ['Z', 'undo adding, deleting and moving'],
  ['Alt+↑, Alt+↓', 'move the cell'],
  ['I I', 'stop what runs'],
  ['0 0', 'restart the worker'],
  ['Ctrl+Space', 'while writing: what fits here'],
  ['?', 'this list'],
];

const single: Readonly<Record<string, Command>> = {
  Enter: 'edit', ArrowDown: 'next', j: 'next', ArrowUp: 'previous', k: 'previous', a: 'add-above', b: 'add-below', z: 'undo', '?': 'help', h: 'help',
};

const double: Readonly<Record<string, Command>> = { d: 'delete', i: 'interrupt', '0': 'restart' };

const patience = 800;

/** Turns key presses into commands. */
export class Keys {
  private first = '';
  private at = 0;

  command(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'timeStamp'>): Command | null {
    const { key } = event;
    if (key === 'Enter' && event.shiftKey) return 'run-and-move';
    if (key === 'Enter' && (event.ctrlKey || event.metaKey)) return 'run';
    if (event.altKey) return key === 'ArrowUp' ? 'move-up' : key === 'ArrowDown' ? 'move-down' : null;
    if (event.ctrlKey || event.metaKey) return null;
    const twice = this.first === key && event.timeStamp - this.at < patience;
    this.first = twice ? '' : key;
    this.at = event.timeStamp;
    return (twice ? double[key] : undefined) ?? single[key] ?? null;
  }
}
