// What stands below exercise cells and below cells whose result is to be predicted: Check, Hint, Predict.
import {
  commands, EventEmitter, NotebookCellStatusBarAlignment, NotebookCellStatusBarItem, notebooks, window, workspace, type Disposable, type NotebookCell,
} from 'vscode';
import { exerciseOf, type Check } from './course.js';
import { checksOf } from './course-view.js';
import { codeCells, isCSharp, notebookType } from './notebooks.js';
import { isPredicted, prediction } from './predictions.js';
import type { Sessions } from './sessions.js';

export function helpLearning(sessions: Sessions): Disposable[] {
  const changed = new EventEmitter<void>();
  let told = '';
  return [
    changed,
    // VS Code asks again for what stands below each cell in view: not four times in every run, but when there is something new to say.
    sessions.onDidChange(notebook => {
      const progress = sessions.of(notebook)?.progress ?? '';
      if (progress !== told) changed.fire();
      told = progress;
    }),
    workspace.onDidChangeNotebookDocument(({ notebook, cellChanges }) => {
      if (isCSharp(notebook) && cellChanges.some(change => change.outputs)) changed.fire();
    }),
    notebooks.registerNotebookCellStatusBarItemProvider(notebookType, {
      onDidChangeCellStatusBarItems: changed.event,
      provideCellStatusBarItems: cell => (isCSharp(cell.notebook) ? items(cell, sessions) : []),
    }),
    commands.registerCommand('neurolab.check', (cell: NotebookCell) => check(cell, sessions)),
    commands.registerCommand('neurolab.hint', (cell: NotebookCell) => hint(cell)),
  ];
}

function items(cell: NotebookCell, sessions: Sessions): NotebookCellStatusBarItem[] {
  const found: NotebookCellStatusBarItem[] = [];
  if (exerciseOf(cell.document.getText()) !== null) {
    const state = lastCheck(cell)?.state;
    found.push(item(cell, state === 'right' ? '$(pass-filled) Right' : '$(check) Check', 'neurolab.check', 'Runs this cell and the check below it'));
    if (state !== 'right') found.push(item(cell, '$(lightbulb) Hint', 'neurolab.hint', 'What the check said last'));
  }

  if (isPredicted(cell)) {
    const said = prediction(cell);
    if (said === undefined) found.push(item(cell, '$(eye) Predict', 'neurolab.predict', 'Write what you expect; it is kept beside the result, which is shown then'));
    else if (said !== '') found.push(item(cell, `$(comment) You expected: ${said}`, 'neurolab.predict', 'Write something else'));
  }

  const session = sessions.of(cell.notebook);
  if (session?.progress && session.isRunning(cell)) found.push(new NotebookCellStatusBarItem(`$(sync~spin) ${session.progress}`, NotebookCellStatusBarAlignment.Left));
  return found;
}

function item(cell: NotebookCell, text: string, command: string, tooltip: string): NotebookCellStatusBarItem {
  const shown = new NotebookCellStatusBarItem(text, NotebookCellStatusBarAlignment.Left);
  shown.command = { title: text, command, arguments: [cell] };
  shown.tooltip = tooltip;
  return shown;
}

// By VS Code's own command, which lets the notebook have our controller where it has run nothing yet.
async function check(stub: NotebookCell, sessions: Sessions): Promise<void> {
  const ranges = [...sessions.notRunAbove(stub), stub, ...checkCell(stub)].map(({ index }) => ({ start: index, end: index + 1 }));
  await commands.executeCommand('notebook.cell.execute', { ranges, document: stub.notebook.uri });
}

async function hint(stub: NotebookCell): Promise<void> {
  const last = lastCheck(stub);
  const words = !last || last.state === 'not tried'
    ? 'Put your answer in place of null, then press Check: it says what is not right yet. The folded solution stands below.'
    : `Exercise ${last.id}, ${last.state}: ${last.message}`;
  // With a button VS Code shows all of the words, without one their first line.
  await window.showInformationMessage(words, 'OK');
}

// The check of an exercise is the code cell that follows it.
function checkCell(stub: NotebookCell): NotebookCell[] {
  const cells = codeCells(stub.notebook);
  const next = cells[cells.indexOf(stub) + 1];
  return next && exerciseOf(next.document.getText()) === null ? [next] : [];
}

function lastCheck(stub: NotebookCell): Check | undefined {
  return checkCell(stub).flatMap(checksOf).at(-1);
}
