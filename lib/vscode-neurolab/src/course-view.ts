// The course as a tree: its notebooks, the minutes they take, and how many of their exercises are right.
import { basename, dirname } from 'node:path';
import {
  EventEmitter, NotebookCellKind, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, window, workspace, type Disposable, type NotebookCell, type TreeDataProvider,
} from 'vscode';
import { readNotebook } from '../../NeuroLab.Site/Page/notebook-json.js';
import { cellsOfFile, checkOf, exerciseType, summaryOf, words, type Check, type CourseCell, type Summary } from './course.js';
import { notebookType } from './notebooks.js';

const pause = 300;
const elsewhere = '**/{node_modules,artifacts,bin,obj}/**';

interface Entry {
  readonly notebook: Uri;
  readonly summary: Summary;
}

export class CourseView implements TreeDataProvider<Entry | string>, Disposable {
  private readonly changed = new EventEmitter<void>();
  private readonly parts: Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  readonly onDidChangeTreeData = this.changed.event;

  constructor() {
    const files = workspace.createFileSystemWatcher('**/*.ipynb');
    const later = (): void => this.later();
    this.parts = [
      files, files.onDidCreate(later), files.onDidChange(later), files.onDidDelete(later), workspace.onDidChangeNotebookDocument(later),
      window.createTreeView('neurolab.course', { treeDataProvider: this }),
    ];
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const part of this.parts) part.dispose();
    this.changed.dispose();
  }

  // Without a folder between where there is one course.
  async getChildren(of?: Entry | string): Promise<(Entry | string)[]> {
    if (typeof of === 'string') return entries(of);
    if (of) return [];
    const folders = await courses();
    return folders.length === 1 ? entries(folders[0] as string) : folders;
  }

  getTreeItem(of: Entry | string): TreeItem {
    if (typeof of === 'string') return new TreeItem(workspace.asRelativePath(of), TreeItemCollapsibleState.Collapsed);
    const { notebook, summary } = of;
    const item = new TreeItem(summary.title);
    const isDone = summary.exercises.length > 0 && summary.exercises.every(exercise => exercise.state === 'right');
    item.id = notebook.toString();
    item.description = words(summary);
    item.tooltip = [summary.title, ...summary.exercises.map(({ id, state }) => `${id}: ${state}`)].join('\n');
    item.iconPath = isDone ? new ThemeIcon('pass-filled', new ThemeColor('charts.green')) : new ThemeIcon('notebook');
    item.command = { title: 'Open', command: 'vscode.openWith', arguments: [notebook, notebookType] };
    return item;
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.changed.fire(), pause);
  }
}

// A folder of notebooks is a course where setup.dib, which loads the library, lies beside them.
async function courses(): Promise<string[]> {
  const found = await workspace.findFiles('**/setup.dib', elsewhere, 20);
  return found.map(file => dirname(file.fsPath)).sort();
}

async function entries(folder: string): Promise<Entry[]> {
  const files = (await workspace.fs.readDirectory(Uri.file(folder))).map(([name]) => name).filter(name => name.endsWith('.ipynb')).sort();
  return Promise.all(files.map(async name => {
    const notebook = Uri.joinPath(Uri.file(folder), name);
    return { notebook, summary: summaryOf(await cellsOf(notebook), basename(name, '.ipynb')) };
  }));
}

async function cellsOf(notebook: Uri): Promise<CourseCell[]> {
  const open = workspace.notebookDocuments.find(document => document.uri.toString() === notebook.toString());
  if (open) return open.getCells().map(cell => ({ isCode: cell.kind === NotebookCellKind.Code, text: cell.document.getText(), checks: checksOf(cell) }));
  try {
    return cellsOfFile(readNotebook(Buffer.from(await workspace.fs.readFile(notebook)).toString(), basename(notebook.fsPath)));
  } catch {
    // What can't be read is listed by its name; opened, it says what is wrong.
    return [];
  }
}

/** What the checks among a cell's outputs said. */
export function checksOf(cell: NotebookCell): Check[] {
  return cell.outputs.flatMap(output => output.items).filter(item => item.mime === exerciseType)
    .map(item => checkOf(JSON.parse(Buffer.from(item.data).toString()))).filter(check => check !== null);
}
