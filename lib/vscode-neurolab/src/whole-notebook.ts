// What can be done with a notebook as a whole: present it to a class, and start it over.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { env, NotebookCellData, NotebookCellKind, NotebookEdit, NotebookRange, Uri, window, workspace, WorkspaceEdit, type NotebookDocument } from 'vscode';
import { joined, readNotebook, type NotebookJson } from '../../NeuroLab.Site/Page/notebook-json.js';
import { getTool } from './get-tool.js';
import { languages } from './notebooks.js';
import { outputOf, start } from './tool.js';

const served = new Map<string, ChildProcessWithoutNullStreams>();

/** Opens the live page of a notebook, which presents it. */
export async function present(notebook: NotebookDocument): Promise<void> {
  const folder = dirname(notebook.uri.fsPath);
  const tool = await getTool(folder);
  if (!tool) return;
  await notebook.save();
  served.get(notebook.uri.fsPath)?.kill();
  const server = start(tool, folder, 'open', notebook.uri.fsPath, '--no-browser');
  served.set(notebook.uri.fsPath, server);
  let words = '';
  server.stderr.on('data', (part: Buffer) => { words += part.toString(); });
  server.on('close', code => { if (code) void window.showErrorMessage(`The notebook can't be presented. ${words.trim()}`); });
  server.on('error', error => { words = error.message; });
  createInterface(server.stdout).on('line', line => {
    const link = /http:\/\/\S+key=\S+/.exec(line)?.[0];
    if (link) void env.openExternal(Uri.parse(`${link}&present`));
  });
}

export function stopPresenting(): void {
  for (const server of served.values()) server.kill();
}

/** Puts the notebook back as it is in the course. */
export async function startOver(notebook: NotebookDocument): Promise<void> {
  const name = basename(notebook.uri.fsPath);
  const act = 'Start over';
  if (await window.showWarningMessage(`Start ${name} over?`, { modal: true, detail: 'All that you wrote into it is replaced by the notebook as it is in the course. Undo brings it back.' }, act) !== act) return;
  const original = await originalOf(notebook);
  if (!original) {
    void window.showErrorMessage(`${name} is not a notebook of the course, so there is nothing to go back to.`);
    return;
  }

  const [language] = languages;
  const cells = original.cells.map(cell => Object.assign(
    new NotebookCellData(cell.cell_type === 'code' ? NotebookCellKind.Code : NotebookCellKind.Markup, joined(cell.source), cell.cell_type === 'code' ? language as string : 'markdown'),
    { metadata: { id: cell.id, metadata: cell.metadata } }));
  const edit = new WorkspaceEdit();
  edit.set(notebook.uri, [NotebookEdit.replaceCells(new NotebookRange(0, notebook.cellCount), cells)]);
  await workspace.applyEdit(edit);
}

// As git has it, where the reader works in the course itself; else as the command delivers it.
async function originalOf(notebook: NotebookDocument): Promise<NotebookJson | null> {
  const folder = dirname(notebook.uri.fsPath);
  const name = basename(notebook.uri.fsPath);
  const committed = await outputOf('git', folder, 'show', `HEAD:./${name}`);
  if (committed !== null) return readNotebook(committed, name);
  const tool = await getTool(folder);
  if (!tool) return null;
  const place = await mkdtemp(join(tmpdir(), 'neurolab-'));
  try {
    await outputOf(tool.command, folder, ...tool.args, 'new', join(place, 'course'));
    return readNotebook(await readFile(join(place, 'course', 'notebooks', name), 'utf8'), name);
  } catch {
    return null;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
