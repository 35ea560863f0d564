// What a page shows where a cell reads a line.

/** A form for the line; reply gets null where there is no more input. */
export function askForm(cell: number, reply: (line: string | null) => void): HTMLFormElement {
  const form = document.createElement('form');
  form.className = 'ask';
  const line = document.createElement('input');
  line.setAttribute('aria-label', `Cell ${cell} asks for a line`);
  line.placeholder = 'The cell reads a line: write it here';
  line.autocomplete = 'off';
  const send = document.createElement('button');
  send.textContent = 'Enter';
  const end = document.createElement('button');
  end.type = 'button';
  end.textContent = 'No more input';
  form.append(line, send, end);
  const answer = (text: string | null): void => { form.remove(); reply(text); };
  form.addEventListener('submit', event => { event.preventDefault(); answer(line.value); });
  end.addEventListener('click', () => answer(null));
  return form;
}
