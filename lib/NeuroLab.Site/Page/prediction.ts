// Predict, then run: a cell and its output stay folded until the reader has written what he expects, or wants to see it without.
import { make } from './output-view.js';

export class Prediction {
  readonly element = make('div', 'prediction');
  private readonly cell: HTMLElement;
  private readonly keep: (text: string) => void;

  /** kept: what was predicted before; undefined for nothing, "" for "just show it". */
  constructor(cell: HTMLElement, kept: unknown, keep: (text: string) => void) {
    this.cell = cell;
    this.keep = keep;
    if (typeof kept === 'string') this.show(kept);
    else this.ask();
  }

  /** Shows the cell without a prediction. */
  open(): void {
    if (this.cell.classList.contains('folded')) this.done('');
  }

  private ask(): void {
    this.cell.classList.add('folded');
    const form = document.createElement('form');
    const label = document.createElement('label');
    const answer = document.createElement('textarea');
    answer.rows = 2;
    label.append('What do you expect?', answer);
    const keep = document.createElement('button');
    keep.textContent = 'Keep it, and show the cell';
    const skip = document.createElement('button');
    skip.type = 'button';
    skip.textContent = 'Just show it';
    const buttons = make('div', 'choices');
    buttons.append(keep, skip);
    form.append(label, buttons);
    form.addEventListener('submit', event => {
      event.preventDefault();
      if (answer.value.trim()) this.done(answer.value.trim());
      else answer.focus();
    });
    skip.addEventListener('click', () => this.done(''));
    this.element.replaceChildren(form);
  }

  private done(text: string): void {
    this.keep(text);
    this.show(text);
    this.cell.focus();
  }

  private show(text: string): void {
    this.cell.classList.remove('folded');
    this.element.hidden = text === '';
    this.element.replaceChildren(make('strong', '', 'You expected: '), text);
  }
}

/** The code cells that follow a question "Predict, then run" in the text right above them. */
export function predictedCells(cells: readonly { id: string; cell_type: string; source: unknown }[], read: (source: unknown) => string): Set<string> {
  const found = new Set<string>();
  cells.forEach((cell, i) => {
    const above = cells[i - 1];
    if (cell.cell_type === 'code' && above?.cell_type === 'markdown' && /predict, then run/i.test(read(above.source))) found.add(cell.id);
  });
  return found;
}
