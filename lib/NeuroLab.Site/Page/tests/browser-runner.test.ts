import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BrowserRunner, type SessionWorker, type TypedLine } from '../browser-runner.js';
import type { RunnerEvent } from '../runner.js';

class FakeWorker implements SessionWorker {
  readonly sent: { op?: string; line?: string | null }[] = [];
  isEnded = false;
  private readonly listeners = new Map<string, (event: never) => void>();
  postMessage(message: unknown): void { this.sent.push(message as { op?: string }); }
  terminate(): void { this.isEnded = true; }
  addEventListener(type: string, listener: (event: never) => void): void { this.listeners.set(type, listener); }
  hear(data: object): void { this.listeners.get('message')?.({ data } as never); }
  fail(message: string): void { this.listeners.get('error')?.({ message } as never); }
}

function begun(): { runner: BrowserRunner; workers: FakeWorker[]; typed: TypedLine[]; events: RunnerEvent[] } {
  const workers: FakeWorker[] = [];
  const typed: TypedLine[] = [];
  const events: RunnerEvent[] = [];
  const runner = new BrowserRunner(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  }, line => typed.push(line));
  runner.listen(event => events.push(event));
  return { runner, workers, typed, events };
}

const cell = { id: 'a', number: 1, code: 'while (true) { }' };

test('nothing is started before it is wanted, and then once', () => {
  const { runner, workers } = begun();
  assert.equal(runner.state, 'off');
  assert.equal(workers.length, 0);
  runner.warmUp();
  void runner.run(cell, [cell]);
  assert.equal(workers.length, 1);
  assert.equal(runner.state, 'starting');
  assert.equal(workers[0]?.sent[0]?.op, 'run');
});

test('an interrupted cell fails, its worker is ended, and the next run starts another', async () => {
  const { runner, workers, events } = begun();
  const run = runner.run(cell, [cell]);
  workers[0]?.hear({ type: 'state', state: 'busy', fresh: false });
  workers[0]?.hear({ type: 'started', cell: 'a' });
  runner.interrupt();
  assert.match((await run)?.message ?? '', /session has ended/);
  assert.equal(workers[0]?.isEnded, true);
  assert.deepEqual(events.at(-1)?.type === 'state' && [runner.state, (events.at(-1) as { fresh: boolean }).fresh], ['off', true]);
  workers[0]?.hear({ type: 'state', state: 'ready', fresh: false });
  assert.equal(runner.state, 'off');
  void runner.run(cell, [cell]);
  assert.equal(workers.length, 2);
});

test('a session that can not start says why, and fails what waits for it', async () => {
  const { runner, workers, events } = begun();
  const run = runner.run(cell, [cell]);
  workers[0]?.fail('engine/1/x.dll: 404');
  await assert.rejects(run, /404/);
  assert.match((events.at(-1) as { text: string }).text, /404/);
});

test('a line that is typed goes to the question that was asked last', () => {
  const { runner, workers, typed } = begun();
  void runner.run(cell, [cell]);
  workers[0]?.hear({ type: 'input', cell: 'a', question: '?w-1' });
  runner.reply('Ada');
  assert.deepEqual(typed, [{ question: '?w-1', line: 'Ada' }]);
});
