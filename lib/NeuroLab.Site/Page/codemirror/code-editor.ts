// The full editor: CodeMirror with C#'s colours, and what the session knows: completion, signatures, hover, errors.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting, syntaxTree, StreamLanguage } from '@codemirror/language';
import { csharp } from '@codemirror/legacy-modes/mode/clike';
import { linter, type Diagnostic } from '@codemirror/lint';
import { unifiedMergeView } from '@codemirror/merge';
import { Compartment, EditorState, type Extension, Prec } from '@codemirror/state';
import { Decoration, drawSelection, EditorView, hoverTooltip, keymap, MatchDecorator, ViewPlugin, type ViewUpdate, type DecorationSet } from '@codemirror/view';
import { highlightTree, tagHighlighter, tags } from '@lezer/highlight';
import { cellKey, type Editor, type EditorMaker, type EditorOptions } from '../editor.js';
import type { Runner } from '../runner.js';
import { signatureHelp } from './signature-help.js';

// The classes that the exported page colours code with.
const colours = tagHighlighter([
  { tag: tags.keyword, class: 'k' },
  { tag: [tags.typeName, tags.standard(tags.typeName), tags.standard(tags.name)], class: 'k' },
  { tag: [tags.string, tags.character, tags.special(tags.string)], class: 's' },
  { tag: tags.number, class: 'n' },
  { tag: [tags.atom, tags.bool], class: 'k' },
  { tag: tags.comment, class: 'c' },
  { tag: tags.meta, class: 'p' },
]);

const language = StreamLanguage.define(csharp);
const named = /\b[A-Z]\w*(?=(?:<[\w, <>[\]]*>)?\()|\b[A-Z]\w*|\b[a-z]\w*(?=\()/g;
const keywordsBeforeParenthesis = new Set(['if', 'for', 'foreach', 'while', 'switch', 'catch', 'using', 'lock', 'typeof', 'nameof', 'when', 'return', 'new', 'in', 'and', 'or', 'not', 'var', 'await', 'is', 'sizeof', 'default']);

/** Of a name: m where it is called, t where it begins like a type's. */
function kindOf(text: string, end: number, name: string): 'm' | 't' | null {
  if (keywordsBeforeParenthesis.has(name)) return null;
  const isCalled = /^(?:<[\w, <>[\]]*>)?\(/.test(text.slice(end, end + 80));
  const isMade = /\bnew\s+$/.test(text.slice(Math.max(0, end - name.length - 8), end - name.length));
  if (isCalled && !isMade) return 'm';
  const isMember = text[end - name.length - 1] === '.';
  return /^[A-Z]/.test(name) && (!isMember || isMade) ? 't' : null;
}

const names = new MatchDecorator({
  regexp: named,
  decorate: (add, from, to, match, view) => {
    const at = syntaxTree(view.state).resolveInner(from, 1).name;
    if (/string|comment|meta|keyword/i.test(at)) return;
    const line = view.state.doc.lineAt(from);
    const kind = kindOf(line.text, to - line.from, match[0]);
    if (kind) add(from, to, Decoration.mark({ class: kind }));
  },
});

const nameColours = ViewPlugin.fromClass(class {
  decorations: DecorationSet;
  constructor(view: EditorView) {
    this.decorations = names.createDeco(view);
  }
  update(update: ViewUpdate): void {
    this.decorations = update.docChanged || update.viewportChanged || syntaxTree(update.startState) !== syntaxTree(update.state)
      ? names.createDeco(update.view) : this.decorations;
  }
}, { decorations: plugin => plugin.decorations });

const types: Readonly<Record<string, string>> = { function: 'method', instance: 'variable', module: 'namespace', directive: 'keyword', field: 'property' };

function completion(runner: Runner) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const before = context.matchBefore(/[\w.#!]+$/);
    if (!before && !context.explicit) return null;
    const found = await runner.complete(context.state.doc.toString(), context.pos);
    if (!found || found.matches.length === 0) return null;
    return {
      from: found.start,
      options: found.matches.map(({ name, type, order }) => ({ label: name, type: types[type] ?? type, sortText: order })),
      validFor: /^\w*$/,
    };
  };
}

function hover(runner: Runner): Extension {
  return hoverTooltip(async (view, pos) => {
    const text = await runner.hover(view.state.doc.toString(), pos);
    if (!text) return null;
    const word = view.state.wordAt(pos);
    return {
      pos: word?.from ?? pos,
      ...(word ? { end: word.to } : {}),
      above: true,
      create: () => {
        const dom = document.createElement('div');
        dom.className = 'code-words';
        dom.textContent = text;
        return { dom };
      },
    };
  });
}

function errors(runner: Runner, knowsAbove: () => boolean): Extension {
  return linter(async (view): Promise<Diagnostic[]> => {
    const code = view.state.doc.toString();
    const length = code.length;
    if (!code.trim() || !knowsAbove()) return [];
    return (await runner.diagnose(code)).map(({ start, end, message }) => ({
      from: Math.min(start, length), to: Math.min(Math.max(end, start + 1), length), severity: 'error', message,
    }));
  }, { delay: 900 });
}

class CodeMirror implements Editor {
  private readonly view: EditorView;
  private readonly comparison = new Compartment();
  private quiet = false;

  constructor(options: EditorOptions) {
    const cell = Prec.highest(EditorView.domEventHandlers({
      keydown: (event, view) => {
        const key = cellKey(event);
        if (!key || (key === 'leave' && view.dom.querySelector('.cm-tooltip-autocomplete, .cm-signature'))) return false;
        event.stopPropagation();
        options.onKey(key);
        return true;
      },
    }));
    this.view = new EditorView({
      parent: options.parent,
      state: EditorState.create({
        doc: options.text,
        extensions: [
          cell, EditorView.domEventHandlers({ blur: (_, view) => { view.scrollDOM.scrollLeft = 0; } }),
          history(), drawSelection(), indentOnInput(), indentUnit.of('    '), EditorState.tabSize.of(4),
          keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, { key: 'Tab', run: indentMore, shift: indentLess }]),
          options.isCode ? codeHelp(options) : EditorView.lineWrapping,
          this.comparison.of([]),
          EditorView.contentAttributes.of({ 'aria-label': options.label }),
          EditorView.updateListener.of(update => { if (update.docChanged && !this.quiet) options.onChange(this.text); }),
        ],
      }),
    });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  set text(text: string) {
    this.quiet = true;
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
    this.quiet = false;
  }

  focus(): void {
    this.view.focus();
  }

  compare(original: string | null): void {
    this.view.dispatch({ effects: this.comparison.reconfigure(original === null ? [] : unifiedMergeView({ original, mergeControls: false, gutter: false })) });
  }

  dispose(): void {
    this.view.destroy();
  }
}

function codeHelp({ runner, knowsAbove }: EditorOptions): Extension {
  return [
    language, syntaxHighlighting(colours), nameColours, bracketMatching(), closeBrackets(),
    autocompletion({ override: [completion(runner)], activateOnTypingDelay: 120 }),
    hover(runner), signatureHelp(runner), errors(runner, knowsAbove),
  ];
}

function colour(code: HTMLElement): void {
  const text = code.textContent ?? '';
  const pieces: { from: number; to: number; kind: string }[] = [];
  highlightTree(language.parser.parse(text), colours, (from, to, kind) => pieces.push({ from, to, kind }));
  for (const match of text.matchAll(named)) {
    const [from, to] = [match.index, match.index + match[0].length];
    const kind = kindOf(text, to, match[0]);
    if (kind && !pieces.some(piece => piece.from < to && from < piece.to)) pieces.push({ from, to, kind });
  }

  const parts: (string | HTMLElement)[] = [];
  let at = 0;
  for (const { from, to, kind } of pieces.sort((a, b) => a.from - b.from)) {
    const span = document.createElement('span');
    span.className = kind;
    span.textContent = text.slice(from, to);
    parts.push(text.slice(at, from), span);
    at = to;
  }

  code.replaceChildren(...parts, text.slice(at));
}

export const codeMirror: EditorMaker = { create: options => new CodeMirror(options), colour };
