// Shows the parameters of the call that is being written, above the line.
import { StateEffect, StateField, type Extension } from '@codemirror/state';
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

/** Asks after "(" and ",", and as long as the cursor is in the call. */
export function signatureHelp(runner: Runner): Extension {
  const asking = ViewPlugin.fromClass(class {
    private asked = 0;

    update(update: ViewUpdate): void {
      const isOpen = update.state.field(shown) !== null;
      const typed = update.docChanged && /[(,]$/.test(before(update.state.doc.toString(), update.state.selection.main.head));
      if (typed || (isOpen && (update.docChanged || update.selectionSet))) void this.ask(update.view);
    }

    private async ask(view: EditorView): Promise<void> {
      const id = ++this.asked;
      const pos = view.state.selection.main.head;
      const signatures = await runner.signature(view.state.doc.toString(), pos);
      if (id === this.asked && pos <= view.state.doc.length) view.dispatch({ effects: setSignatures.of(signatures.length > 0 ? { pos, signatures } : null) });
    }
  });
  const close = keymap.of([{
    key: 'Escape',
    run: view => {
      if (!view.state.field(shown)) return false;
      view.dispatch({ effects: setSignatures.of(null) });
      return true;
    },
  }]);
  return [shown, asking, close];
}

function before(text: string, pos: number): string {
  return text.slice(Math.max(0, pos - 1), pos);
}
