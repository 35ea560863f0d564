// A controller with no session behind it: it answers at once, in the extension host, with the cell's text, and ++n with the next number.
const { NotebookCellOutput, NotebookCellOutputItem, NotebookControllerAffinity, notebooks, workspace } = require('vscode');

exports.activate = context => {
  const controller = notebooks.createNotebookController('bare', 'jupyter-notebook', 'Bare controller');
  let n = 1000;
  controller.executeHandler = async cells => {
    for (const cell of cells) {
      const code = cell.document.getText();
      const execution = controller.createNotebookCellExecution(cell);
      execution.start(Date.now());
      await execution.replaceOutput(new NotebookCellOutput([NotebookCellOutputItem.text(code === '++n' ? String(++n) : code)]));
      execution.end(true, Date.now());
    }
  };

  const meet = notebook => controller.updateNotebookAffinity(notebook, NotebookControllerAffinity.Preferred);
  workspace.notebookDocuments.forEach(meet);
  context.subscriptions.push(controller, workspace.onDidOpenNotebookDocument(meet));
};
