// Shows the notebook to a class: large letters, one step at a time, by keys or a clicker.
import { joined } from './notebook-json.js';
import { make } from './output-view.js';
import type { NotebookPage } from './page.js';
import { channelOf, stepsOf, type Asked, type Told } from './steps.js';

const sizes = [100, 125, 150, 175, 200];

export function present(page: NotebookPage, name: string): void {
  if (!document.documentElement.classList.contains('presenting')) new Presentation(page, name);
}

class Presentation {
  private readonly page: NotebookPage;
  private readonly root = document.documentElement;
  private readonly bar = make('footer', 'present-bar');
  private readonly title = make('h1', 'visually-hidden', document.title.replace(/ - NeuroLab$/, ''));
  private readonly place = make('span', 'present-place');
  private readonly channel: BroadcastChannel;
  private readonly began = Date.now();
  private readonly steps;
  private readonly keys = (event: KeyboardEvent): void => this.press(event);
  private at = 0;
  private size = 2;

  constructor(page: NotebookPage, name: string) {
    this.page = page;
    this.steps = stepsOf(page.notebook.cells);
    this.channel = new BroadcastChannel(channelOf(name));
    this.channel.addEventListener('message', event => this.hear(event.data as Asked | Told));
    this.place.setAttribute('role', 'status');
    this.bar.setAttribute('aria-label', 'Presentation');
    this.add('Back', () => this.go(-1));
    this.bar.append(this.place);
    this.add('Next', () => this.go(1));
    this.add('Smaller', () => this.grow(-1));
    this.add('Larger', () => this.grow(1));
    this.add("Teacher's window", () => { window.open(`?teacher`, 'neurolab-teacher', 'width=700,height=800'); });
    this.add('End', () => this.end());
    this.bar.append(page.bar.status);
    document.querySelector('main')?.prepend(this.title);
    document.body.append(this.bar);
    this.root.classList.add('presenting');
    addEventListener('keydown', this.keys, true);
    this.grow(0);
    this.show();
  }

  private go(by: 1 | -1): void {
    const next = this.at + by;
    if (next < 0 || next >= this.steps.length) return;
    this.at = next;
    const step = this.steps[next];
    if (by > 0 && step?.kind === 'run') this.page.run(step.cell, false);
    this.show();
  }

  private show(): void {
    const step = this.steps[this.at];
    for (const [id, view] of this.page.views) {
      const isShown = id === step?.cell;
      view.element.classList.toggle('shown', isShown);
      if (isShown) view.element.dataset['step'] = step.kind;
    }

    this.place.textContent = `${this.at + 1} of ${this.steps.length}`;
    if (step?.kind !== 'run') scrollTo({ top: 0, behavior: 'instant' });
    this.tell();
  }

  // The keys of clickers are those of pages; what is typed into a cell, a slider or a menu stays there.
  private press(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (target.closest('.cm-editor, textarea, input')) target.blur();
      else this.end();
      return;
    }

    if (target.closest('.cm-editor, textarea, input, select') || event.ctrlKey || event.metaKey || event.altKey) return;
    const by = forward(event, target) ? 1 : ['ArrowLeft', 'PageUp', 'Backspace'].includes(event.key) ? -1 : 0;
    if (by === 0 && event.key !== '+' && event.key !== '-') return;
    event.preventDefault();
    event.stopPropagation();
    if (by === 0) this.grow(event.key === '+' ? 1 : -1);
    else this.go(by);
  }

  private grow(by: -1 | 0 | 1): void {
    this.size = Math.min(sizes.length - 1, Math.max(0, this.size + by));
    this.root.style.fontSize = `${sizes[this.size]}%`;
  }

  private hear(asked: Asked | Told): void {
    if (asked === 'hello') this.tell();
    if (asked === 'next') this.go(1);
    if (asked === 'back') this.go(-1);
  }

  private tell(): void {
    const told: Told = {
      at: this.at,
      began: this.began,
      steps: this.steps,
      texts: Object.fromEntries(this.page.notebook.cells.map(cell => [cell.id, joined(cell.source)])),
    };
    this.channel.postMessage(told);
  }

  private end(): void {
    this.channel.close();
    removeEventListener('keydown', this.keys, true);
    document.querySelector('.live-tools')?.before(this.page.bar.status);
    this.title.remove();
    this.bar.remove();
    this.root.classList.remove('presenting');
    this.root.style.fontSize = '';
    const cell = this.steps[this.at]?.cell;
    if (cell) this.page.leave(cell);
  }

  private add(label: string, act: () => void): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', act);
    this.bar.append(button);
  }
}

function forward(event: KeyboardEvent, target: HTMLElement): boolean {
  if (['ArrowRight', 'PageDown'].includes(event.key)) return true;
  return (event.key === ' ' || event.key === 'Enter') && !target.closest('button, a, summary');
}
