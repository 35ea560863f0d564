import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Drafts, type DraftStorage } from '../drafts.js';
import { Keeper } from '../keeper.js';
import type { Kept } from '../store.js';
import { code, FakeStore, notebook } from './fakes.js';

class Memory implements DraftStorage {
  readonly items = new Map<string, string>();
  getItem(key: string): string | null { return this.items.get(key) ?? null; }
  setItem(key: string, value: string): void { this.items.set(key, value); }
  removeItem(key: string): void { this.items.delete(key); }
}

function parts() {
  const book = notebook(code('a', '1'), code('b', '2'));
  const store = new FakeStore();
  const memory = new Memory();
  const drafts = new Drafts('n', memory);
  const others: Kept[] = [];
  const keeper = new Keeper(book, 'r0', store, drafts, other => { if (other) others.push(other); });
  book.listen((what, cell) => { if (what === 'text') drafts.keep(cell, book.savedText(cell), book.text(cell)); });
  return { book, store, memory, keeper, others };
}

test('a save tells the state it was made from, and the next one the new state', async () => {
  const { book, store, keeper } = parts();
  book.setText('a', '3');
  await keeper.now();
  book.setText('a', '4');
  await keeper.now();
  assert.deepEqual(store.saves.map(save => save.base), ['r0', 'r1']);
  assert.equal(keeper.state, 'saved');
});

test('nothing is saved where nothing changed', async () => {
  const { store, keeper } = parts();
  await keeper.now();
  assert.equal(store.saves.length, 0);
});

test('a draft is kept until it is saved', async () => {
  const { book, memory, keeper } = parts();
  book.setText('a', '3');
  assert.deepEqual(new Drafts('n', memory).found(() => '1'), [{ cell: 'a', text: '3', fits: true }]);
  await keeper.now();
  assert.deepEqual(new Drafts('n', memory).found(() => '1'), []);
});

test('a draft made from another text is told from one that fits', () => {
  const { book, memory } = parts();
  book.setText('a', '3');
  assert.deepEqual(new Drafts('n', memory).found(() => 'other'), [{ cell: 'a', text: '3', fits: false }]);
});

test('what was changed elsewhere is not written over', async () => {
  const { book, store, keeper, others } = parts();
  const other: Kept = { revision: 'x', notebook: { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 } };
  store.answer = async () => ({ ok: false, other });
  book.setText('a', '3');
  await keeper.now();
  assert.equal(keeper.state, 'conflict');
  assert.deepEqual(others, [other]);
  book.setText('a', '4');
  await keeper.now();
  assert.equal(store.saves.length, 1);
  store.answer = async () => ({ ok: true, revision: 'y' });
  await keeper.keepMine(other);
  assert.equal(store.saves[1]?.base, 'x');
  assert.ok(store.saves[1]?.cells.every(cell => typeof cell !== 'string'));
});

test('what another tab changed in the same way is no conflict', async () => {
  const { book, store, keeper, others } = parts();
  const same = { cells: structuredClone(book.cells), metadata: { neurolab: { read: true } }, nbformat: 4, nbformat_minor: 5 };
  store.answer = async () => ({ ok: false, other: { revision: 'x', notebook: same } });
  book.noteOnNotebook('read', true);
  await keeper.now();
  assert.equal(keeper.state, 'saved');
  assert.deepEqual(others, []);
  store.answer = async () => ({ ok: true, revision: 'y' });
  book.setText('a', '3');
  await keeper.now();
  assert.equal(store.saves[1]?.base, 'x');
});

test('a server that does not answer leaves the change to be saved', async () => {
  const { book, store, memory, keeper } = parts();
  store.answer = () => Promise.reject(new Error('Failed to fetch'));
  book.setText('a', '3');
  await keeper.now();
  assert.equal(keeper.state, 'unsaved');
  assert.ok(book.isTouched('a'));
  assert.equal(memory.items.size, 1);
});
