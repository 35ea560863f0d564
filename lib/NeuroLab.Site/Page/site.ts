// A page of a site: its cells run in the browser, and what the reader writes is kept there.
import { offerBackup } from './backup.js';
import { BrowserRunner } from './browser-runner.js';
import { BrowserStore } from './browser-store.js';
import { Frames } from './foreign-html.js';
import type { PageData } from './main.js';
import { joined, type NotebookJson } from './notebook-json.js';
import { keepOffline } from './offline.js';
import type { NotebookPage } from './page.js';
import type { SessionPlace } from './session-worker.js';
import type { Kept } from './store.js';
import { textHtml } from './text-html.js';

/** What the page is told of the site. Addresses begin at the page. */
export interface SitePlace {
  readonly framework: string;
  readonly engine: string;
  readonly kernels: string | null;
  readonly folder: string;
  readonly files: Readonly<Record<string, string>>;
  readonly bytes: number;
  readonly packed: number;
  /** The notebooks of the course. */
  readonly notebooks: readonly string[];
}

export interface SiteParts {
  readonly runner: BrowserRunner;
  readonly store: BrowserStore;
  readonly kept: Kept;
  readonly frames: Frames;
  /** Does what needs the page. */
  begin(page: NotebookPage): void;
}

export async function openSite(data: PageData, place: SitePlace, article: HTMLElement): Promise<SiteParts> {
  const prefix = new URL('./', location.href).pathname;
  const course = data.kept.notebook;
  const store = new BrowserStore(prefix + data.name, course, text => textHtml(text, data.rules));
  // A browser may deny its database; the course can be read and run all the same.
  const kept = await store.load().catch(() => data.kept);
  removeDeleted(article, kept.notebook);
  const frame = await (await fetch('assets/frame.html')).text();
  return {
    runner: new BrowserRunner(() => startWorker(place), line => navigator.serviceWorker?.controller?.postMessage(line)),
    store,
    kept,
    frames: new Frames(element => { element.srcdoc = frame; }),
    begin(page) {
      refreshTexts(page, course);
      const { nbformat, nbformat_minor } = course;
      offerBackup({
        name: data.name,
        notebook: () => ({ cells: page.notebook.cells, metadata: page.notebook.metadata, nbformat, nbformat_minor }),
        names: place.notebooks,
        prefix,
        bar: page.bar,
        save: () => page.save(),
      });
      if (typeof WebAssembly === 'undefined') page.bar.tell('This browser has no WebAssembly, so no cell can run in it. All can be read, and text can be changed.');
      void keepOffline(take => page.bar.tell('There is a new version of this course. Your own text and outputs stay; what runs ends.', { 'Take it': take }));
    },
  };
}

function startWorker(place: SitePlace): Worker {
  const here = (address: string): string => new URL(address, location.href).href;
  const worker = new Worker(new URL('./session-worker.js', import.meta.url), { type: 'module' });
  worker.postMessage({
    framework: here(place.framework),
    kernels: place.kernels === null ? null : here(place.kernels),
    cache: `neurolab ${new URL('./', location.href).pathname} engine ${place.engine}`,
    folder: place.folder,
    files: Object.fromEntries(Object.entries(place.files).map(([path, address]) => [path, here(address)])),
    ask: here('ask'),
    bytes: place.bytes,
    packed: place.packed,
  } satisfies SessionPlace);
  return worker;
}

// The page was written with the cells of the course.
function removeDeleted(article: HTMLElement, notebook: NotebookJson): void {
  const ids = new Set(notebook.cells.map(cell => cell.id));
  for (const element of article.querySelectorAll<HTMLElement>(':scope > [data-id]')) if (!ids.has(element.dataset['id'] ?? '')) element.remove();
}

function refreshTexts(page: NotebookPage, course: NotebookJson): void {
  const texts = new Map(course.cells.map(cell => [cell.id, joined(cell.source)]));
  for (const cell of page.notebook.cells)
    if (cell.cell_type === 'markdown' && texts.get(cell.id) !== joined(cell.source)) void page.views.get(cell.id)?.refreshText();
}
