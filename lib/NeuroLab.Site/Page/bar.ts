// The bar above the notebook: what the worker does, whether all is saved, and what is done with the notebook as a whole.
import type { KeeperState } from './keeper.js';
import { make } from './output-view.js';
import type { RunnerState } from './runner.js';

export interface BarActions {
  runAll(): void;
  interrupt(): void;
  restart(): void;
  undo(): void;
  compare(): void;
  startOver(): void;
  present(): void;
  help(): void;
}

const words: Record<RunnerState, string> = {
  off: 'Not started', starting: 'Starting', ready: 'Ready', busy: 'Running', lost: 'Not connected',
};

const saving: Record<KeeperState, string> = { saved: 'Saved', saving: 'Saving', unsaved: 'Not saved yet', conflict: 'Changed elsewhere' };

export class Bar {
  /** What the worker does, and whether all is saved. */
  readonly status = make('div', 'live-status');
  private readonly state = make('span', 'worker');
  private readonly kept = make('span', 'kept');
  private readonly notice = make('div', 'notice');
  private readonly stop: HTMLButtonElement;
  private readonly undo: HTMLButtonElement;
  private readonly said = make('p', 'visually-hidden');
  private readonly list = make('div', 'menu-list');

  constructor(bar: HTMLElement, actions: BarActions) {
    const tools = make('div', 'live-tools');
    tools.setAttribute('role', 'toolbar');
    tools.setAttribute('aria-label', 'Notebook');
    this.status.append(this.state, this.kept);
    this.stop = button('Stop', actions.interrupt, 'Stop the cell that runs (I, I)');
    this.undo = button('Undo', actions.undo, 'Undo');
    this.undo.disabled = true;
    const menu = document.createElement('details');
    menu.className = 'menu';
    this.list.append(
      this.undo,
      button('Restart the worker', actions.restart),
      button('Show what I changed', actions.compare),
      button('Start this notebook over', actions.startOver),
      button('Present', actions.present),
      button('Keys', actions.help),
    );
    menu.append(make('summary', '', 'More'), this.list);
    this.list.addEventListener('click', () => { menu.open = false; });
    document.addEventListener('click', event => { if (!menu.contains(event.target as Node)) menu.open = false; });
    menu.addEventListener('keydown', event => { if (event.key === 'Escape') { menu.open = false; menu.querySelector('summary')?.focus(); } });
    tools.append(button('Run all', actions.runAll), this.stop, menu);
    bar.querySelector('.theme')?.before(this.status, tools);
    this.notice.hidden = true;
    this.notice.setAttribute('role', 'region');
    this.notice.setAttribute('aria-label', 'Notice');
    this.said.setAttribute('role', 'status');
    bar.after(this.said, this.notice);
    this.worker('off', '');
  }

  /** Adds to the menu what can be done here besides. */
  offer(label: string, act: () => void): void {
    this.list.append(button(label, act));
  }

  worker(state: RunnerState, detail: string): void {
    this.state.textContent = detail ? `${words[state]}: ${detail}` : words[state];
    this.state.dataset['state'] = state;
    this.stop.disabled = state !== 'busy' && state !== 'starting';
  }

  keeping(state: KeeperState, problem: string): void {
    this.kept.textContent = saving[state];
    this.kept.title = problem;
    this.kept.dataset['state'] = problem ? 'problem' : state;
  }

  /** What "Undo" would take back; null where there is nothing. */
  step(what: string | null): void {
    this.undo.disabled = what === null;
    this.undo.textContent = what === null ? 'Undo' : `Undo ${what}`;
  }

  /** Tells those who can't see what happened. */
  say(text: string): void {
    this.said.textContent = text;
  }

  /** Shows a notice with what can be done about it; without a text the notice goes. */
  tell(text: string, choices: Readonly<Record<string, () => void>> = {}): void {
    const close = (): void => { this.notice.hidden = true; };
    this.notice.replaceChildren(make('p', '', text), ...Object.entries({ ...choices, ...(text ? { Close: close } : {}) }).map(([label, act]) =>
      button(label, () => { close(); act(); })));
    this.notice.hidden = text === '';
  }
}

function button(label: string, act: () => void, title = ''): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  if (title) made.title = title;
  made.addEventListener('click', act);
  return made;
}
