// The sessions of the C# notebooks that are open, and the controller by which VS Code runs their cells.
import { dirname } from 'node:path';
import { EventEmitter, NotebookControllerAffinity, notebooks, window, workspace, type NotebookCell, type NotebookController, type NotebookDocument } from 'vscode';
import { getTool } from './get-tool.js';
import { codeCells, isCSharp, languages, notebookType } from './notebooks.js';
import { Session } from './session.js';
import { findTool, type Tool } from './tool.js';

export class Sessions {
  private readonly open = new Map<NotebookDocument, Session>();
  private readonly changed = new EventEmitter<NotebookDocument>();
  private controller: NotebookController | null = null;

  /** Tells that something in a notebook's session has changed. */
  readonly onDidChange = this.changed.event;

  /** The session of a notebook; undefined where none has begun. */
  of(notebook: NotebookDocument): Session | undefined {
    return this.open.get(notebook);
  }

  /** Takes notice of a notebook: one of C# gets our controller without being asked for a kernel. */
  meet(notebook: NotebookDocument): void {
    if (!isCSharp(notebook)) return;
    // Only now: who has no C# notebook does not see the kernel.
    this.controller ??= this.createController();
    this.controller.updateNotebookAffinity(notebook, NotebookControllerAffinity.Preferred);
  }

  /** Gets a notebook's session ready, if that can be done without asking. */
  prepare(notebook: NotebookDocument): void {
    if (!isCSharp(notebook) || !workspace.isTrusted || notebook.uri.scheme !== 'file') return;
    const tool = findTool(dirname(notebook.uri.fsPath));
    if (tool) this.begun(notebook, tool).runner.warmUp();
  }

  /** Runs cells of a notebook in order. */
  async run(notebook: NotebookDocument, cells: readonly NotebookCell[]): Promise<void> {
    if (notebook.uri.scheme !== 'file') {
      void window.showErrorMessage('Cells run in the folder of their notebook, and this one has none yet. Save the notebook first.');
      return;
    }

    const tool = this.open.has(notebook) ? null : await getTool(dirname(notebook.uri.fsPath));
    const session = tool ? this.begun(notebook, tool) : this.open.get(notebook);
    this.meet(notebook);
    if (session && this.controller) await session.run(cells, this.controller);
  }

  /** The cells above a cell that have not run as they are. */
  notRunAbove(cell: NotebookCell): NotebookCell[] {
    const all = codeCells(cell.notebook);
    return this.of(cell.notebook)?.notRunAbove(cell) ?? all.slice(0, all.indexOf(cell));
  }

  /** Shows what a cell's run has given and was kept back; false where nothing was. */
  async uncover(cell: NotebookCell): Promise<boolean> {
    return this.controller !== null && await this.of(cell.notebook)?.uncover(cell, this.controller) === true;
  }

  close(notebook: NotebookDocument): void {
    this.open.get(notebook)?.dispose();
    this.open.delete(notebook);
  }

  dispose(): void {
    for (const notebook of [...this.open.keys()]) this.close(notebook);
    this.controller?.dispose();
    this.changed.dispose();
  }

  private begun(notebook: NotebookDocument, tool: Tool): Session {
    const known = this.open.get(notebook);
    if (known) return known;
    const session = new Session(notebook, dirname(notebook.uri.fsPath), tool);
    session.onDidChange(() => this.changed.fire(notebook));
    this.open.set(notebook, session);
    return session;
  }

  private createController(): NotebookController {
    const controller = notebooks.createNotebookController('neurolab-csharp', notebookType, 'C# (NeuroLab)');
    controller.description = 'Runs in a process of its own on this machine';
    controller.supportedLanguages = languages;
    controller.supportsExecutionOrder = true;
    controller.executeHandler = (cells, notebook) => this.run(notebook, cells);
    controller.interruptHandler = notebook => this.of(notebook)?.interrupt();
    return controller;
  }
}
