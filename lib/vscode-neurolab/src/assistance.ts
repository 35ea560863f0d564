// What the session knows of code that is being typed: completion, hover, parameters, errors.
import {
  CompletionItem, CompletionItemKind, Diagnostic, DiagnosticSeverity, Hover, languages as registry, Range, SignatureHelp, SignatureInformation, ParameterInformation,
  workspace, type Disposable, type NotebookCell, type TextDocument,
} from 'vscode';
import { cellOf, codeCells, isCSharp, languages, notebookType } from './notebooks.js';
import type { Session } from './session.js';
import type { Sessions } from './sessions.js';

const pause = 600;
const selector = languages.map(language => ({ notebookType, language }));
const kinds: Readonly<Record<string, CompletionItemKind>> = {
  function: CompletionItemKind.Method, property: CompletionItemKind.Property, instance: CompletionItemKind.Variable, field: CompletionItemKind.Field,
  module: CompletionItemKind.Module, class: CompletionItemKind.Class, keyword: CompletionItemKind.Keyword, directive: CompletionItemKind.File,
};

export function helpWriting(sessions: Sessions): Disposable[] {
  const found = (document: TextDocument): Session | undefined => {
    const cell = cellOf(workspace.notebookDocuments, document);
    return cell && sessions.of(cell.notebook);
  };
  return [
    registry.registerCompletionItemProvider(selector, {
      provideCompletionItems: async (document, position) => {
        const answer = await found(document)?.runner.complete(document.getText(), document.offsetAt(position));
        if (!answer) return undefined;
        const range = new Range(document.positionAt(answer.start), position);
        return answer.matches.map(({ name, type, order }) => Object.assign(new CompletionItem(name, kinds[type] ?? CompletionItemKind.Text), { range, sortText: order }));
      },
    }, '.', '!', '/'),
    registry.registerHoverProvider(selector, {
      provideHover: async (document, position) => {
        const text = await found(document)?.runner.hover(document.getText(), document.offsetAt(position));
        if (!text) return undefined;
        const [signature = '', ...words] = text.split('\n\n');
        return new Hover([{ language: 'csharp', value: signature }, ...words], document.getWordRangeAtPosition(position));
      },
    }),
    registry.registerSignatureHelpProvider(selector, {
      provideSignatureHelp: async (document, position) => {
        const signatures = await found(document)?.runner.signature(document.getText(), document.offsetAt(position));
        if (!signatures || signatures.length === 0) return undefined;
        const help = new SignatureHelp();
        help.signatures = signatures.map(({ label, parameter, documentation }) => {
          const information = new SignatureInformation(label, documentation);
          if (parameter) information.parameters = [new ParameterInformation([...parameter])];
          return information;
        });
        help.activeSignature = help.activeParameter = 0;
        return help;
      },
    }, '(', ','),
    new Errors(sessions),
  ];
}

/** Errors in cells that are being written. A cell is looked at once the cells above have run, since only then is known what it may use. */
class Errors implements Disposable {
  private readonly shown = registry.createDiagnosticCollection('neurolab');
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly watches: Disposable[];
  private readonly sessions: Sessions;

  constructor(sessions: Sessions) {
    this.sessions = sessions;
    this.watches = [
      workspace.onDidChangeTextDocument(({ document }) => {
        const cell = cellOf(workspace.notebookDocuments, document);
        if (cell) this.later(cell);
      }),
      workspace.onDidCloseTextDocument(document => this.shown.delete(document.uri)),
      sessions.onDidChange(notebook => { if (sessions.of(notebook)?.runner.state === 'ready') this.again(notebook.uri.toString()); }),
    ];
  }

  dispose(): void {
    for (const watch of this.watches) watch.dispose();
    for (const timer of this.waiting.values()) clearTimeout(timer);
    this.shown.dispose();
  }

  // What a cell has declared, or a run has changed, may mend or break the cells that have errors.
  private again(notebook: string): void {
    for (const document of workspace.notebookDocuments.filter(candidate => candidate.uri.toString() === notebook && isCSharp(candidate)))
      for (const cell of codeCells(document)) if (this.shown.get(cell.document.uri)?.length) this.later(cell);
  }

  private later(cell: NotebookCell): void {
    const id = cell.document.uri.toString();
    clearTimeout(this.waiting.get(id));
    this.waiting.set(id, setTimeout(() => { this.waiting.delete(id); void this.look(cell); }, pause));
  }

  private async look(cell: NotebookCell): Promise<void> {
    const { document } = cell;
    const session = this.sessions.of(cell.notebook);
    if (!session?.knowsAbove(cell)) return this.shown.delete(document.uri);
    const { version } = document;
    const errors = await session.runner.diagnose(document.getText());
    if (document.isClosed || document.version !== version) return;
    this.shown.set(document.uri, errors.map(({ start, end, message }) => {
      const range = new Range(document.positionAt(start), document.positionAt(Math.max(end, start + 1)));
      return Object.assign(new Diagnostic(range, message, DiagnosticSeverity.Error), { source: 'C#' });
    }));
  }
}
