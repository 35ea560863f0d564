// What a cell needs of an editor. CodeMirror is one, where it was bundled; else a plain text area, which every browser has.
import type { Runner } from './runner.js';

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  /** What a screen reader calls it. */
  readonly label: string;
  /** Whether it holds C#; else it is a text. */
  readonly isCode: boolean;
  readonly runner: Runner;
  /** Whether all cells above have run, so that the session knows what they declare. */
  knowsAbove(): boolean;
  /** The text changed by the reader's hand. */
  onChange(text: string): void;
  /** Shift+Enter, Ctrl+Enter or Escape was pressed. */
  onKey(key: 'run-and-move' | 'run' | 'leave'): void;
}

export interface Editor {
  text: string;
  focus(): void;
  /** Shows what differs from another text; null shows the text alone. */
  compare(original: string | null): void;
  dispose(): void;
}

export interface EditorMaker {
  create(options: EditorOptions): Editor;
  /** Colours code that is only shown. */
  colour(code: HTMLElement): void;
}

const plain: EditorMaker = {
  create: options => new TextArea(options),
  colour: () => undefined,
};

/** Loads CodeMirror; where it was not bundled, gives the plain text area and false. */
export async function loadEditor(address: string): Promise<{ maker: EditorMaker; isFull: boolean }> {
  try {
    const { codeMirror } = (await import(address)) as { codeMirror: EditorMaker };
    return { maker: codeMirror, isFull: true };
  } catch {
    return { maker: plain, isFull: false };
  }
}

/** The key of a cell that was pressed in its editor. */
export function cellKey(event: KeyboardEvent): 'run-and-move' | 'run' | 'leave' | null {
  if (event.key === 'Escape') return 'leave';
  if (event.key !== 'Enter') return null;
  if (event.shiftKey) return 'run-and-move';
  return event.ctrlKey || event.metaKey ? 'run' : null;
}

class TextArea implements Editor {
  private readonly area = document.createElement('textarea');

  constructor(options: EditorOptions) {
    this.area.className = 'plain-editor';
    this.area.spellcheck = !options.isCode;
    this.area.setAttribute('aria-label', options.label);
    this.text = options.text;
    this.area.addEventListener('input', () => { this.fit(); options.onChange(this.text); });
    this.area.addEventListener('keydown', event => {
      const key = cellKey(event);
      if (!key) return;
      event.preventDefault();
      event.stopPropagation();
      options.onKey(key);
    });
    options.parent.replaceChildren(this.area);
  }

  get text(): string {
    return this.area.value;
  }

  set text(text: string) {
    this.area.value = text;
    this.fit();
  }

  focus(): void {
    this.area.focus();
  }

  // A text area can't show two texts at once.
  compare(original: string | null): void {
    this.area.title = original === null ? '' : `The course has:\n${original}`;
  }

  dispose(): void {
    this.area.remove();
  }

  private fit(): void {
    this.area.rows = Math.max(2, this.text.split('\n').length);
  }
}
