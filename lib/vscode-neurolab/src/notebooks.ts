// What this extension needs to know of a notebook as VS Code holds it.
import { NotebookCellKind, type NotebookCell, type NotebookDocument } from 'vscode';
import type { RunnableCell } from '../../NeuroLab.Site/Page/runner.js';

export const notebookType = 'jupyter-notebook';

/** The names under which VS Code knows the language of C# notebooks. */
export const languages = ['polyglot-notebook', 'csharp'];

interface Metadata {
  readonly kernelspec?: { readonly name?: string; readonly language?: string };
  readonly language_info?: { readonly name?: string };
}

/** Whether a notebook's metadata say that its cells are C#. */
export function isCSharp(notebook: NotebookDocument): boolean {
  if (notebook.notebookType !== notebookType) return false;
  const { kernelspec, language_info } = (notebook.metadata['metadata'] ?? {}) as Metadata;
  return [kernelspec?.language, language_info?.name].some(name => /^(?:c#|csharp)$/i.test(name ?? '')) || kernelspec?.name === '.net-csharp';
}

export function codeCells(notebook: NotebookDocument): NotebookCell[] {
  return notebook.getCells().filter(cell => cell.kind === NotebookCellKind.Code && languages.includes(cell.document.languageId));
}

/** By what messages of the runner call a cell. */
export function idOf(cell: NotebookCell): string {
  return cell.document.uri.toString();
}

/** The cells as the runner takes them; a cell's number is its place among the code cells. */
export function runnable(notebook: NotebookDocument): RunnableCell[] {
  return codeCells(notebook).map((cell, i) => ({ id: idOf(cell), number: i + 1, code: cell.document.getText() }));
}

/** The cell of a text document; undefined where it is none of a C# notebook. */
export function cellOf(notebooks: readonly NotebookDocument[], document: { readonly uri: { toString(): string } }): NotebookCell | undefined {
  const id = document.uri.toString();
  return notebooks.filter(isCSharp).flatMap(codeCells).find(cell => idOf(cell) === id);
}
