// Draws in a notebook's window what the session shows besides text, HTML and pictures: charts, and what an exercise's check says.
import type { ActivationFunction, OutputItem } from 'vscode-notebook-renderer';
import 'neurolab-charts';

const plotly = 'application/vnd.plotly.v1+json';

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
`;

export const activate: ActivationFunction = () => {
  document.head.appendChild(document.createElement('style')).textContent = style;
  return {
    renderOutputItem: async (item, element) => {
      element.replaceChildren();
      try {
        if (item.mime === plotly) await draw(item, element);
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
