// The notebook as a file behind NeuroLab's own server.
import type { NotebookJson } from './notebook-json.js';
import type { Change, Kept, Saved, Store } from './store.js';

export class ServerStore implements Store {
  private readonly name: string;

  /** name: the file name of the notebook. */
  constructor(name: string) {
    this.name = name;
  }

  async load(): Promise<Kept> {
    return (await answer(await fetch(this.address('notebooks')))) as Kept;
  }

  async save(change: Change): Promise<Saved> {
    const response = await fetch(this.address('notebooks'), { method: 'PUT', body: JSON.stringify(change) });
    if (response.status === 409) return { ok: false, other: (await response.json()) as Kept };
    const { revision } = (await answer(response)) as { revision: string };
    return { ok: true, revision };
  }

  // A browser lets only small messages outlive their page; a larger one is kept as a draft.
  leave(change: Change): void {
    const body = JSON.stringify(change);
    if (body.length < 60_000) void fetch(this.address('notebooks'), { method: 'PUT', body, keepalive: true }).catch(() => undefined);
  }

  async original(): Promise<NotebookJson | null> {
    const response = await fetch(this.address('originals'));
    return response.status === 404 ? null : ((await answer(response)) as NotebookJson);
  }

  async render(markdown: string): Promise<string> {
    const response = await fetch(this.address('texts'), { method: 'POST', body: markdown });
    if (!response.ok) throw new Error(await response.text());
    return response.text();
  }

  private address(what: string): string {
    return `api/${what}/${encodeURIComponent(this.name)}`;
  }
}

async function answer(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}
