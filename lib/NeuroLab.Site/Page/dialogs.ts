// The page's own dialogs: the browser's keep the keyboard within them, and Escape closes them.
import { keyHelp } from './keys.js';
import { make } from './output-view.js';

/** Asks before something that can't be taken back. */
export function confirmFirst(question: string, consequence: string, yes: string): Promise<boolean> {
  const { dialog, buttons } = open(question);
  buttons.before(make('p', '', consequence));
  return new Promise(resolve => {
    let answer = false;
    add(buttons, yes, () => { answer = true; dialog.close(); });
    add(buttons, 'No', () => dialog.close()).focus();
    dialog.addEventListener('close', () => resolve(answer));
  });
}

export function showHelp(): void {
  const { dialog, buttons } = open('Keys');
  const table = make('table', '');
  const body = make('tbody', '');
  for (const [keys, what] of keyHelp) {
    const row = make('tr', '');
    const head = make('th', '', keys);
    head.setAttribute('scope', 'row');
    row.append(head, make('td', '', what));
    body.append(row);
  }

  table.append(body);
  buttons.before(table);
  add(buttons, 'Close', () => dialog.close()).focus();
}

function open(title: string): { dialog: HTMLDialogElement; buttons: HTMLElement } {
  const dialog = document.createElement('dialog');
  const heading = make('h2', '', title);
  heading.id = 'dialog-title';
  dialog.setAttribute('aria-labelledby', heading.id);
  const buttons = make('div', 'choices');
  dialog.append(heading, buttons);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, buttons };
}

function add(buttons: HTMLElement, label: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', act);
  buttons.append(button);
  return button;
}
