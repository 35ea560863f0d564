// Keeps the course in the browser: after the first visit it comes from here, also without a network. A new version is fetched whole
// before it takes the place of the old one.
const version = 'VERSION';
const files = ['FILES'];
const site = new URL('./', location.href);
const own = `neurolab ${site.pathname} `;
const pages = `${own}pages ${version}`;
const engine = `${own}engine ${'ENGINE'}`;

addEventListener('install', event => event.waitUntil(fill()));

addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith(own) && name !== pages && name !== engine) await caches.delete(name);
  await clients.claim();
})()));

addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || !url.href.startsWith(site.href)) return;
  if (url.pathname === `${site.pathname}ask`) event.respondWith(answered(url.search));
  else event.respondWith(found(event.request, url));
});

async function fill() {
  const cache = await caches.open(pages);
  await Promise.all(files.map(async file => {
    const response = await fetch(new Request(file, { cache: 'no-cache' }));
    if (!response.ok) throw new Error(`${file}: ${response.status} ${response.statusText}`);
    // What was reached by a detour may not answer for a page.
    await cache.put(file, response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response);
  }));
}

async function found(request, url) {
  const cache = await caches.open(pages);
  const asked = url.pathname.endsWith('/') ? 'index.html' : url.pathname;
  return (await cache.match(asked, { ignoreSearch: true, ignoreVary: true })) ?? fetch(request);
}

// A cell that reads a line stops its worker until the page has the line: the worker asks here, and the page answers here.
const patience = 20_000;
const lines = new Map();
const waiting = new Map();

addEventListener('message', ({ data }) => {
  if (data === 'take over') skipWaiting();
  if (typeof data?.question !== 'string') return;
  lines.set(data.question, data.line);
  waiting.get(data.question)?.();
});

async function answered(question) {
  if (!lines.has(question)) {
    await new Promise(resolve => {
      waiting.set(question, resolve);
      // A browser ends whoever takes too long, so the worker is told to ask again.
      setTimeout(resolve, patience);
    });
    waiting.delete(question);
  }

  if (!lines.has(question)) return new Response(null, { status: 204 });
  const line = lines.get(question);
  lines.delete(question);
  return Response.json({ line });
}
