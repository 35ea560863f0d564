// Puts the parts together.
import { commands, window, workspace, type Disposable, type ExtensionContext, type NotebookDocument } from 'vscode';
import { helpWriting } from './assistance.js';
import { CourseView } from './course-view.js';
import { helpLearning } from './exercises.js';
import { isCSharp } from './notebooks.js';
import { helpPredicting } from './predictions.js';
import { Sessions } from './sessions.js';
import { present, startOver, stopPresenting } from './whole-notebook.js';

export function activate(context: ExtensionContext): void {
  const sessions = new Sessions();
  const show = (notebook: NotebookDocument | undefined): void => {
    void commands.executeCommand('setContext', 'neurolab.isCSharp', notebook !== undefined && isCSharp(notebook));
    if (notebook) sessions.prepare(notebook);
  };
  const showActive = (): void => show(window.activeNotebookEditor?.notebook);
  context.subscriptions.push(
    sessions,
    workspace.onDidOpenNotebookDocument(notebook => sessions.meet(notebook)),
    workspace.onDidCloseNotebookDocument(notebook => sessions.close(notebook)),
    window.onDidChangeActiveNotebookEditor(showActive),
    workspace.onDidGrantWorkspaceTrust(showActive),
    onNotebook('neurolab.restart', async notebook => { await sessions.of(notebook)?.restart(); }),
    onNotebook('neurolab.present', present),
    onNotebook('neurolab.startOver', startOver),
    new CourseView(),
    ...helpWriting(sessions),
    ...helpLearning(sessions),
    ...helpPredicting(sessions),
    { dispose: stopPresenting },
  );
  workspace.notebookDocuments.forEach(notebook => sessions.meet(notebook));
  showActive();
}

function onNotebook(command: string, act: (notebook: NotebookDocument) => Promise<void>): Disposable {
  return commands.registerCommand(command, async () => {
    const notebook = window.activeNotebookEditor?.notebook;
    if (notebook && isCSharp(notebook)) await act(notebook);
  });
}
