// Predict, then run: what such a cell shows is kept back until the reader has said what he expects, or wants to see it without.
import { commands, NotebookCellKind, NotebookEdit, notebooks, window, workspace, WorkspaceEdit, type Disposable, type NotebookCell, type NotebookDocument } from 'vscode';
import { predictedCells } from '../../NeuroLab.Site/Page/prediction.js';
import { questionOf } from './cell-outputs.js';
import { codeCells, idOf } from './notebooks.js';
import type { Sessions } from './sessions.js';

interface Metadata {
  readonly neurolab?: { readonly prediction?: unknown };
}

/** What the renderer sends when the reader has answered. */
interface Answer {
  readonly question?: unknown;
  readonly said?: unknown;
}

export function helpPredicting(sessions: Sessions): Disposable[] {
  return [
    notebooks.createRendererMessaging('neurolab-view').onDidReceiveMessage(async ({ editor, message }) => {
      const { question, said } = (message ?? {}) as Answer;
      const cell = typeof question === 'string' ? asking(editor.notebook, question) : undefined;
      if (cell && typeof said === 'string') await keep(cell, said, sessions);
    }),
    commands.registerCommand('neurolab.predict', async (cell: NotebookCell) => {
      const said = await window.showInputBox({ title: 'What do you expect?', prompt: 'Enter keeps it with the cell.', value: prediction(cell) ?? '' });
      if (said !== undefined) await keep(cell, said, sessions);
    }),
  ];
}

/** Whether the text above a cell asks to predict what it shows. */
export function isPredicted(cell: NotebookCell): boolean {
  const above = cell.index > 0 ? cell.notebook.cellAt(cell.index - 1) : undefined;
  const both = [above, cell].filter(part => part !== undefined).map(part => ({
    id: idOf(part), cell_type: part.kind === NotebookCellKind.Code ? 'code' : 'markdown', source: part.document.getText(),
  }));
  return predictedCells(both, String).has(idOf(cell));
}

/** What was predicted; "" where the cell is to be shown without, undefined where nothing was said. */
export function prediction(cell: NotebookCell): string | undefined {
  const said = (cell.metadata['metadata'] as Metadata | undefined)?.neurolab?.prediction;
  return typeof said === 'string' ? said : undefined;
}

async function keep(cell: NotebookCell, said: string, sessions: Sessions): Promise<void> {
  const known = (cell.metadata['metadata'] ?? {}) as Metadata;
  const edit = new WorkspaceEdit();
  edit.set(cell.notebook.uri, [NotebookEdit.updateCellMetadata(cell.index, { ...cell.metadata, metadata: { ...known, neurolab: { ...known.neurolab, prediction: said.trim() } } })]);
  await workspace.applyEdit(edit);
  // A question that was saved has lost what it kept back.
  if (cell.outputs.some(output => questionOf(output) !== null) && !await sessions.uncover(cell))
    await commands.executeCommand('notebook.cell.execute', { ranges: [{ start: cell.index, end: cell.index + 1 }], document: cell.notebook.uri });
}

function asking(notebook: NotebookDocument, question: string): NotebookCell | undefined {
  return codeCells(notebook).find(cell => cell.outputs.some(output => questionOf(output) === question));
}
