import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WebSocketRunner } from '../web-socket-runner.js';

class FakeSocket extends EventTarget {
  readyState = 1;
  readonly sent: Record<string, unknown>[] = [];
  send(message: string): void { this.sent.push(JSON.parse(message) as Record<string, unknown>); }
  hear(message: object): void { this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) })); }
}

function connected(): { runner: WebSocketRunner; socket: FakeSocket } {
  const socket = new FakeSocket();
  const runner = new WebSocketRunner('ws://x', () => socket as unknown as WebSocket);
  socket.hear({ type: 'state', state: 'ready', fresh: true });
  return { runner, socket };
}

test('a run ends when the server says that its cell has ended', async () => {
  const { runner, socket } = connected();
  const run = runner.run({ id: 'a', number: 1, code: '1' }, []);
  assert.equal(socket.sent[0]?.['op'], 'run');
  socket.hear({ type: 'ended', cell: 'a', error: null, seconds: 0 });
  assert.equal(await run, null);
});

test('a connection that is lost fails its runs, answers its questions, and is opened again', async () => {
  const { runner, socket } = connected();
  const run = runner.run({ id: 'a', number: 1, code: '1' }, []);
  const question = runner.complete('x', 1);
  socket.dispatchEvent(new Event('close'));
  await assert.rejects(run, /lost/);
  assert.equal(await question, null);
  assert.equal(runner.state, 'lost');
  await new Promise(resolve => setTimeout(resolve, 700));
  socket.hear({ type: 'state', state: 'off', fresh: true });
  assert.equal(runner.state, 'off');
});

test('what is asked for before the connection is open is sent when it is', async () => {
  const socket = new FakeSocket();
  socket.readyState = 0;
  const runner = new WebSocketRunner('ws://x', () => socket as unknown as WebSocket);
  const run = runner.run({ id: 'a', number: 1, code: '1' }, []);
  assert.equal(socket.sent.length, 0);
  socket.readyState = 1;
  socket.dispatchEvent(new Event('open'));
  assert.deepEqual(socket.sent.map(request => request['op']), ['run']);
  socket.hear({ type: 'ended', cell: 'a', error: null, seconds: 0 });
  assert.equal(await run, null);
});

test('what is asked for before a connection fails is not sent by the next one', async () => {
  const sockets: FakeSocket[] = [];
  const runner = new WebSocketRunner('ws://x', () => {
    const socket = Object.assign(new FakeSocket(), { readyState: 0 });
    sockets.push(socket);
    return socket as unknown as WebSocket;
  });
  const run = runner.run({ id: 'a', number: 1, code: '1' }, []);
  sockets[0]?.dispatchEvent(new Event('close'));
  await assert.rejects(run, /lost/);
  await new Promise(resolve => setTimeout(resolve, 700));
  const next = sockets[1] as FakeSocket;
  next.readyState = 1;
  next.dispatchEvent(new Event('open'));
  assert.equal(next.sent.length, 0);
});

test('nothing is asked while a cell runs', async () => {
  const { runner, socket } = connected();
  socket.hear({ type: 'state', state: 'busy', fresh: false });
  assert.equal(await runner.hover('x', 1), null);
  assert.equal(socket.sent.length, 0);
});
