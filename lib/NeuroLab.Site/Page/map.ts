// Begins the map of the course: shows how far the reader is.
import { keptNotebooks } from './browser-store.js';
import { keepOffline } from './offline.js';
import { progressOf, showProgress, type Progress } from './progress.js';

interface MapData {
  /** Whether the reader's notebooks are kept in this browser, and not by a server. */
  readonly keptHere: boolean;
  /** The notebooks in the order of the map, as the server knows them. */
  readonly notebooks: readonly Progress[];
}

const data = JSON.parse(document.getElementById('live-data')?.textContent ?? '') as MapData;
const map = document.querySelector<HTMLElement>('.map');
if (!map) throw new Error('This page has no map.');
// A page that the browser shows again as it was knows nothing of what the reader did meanwhile.
addEventListener('pageshow', event => { if (event.persisted) location.reload(); });
if (data.keptHere) void keepOffline();
showProgress(map, data.keptHere ? await kept(data.notebooks) : data.notebooks);

async function kept(course: readonly Progress[]): Promise<Progress[]> {
  // A browser may deny its database; then nothing was kept.
  const notebooks = await keptNotebooks(new URL('./', location.href).pathname).catch(() => new Map<string, never>());
  return course.map(progress => {
    const own = notebooks.get(progress.name);
    return own ? progressOf(own.notebook, progress) : progress;
  });
}
