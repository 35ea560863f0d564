// The teacher's window: what comes next, how much time has gone, and what the page for teachers says of this cell.
import { make } from './output-view.js';
import { channelOf, clock, type Asked, type Told } from './steps.js';

/** What the page for teachers says of a notebook: its minutes, and notes with the number of the cell to which each belongs. */
export interface Notes {
  readonly minutes: number | null;
  readonly items: readonly { readonly cell: number | null; readonly html: string }[];
}

/** Turns the page into the teacher's window. minutes: how long the notebook says it takes. */
export function teach(name: string, minutes: number | null, known: Notes): void {
  document.documentElement.classList.add('teaching');
  document.querySelector('.contents')?.remove();
  const main = document.querySelector('main');
  if (!main) return;
  const time = make('p', 'teacher-clock');
  const place = make('p', 'teacher-place', 'Waits for the presentation: choose Present on the notebook’s page.');
  place.setAttribute('role', 'status');
  const next = make('pre', 'teacher-next');
  next.tabIndex = 0;
  next.setAttribute('role', 'group');
  next.setAttribute('aria-label', 'What comes next');
  const notes = make('div', 'teacher-notes');
  const channel = new BroadcastChannel(channelOf(name));
  const ask = (asked: Asked): void => channel.postMessage(asked);
  const buttons = make('div', 'choices');
  for (const [label, asked] of [['Back', 'back'], ['Next', 'next']] as const) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', () => ask(asked));
    buttons.append(button);
  }

  main.replaceChildren(
    make('h1', '', document.title.replace(/ - NeuroLab$/, '')), time, place, buttons,
    make('h2', '', 'For this cell'), notes, make('h2', '', 'Next'), next);
  const planned = known.minutes ?? minutes;
  let told: Told | null = null;
  const tick = (): void => {
    const gone = told ? Date.now() - told.began : 0;
    time.textContent = `${clock(gone)}${planned ? ` of ${planned} minutes` : ''}`;
    time.classList.toggle('late', planned !== null && gone > planned * 60_000);
  };
  channel.addEventListener('message', event => {
    if (typeof event.data !== 'object') return;
    told = event.data as Told;
    show(told);
    tick();
  });
  addEventListener('keydown', event => {
    if (['ArrowRight', 'PageDown'].includes(event.key)) ask('next');
    if (['ArrowLeft', 'PageUp'].includes(event.key)) ask('back');
  });
  setInterval(tick, 1000);
  tick();
  ask('hello');

  function show({ at, steps, texts }: Told): void {
    const step = steps[at];
    place.textContent = `Step ${at + 1} of ${steps.length}${step?.number ? `: cell ${step.number}, ${step.kind === 'run' ? 'its run' : 'its code'}` : ': text'}`;
    // Under a text, what is said of the next cell is what the teacher needs.
    const cell = step?.number ?? steps.slice(at).find(later => later.number !== null)?.number ?? null;
    const fitting = known.items.filter(item => item.cell === cell);
    notes.replaceChildren(...[...fitting, ...known.items.filter(item => item.cell === null)].map(item => {
      const note = make('p', item.cell === null ? 'general' : '');
      note.innerHTML = item.html;
      return note;
    }));
    const following = steps[at + 1];
    next.textContent = !following ? 'The end.' : following.kind === 'run' ? `Cell ${following.number} runs.` : texts[following.cell] ?? '';
  }
}
