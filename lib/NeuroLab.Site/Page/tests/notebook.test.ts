import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joined, lines, notes } from '../notebook-json.js';
import { code, notebook, text } from './fakes.js';

test('text is stored as lines with their line ends', () => {
  assert.deepEqual(lines('a\nb\n\nc'), ['a\n', 'b\n', '\n', 'c']);
  assert.deepEqual(lines(''), []);
  assert.equal(joined(lines('x\ny\n')), 'x\ny\n');
});

test('only cells that changed are handed over, the others by their id', () => {
  const book = notebook(code('a', '1'), code('b', '2'));
  book.setText('b', '3');
  const [first, second] = book.takeChanges();
  assert.equal(first, 'a');
  assert.equal(typeof second === 'object' ? joined(second.source) : '', '3');
  assert.ok(!book.isChanged);
});

test('text that is the same as before is no change', () => {
  const book = notebook(code('a', '1'));
  book.setText('a', '1');
  assert.ok(!book.isChanged);
});

test('adding, deleting and moving are taken back in turn', () => {
  const book = notebook(text('t', '#'), code('a', '1'));
  const added = book.add('code', 'a');
  book.move('t', 1);
  book.remove('a');
  assert.deepEqual(book.cells.map(cell => cell.id), ['t', added]);
  book.undo();
  book.undo();
  assert.deepEqual(book.cells.map(cell => cell.id), ['t', 'a', added]);
  book.undo();
  assert.deepEqual(book.cells.map(cell => cell.id), ['t', 'a']);
  assert.ok(!book.undo());
});

test('a cell at the end does not move further', () => {
  const book = notebook(code('a', '1'), code('b', '2'));
  assert.ok(!book.move('b', 1));
  assert.ok(!book.move('a', -1));
});

test('a note leaves what else stands in the metadata', () => {
  const book = notebook({ ...code('a', '1'), metadata: { tags: ['x'], neurolab: { optional: 'y' } } });
  book.note('a', 'prediction', '7');
  assert.deepEqual(book.find('a').metadata, { tags: ['x'], neurolab: { optional: 'y', prediction: '7' } });
  book.note('a', 'prediction', undefined);
  assert.deepEqual(notes(book.find('a')), { optional: 'y' });
});

test('what could not be saved counts as changed again', () => {
  const book = notebook(code('a', '1'));
  book.setText('a', '2');
  book.putBack(book.takeChanges());
  assert.ok(book.isTouched('a'));
});
