// Shows the parameters of the call that is being written, above the line.
import { Prec, StateEffect, StateField, type Extension } from '@codemirror/state';
import { EditorView, keymap, showTooltip, type Tooltip, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { Runner, Signature } from '../runner.js';

const setSignatures = StateEffect.define<{ pos: number; signatures: readonly Signature[] } | null>();

const shown = StateField.define<Tooltip | null>({
  create: () => null,
  update(tooltip, transaction) {
    for (const effect of transaction.effects) if (effect.is(setSignatures)) return effect.value ? make(effect.value) : null;
    return tooltip && transaction.docChanged ? { ...tooltip, pos: transaction.changes.mapPos(tooltip.pos) } : tooltip;
  },
  provide: field => showTooltip.from(field),
});

function make({ pos, signatures }: { pos: number; signatures: readonly Signature[] }): Tooltip {
  return {
    pos,
    above: true,
    create: () => {
      const dom = document.createElement('div');
      dom.className = 'cm-signature code-words';
      dom.append(...signatures.map(line), signatures[0]?.documentation ?? '');
      return { dom };
    },
  };
}

function line({ label, parameter }: Signature): HTMLElement {
  const row = document.createElement('div');
  if (!parameter) row.textContent = label;
  else {
    const strong = document.createElement('strong');
    strong.textContent = label.slice(...parameter);
    row.append(label.slice(0, parameter[0]), strong, label.slice(parameter[1]));
  }

  return row;
}

/** Asks after "(" and ",", and as long as the cursor is in the call. Escape closes it, and so does leaving the editor. */
export function signatureHelp(runner: Runner): Extension {
  const asking = ViewPlugin.fromClass(class {
    private readonly view: EditorView;
    private asked = 0;

    constructor(view: EditorView) {
      this.view = view;
    }

    update(update: ViewUpdate): void {
      const isOpen = update.state.field(shown) !== null;
      const typed = update.docChanged && /[(,]$/.test(before(update.state.doc.toString(), update.state.selection.main.head));
      if (typed || (isOpen && (update.docChanged || update.selectionSet))) void this.ask();
    }

    /** An answer that is still on its way is not shown either. */
    close(): boolean {
      this.asked++;
      const isOpen = this.view.state.field(shown) !== null;
      if (isOpen) this.view.dispatch({ effects: setSignatures.of(null) });
      return isOpen;
    }

    private async ask(): Promise<void> {
      const id = ++this.asked;
      const { state } = this.view;
      const pos = state.selection.main.head;
      const signatures = await runner.signature(state.doc.toString(), pos);
      if (id === this.asked) this.view.dispatch({ effects: setSignatures.of(signatures.length > 0 ? { pos, signatures } : null) });
    }
  });
  const close = (view: EditorView): boolean => view.plugin(asking)?.close() ?? false;
  return [shown, asking, Prec.high(keymap.of([{ key: 'Escape', run: close }])), EditorView.domEventHandlers({ blur: (_, view) => { close(view); } })];
}

function before(text: string, pos: number): string {
  return text.slice(Math.max(0, pos - 1), pos);
}
