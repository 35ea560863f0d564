import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joined } from '../notebook-json.js';
import { mostLetters, OutputCollector } from '../outputs.js';
import { exercise, isView, plainText, plotly } from '../output-view.js';

test('what is printed is one output as long as nothing else comes between', () => {
  const collector = new OutputCollector();
  collector.begin('a');
  collector.take({ type: 'stream', cell: 'a', name: 'stdout', text: 'x' });
  collector.take({ type: 'stream', cell: 'a', name: 'stdout', text: 'y\n' });
  collector.take({ type: 'stream', cell: 'a', name: 'stderr', text: 'z' });
  assert.deepEqual(collector.of('a').map(output => [output.name, joined(output.text)]), [['stdout', 'xy\n'], ['stderr', 'z']]);
});

test('an update changes what a cell above shows, and nothing else', () => {
  const collector = new OutputCollector();
  collector.begin('a');
  collector.take({ type: 'display', cell: 'a', display: 'd', data: { 'text/plain': 'old' } });
  collector.begin('b');
  assert.equal(collector.take({ type: 'update', display: 'd', data: { 'text/plain': 'new' } }), 'a');
  assert.equal(joined(collector.of('a')[0]?.data?.['text/plain']), 'new');
  assert.equal(collector.take({ type: 'update', display: 'unknown', data: {} }), null);
});

test('JSON views stay JSON, texts become lines', () => {
  const collector = new OutputCollector();
  collector.begin('a');
  collector.take({ type: 'result', cell: 'a', data: { 'text/html': 'a\nb', 'application/vnd.plotly.v1+json': { data: [] } } });
  assert.deepEqual(collector.of('a')[0]?.data, { 'text/html': ['a\n', 'b'], 'application/vnd.plotly.v1+json': { data: [] } });
});

test('a cell that prints without end is cut, and says so', () => {
  const collector = new OutputCollector();
  collector.begin('a');
  for (let i = 0; i < 3; i++) collector.take({ type: 'stream', cell: 'a', name: 'stdout', text: 'x'.repeat(mostLetters / 2) + '\n' });
  const [kept, more] = collector.of('a');
  assert.equal(joined(kept?.text).length, mostLetters);
  assert.ok(joined(more?.text).includes('left out'));
});

test('an error is an output', () => {
  const collector = new OutputCollector();
  collector.begin('a');
  collector.take({ type: 'ended', cell: 'a', error: { name: 'CompileError', message: 'm', details: ['m', 'line'] }, seconds: 1 });
  assert.deepEqual(collector.of('a'), [{ ename: 'CompileError', evalue: 'm', output_type: 'error', traceback: ['m', 'line'] }]);
});

test('a progress line that goes back to its beginning shows its last state', () => {
  assert.equal(plainText('1 %\r50 %\r100 %\n\u001b[31mred\u001b[0m'), '100 %\nred');
});

test('a view that is not what its type promises is none', () => {
  for (const type of [plotly, exercise]) {
    assert.ok(isView(type, { data: [] }));
    for (const view of [null, undefined, 1, 'right', []]) assert.ok(!isView(type, view), `${type} ${JSON.stringify(view)}`);
  }

  for (const view of ['a', ['a\n', 'b']]) assert.ok(isView('text/html', view));
  for (const view of [null, undefined, 1, {}]) assert.ok(!isView('image/png', view));
});
