// Begins a notebook's page: reads what the server put into it, and puts the parts together.
import { loadEditor } from './editor.js';
import { Frames, type HtmlRules } from './foreign-html.js';
import type { ChartScript } from './output-view.js';
import { NotebookPage } from './page.js';
import { ServerStore } from './server-store.js';
import type { Kept, Store } from './store.js';
import type { Runner } from './runner.js';
import type { SiteParts, SitePlace } from './site.js';
import type { Notes } from './teacher.js';
import { WebSocketRunner } from './web-socket-runner.js';

export interface PageData {
  readonly name: string;
  readonly kept: Kept;
  readonly minutes: number | null;
  readonly teaching: Notes;
  readonly rules: HtmlRules;
  /** Where the session is that runs in the browser; null where a server runs the cells. */
  readonly session: SitePlace | null;
}

/** What differs between a page of a server and one of a site. */
interface Host {
  readonly runner: Runner;
  readonly store: Store;
  readonly kept: Kept;
  readonly frames: Frames;
}

declare global {
  interface Window {
    NeuroLabCharts?: ChartScript;
    NeuroLabPage?: { finish(root: ParentNode): void };
  }
}

const data = JSON.parse(document.getElementById('live-data')?.textContent ?? '') as PageData;
const asked = new URLSearchParams(location.search);
const article = document.querySelector<HTMLElement>('article');
const bar = document.querySelector<HTMLElement>('header.bar');
if (!article || !bar) throw new Error('This page has no article, or no bar.');

if (asked.has('teacher')) {
  const { teach } = await import('./teacher.js');
  teach(data.name, data.minutes, data.teaching);
} else {
  await open(article, bar);
}

async function open(cells: HTMLElement, top: HTMLElement): Promise<void> {
  const site: SiteParts | null = data.session ? await (await import('./site.js')).openSite(data, data.session, cells) : null;
  const host: Host = site ?? served(data);
  const show = (shown: NotebookPage): void => void import('./present.js').then(({ present }) => present(shown, data.name));
  const page = new NotebookPage({
    ...host,
    name: data.name,
    storage: storage(),
    tools: { rules: data.rules, frames: host.frames, charts: () => window.NeuroLabCharts },
    finish: element => window.NeuroLabPage?.finish(element),
    present: show,
  }, cells, top);
  site?.begin(page);
  const { maker, isFull } = await loadEditor(new URL('./code-editor.js', import.meta.url).href);
  page.mount(maker);
  if (asked.has('present')) show(page);
  if (!isFull) page.bar.tell('This page has a plain editor: no colours, and no help while you write. Node.js was missing when NeuroLab was built; with it, a build brings the full one.');
}

function served({ name, kept }: PageData): Host {
  const address = new URL(`run/${encodeURIComponent(name)}`, location.href.replace(/^http/, 'ws')).href;
  return {
    runner: new WebSocketRunner(address),
    store: new ServerStore(name),
    kept,
    frames: new Frames(frame => { frame.src = 'frame'; }),
  };
}

// Storage may be denied.
function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
