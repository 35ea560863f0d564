import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RunQueue } from '../run-queue.js';
import { code, FakeRunner, notebook, text } from './fakes.js';

function three(): { book: ReturnType<typeof notebook>; runner: FakeRunner; queue: RunQueue } {
  const book = notebook(code('a', '1'), text('t', '#'), code('b', '2'), code('c', '3'));
  const runner = new FakeRunner();
  return { book, runner, queue: new RunQueue(book, runner, () => undefined) };
}

test('all cells run in order, texts do not', async () => {
  const { runner, queue } = three();
  await queue.runAll();
  assert.deepEqual(runner.ran, ['a', 'b', 'c']);
  assert.equal(queue.state('c'), 'done');
});

test('a cell that fails stops those after it', async () => {
  const { runner, queue } = three();
  runner.fails.add('b');
  await queue.runAll();
  assert.deepEqual(runner.ran, ['a', 'b']);
  assert.equal(queue.state('b'), 'failed');
  assert.equal(queue.state('c'), 'none');
});

test('with what is above only what has not run as it is runs', async () => {
  const { book, runner, queue } = three();
  await queue.run(['a']);
  await queue.runWithAbove('c');
  assert.deepEqual(runner.ran, ['a', 'b', 'c']);
  book.setText('a', '10');
  assert.equal(queue.state('a'), 'changed');
  await queue.runWithAbove('c');
  assert.deepEqual(runner.ran, ['a', 'b', 'c', 'a', 'c']);
});

test('text that is put back as it ran counts as run', async () => {
  const { book, queue } = three();
  await queue.run(['a']);
  book.setText('a', '10');
  book.setText('a', '1');
  assert.equal(queue.state('a'), 'done');
});

test('a new session has run nothing', async () => {
  const { runner, queue } = three();
  await queue.runAll();
  assert.ok(queue.knowsAbove('c'));
  runner.tell({ type: 'state', state: 'off', fresh: true });
  assert.equal(queue.state('a'), 'none');
  assert.ok(!queue.knowsAbove('c'));
});

test('a page that comes back knows what ran, and what was changed since', () => {
  const { runner, queue } = three();
  runner.tell({ type: 'ran', cells: [{ cell: 'a', code: '1', failed: false }, { cell: 'b', code: '20', failed: false }, { cell: 'c', code: '3', failed: true }, { cell: 'gone', code: '', failed: false }] });
  assert.deepEqual(['a', 'b', 'c', 'gone'].map(cell => queue.state(cell)), ['done', 'changed', 'failed', 'none']);
  assert.ok(queue.knowsAbove('c'));
});

test('the cell with which a session begins has run as it is', async () => {
  const { runner, queue } = three();
  const run = runner.run.bind(runner);
  runner.run = cell => {
    runner.tell({ type: 'state', state: 'busy', fresh: true });
    return run(cell);
  };
  await queue.run(['a']);
  assert.equal(queue.state('a'), 'done');
});

test('a runner that is lost leaves its cell as not run', async () => {
  const { runner, queue } = three();
  runner.run = () => Promise.reject(new Error('lost'));
  await queue.runAll();
  assert.equal(queue.state('a'), 'none');
  assert.equal(queue.state('b'), 'none');
});
