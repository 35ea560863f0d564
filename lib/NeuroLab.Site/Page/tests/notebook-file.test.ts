import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changed } from '../browser-store.js';
import { readNotebook, writeNotebook } from '../notebook-json.js';
import { code, text } from './fakes.js';

const file = { cells: [text('t', '# Hello'), code('c', '1 + 1')], metadata: { a: 1 }, nbformat: 4, nbformat_minor: 5 };

test('a notebook that was written is read as it was', () => {
  assert.deepEqual(readNotebook(writeNotebook(file), 'x.ipynb'), file);
});

test('cells of older notebooks get the ids they lack', () => {
  const old = { ...file, nbformat_minor: 4, cells: [{ cell_type: 'code', source: '1', metadata: {}, outputs: [], execution_count: null }] };
  const ids = readNotebook(JSON.stringify(old), 'old.ipynb').cells.map(cell => cell.id);
  assert.match(ids[0] ?? '', /^[0-9a-f]{8}$/);
});

test('what is no notebook is refused by its name', () => {
  assert.throws(() => readNotebook('{"cells":', 'half.ipynb'), /^Error: half\.ipynb is no notebook/);
  assert.throws(() => readNotebook('{"nbformat":3,"worksheets":[]}', 'old.ipynb'), /old\.ipynb.*format 4/);
  assert.throws(() => readNotebook('null', 'null.ipynb'), /null\.ipynb/);
});

test('a change names the cells that stay, and one that names an unknown cell is refused', () => {
  const after = changed(file, { base: 'x', metadata: {}, cells: ['c', text('n', 'new')] });
  assert.deepEqual(after.cells.map(cell => cell.id), ['c', 'n']);
  assert.throws(() => changed(file, { base: 'x', metadata: {}, cells: ['gone'] }), /no cell "gone"/);
});
