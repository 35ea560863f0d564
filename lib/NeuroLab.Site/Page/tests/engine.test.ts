import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { afterEach, test } from 'node:test';
import { Engine } from '../engine.js';

const place = { framework: 'https://site/engine/1/_framework/', cache: 'c', bytes: 200, packed: 100 };
const real = globalThis.fetch;
afterEach(() => { globalThis.fetch = real; });

/** A server that has these files, and says of all of them how they were compressed on the way. */
function serve(files: Record<string, Uint8Array<ArrayBuffer> | string>, encoding: string | null = null): string[] {
  const asked: string[] = [];
  globalThis.fetch = (async (address: string) => {
    const name = String(address).slice(place.framework.length);
    asked.push(name);
    const file = files[name];
    return file === undefined ? new Response('', { status: 404 }) : new Response(file, encoding ? { headers: { 'Content-Encoding': encoding } } : {});
  }) as typeof fetch;
  return asked;
}

const text = (content: Uint8Array): string => new TextDecoder().decode(content);
const packed = (content: string): Uint8Array<ArrayBuffer> => new Uint8Array(gzipSync(content));

test('from a server that compresses nothing the compressed file is taken, and unpacked here', async () => {
  const asked = serve({ 'NeuroLab.Browser.dll': 'x', 'a.dll.gz': packed('hello') });
  const said: string[] = [];
  const engine = await Engine.open(place, line => said.push(line));
  assert.equal(text(await engine.load(`${place.framework}a.dll`)), 'hello');
  assert.deepEqual(asked, ['NeuroLab.Browser.dll', 'a.dll.gz']);
  assert.match(said[0] ?? '', /of 0\.0 MB/);
});

test('from a server that compresses, files are taken by their own name', async () => {
  const asked = serve({ 'NeuroLab.Browser.dll': 'x', 'a.dll': 'hello' }, 'br');
  const engine = await Engine.open(place, () => undefined);
  assert.equal(text(await engine.load(`${place.framework}a.dll`)), 'hello');
  assert.equal(asked.at(-1), 'a.dll');
});

test('a .gz that the browser has unpacked already is taken as it is', async () => {
  serve({ 'NeuroLab.Browser.dll': 'x', 'a.dll.gz': 'hello' });
  const engine = await Engine.open(place, () => undefined);
  assert.equal(text(await engine.load(`${place.framework}a.dll`)), 'hello');
});

test('a file that is gone says that the site has changed', async () => {
  serve({ 'NeuroLab.Browser.dll': 'x' });
  const engine = await Engine.open(place, () => undefined);
  await assert.rejects(engine.load(`${place.framework}a.dll`), /another version now; load the page again/);
});
