// Draws in a notebook's window what the session shows besides text, HTML and pictures: charts, what an exercise's check says, and the
// question that stands before a result.
import type { ActivationFunction, OutputItem } from 'vscode-notebook-renderer';
import 'neurolab-charts';

const plotly = 'application/vnd.plotly.v1+json';
const question = 'application/vnd.neurolab.question+json';

interface Check {
  readonly id?: string;
  readonly state?: string;
  readonly message?: string;
}

const style = `
.neurolab-check { border-left: 4px solid var(--vscode-charts-yellow); padding: .4em .8em; max-width: 60em; }
.neurolab-check.right { border-color: var(--vscode-charts-green); }
.neurolab-check.not-tried { border-color: var(--vscode-charts-blue); }
.neurolab-check p { margin: 0; white-space: pre-wrap; }
.neurolab-question { border-left: 4px solid var(--vscode-charts-purple); padding: .4em .8em; max-width: 60em; }
.neurolab-question label { display: grid; gap: .4em; font-weight: 600; }
.neurolab-question textarea { font: inherit; font-weight: 400; padding: .3em .4em; color: var(--vscode-input-foreground); background: var(--vscode-input-background);
  border: 1px solid var(--vscode-input-border, var(--vscode-charts-lines)); resize: vertical; }
.neurolab-question button { font: inherit; margin: .6em .6em 0 0; padding: .3em .9em; cursor: pointer; color: var(--vscode-button-foreground);
  background: var(--vscode-button-background); border: 1px solid var(--vscode-button-border, transparent); border-radius: 2px; }
.neurolab-question button[type=button] { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); }
`;

export const activate: ActivationFunction = context => {
  document.head.appendChild(document.createElement('style')).textContent = style;
  return {
    renderOutputItem: async (item, element) => {
      element.replaceChildren();
      try {
        if (item.mime === plotly) await draw(item, element);
        else if (item.mime === question) element.append(asked(said => context.postMessage?.({ ...item.json(), said })));
        else element.append(answer(item.json() as Check));
      } catch (error) {
        element.textContent = `This output can't be shown: ${error instanceof Error ? error.message : String(error)}`;
      }
    },
  };
};

async function draw(item: OutputItem, element: HTMLElement): Promise<void> {
  const figure = item.json() as { layout?: { height?: unknown } };
  const chart = element.appendChild(document.createElement('div'));
  const height = Number(figure.layout?.height);
  chart.style.minHeight = `${height > 0 && height < 4000 ? height : 420}px`;
  try {
    await window.NeuroLabCharts.draw(chart, figure);
  } finally {
    chart.style.minHeight = '';
  }
}

function answer({ id, state, message }: Check): HTMLElement {
  const known = state === 'right' || state === 'not yet' ? state : 'not tried';
  const box = document.createElement('div');
  box.className = `neurolab-check ${known.replace(' ', '-')}`;
  const head = document.createElement('strong');
  head.textContent = `${known === 'right' ? '✓ ' : ''}Exercise ${id ?? ''}: ${known}. `;
  const words = document.createElement('p');
  words.append(head, message ?? '');
  box.append(words);
  return box;
}

function asked(answered: (said: string) => void): HTMLElement {
  const form = document.createElement('form');
  form.className = 'neurolab-question';
  const label = document.createElement('label');
  const words = document.createElement('textarea');
  words.rows = 2;
  label.append('What do you expect?', words);
  const skip = button('Just show it', 'button');
  form.append(label, button('Keep it, and show the result', 'submit'), skip);
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (words.value.trim()) answered(words.value);
    else words.focus();
  });
  skip.addEventListener('click', () => answered(''));
  return form;
}

function button(text: string, type: 'button' | 'submit'): HTMLButtonElement {
  const made = document.createElement('button');
  made.textContent = text;
  made.type = type;
  return made;
}
