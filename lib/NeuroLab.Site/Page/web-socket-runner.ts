// The runner behind NeuroLab's own server: JSON messages over a WebSocket, which is opened again when it was lost.
import type { CellError, Completion, Diagnosis, RunnableCell, Runner, RunnerEvent, RunnerState, Signature } from './runner.js';

interface Waiting<T> {
  resolve(value: T): void;
  reject(reason: Error): void;
}

type Question = 'complete' | 'inspect' | 'signature' | 'diagnose';
type Answer = Record<string, unknown>;
type Message = RunnerEvent | { readonly type: 'answer'; readonly id: number; readonly data: Answer };

const firstWait = 500;
const longestWait = 5000;

export class WebSocketRunner implements Runner {
  private socket: WebSocket | null = null;
  private current: RunnerState = 'lost';
  private wait = firstWait;
  private asked = 0;
  private readonly questions = new Map<number, Waiting<Answer | null>>();
  private readonly runs = new Map<string, Waiting<CellError | null>>();
  private readonly listeners = new Set<(event: RunnerEvent) => void>();
  private readonly address: string;
  private readonly open: (address: string) => WebSocket;

  constructor(address: string, open = (to: string): WebSocket => new WebSocket(to)) {
    this.address = address;
    this.open = open;
    this.connect();
  }

  get state(): RunnerState {
    return this.current;
  }

  run(cell: RunnableCell, all: readonly RunnableCell[]): Promise<CellError | null> {
    return new Promise((resolve, reject) => {
      this.runs.set(cell.id, { resolve, reject });
      if (!this.send({ op: 'run', cell: cell.id, number: cell.number, code: cell.code, all: all.map(({ number, code }) => ({ number, code })) }))
        this.fail(new Error('The server does not answer, so the cell did not run. Start it again with: neurolab'));
    });
  }

  warmUp(): void {
    if (this.current === 'off') this.send({ op: 'warm' });
  }

  interrupt(): void {
    this.send({ op: 'interrupt' });
  }

  async restart(): Promise<void> {
    this.send({ op: 'restart' });
  }

  reply(line: string | null): void {
    this.send({ op: 'reply', line });
  }

  async complete(code: string, cursor: number): Promise<Completion | null> {
    const answer = await this.ask('complete', code, cursor);
    if (!answer) return null;
    const types = (answer['types'] as string[] | undefined) ?? [];
    const matches = ((answer['matches'] as string[] | undefined) ?? []).map((name, i) => ({ name, type: types[i] ?? '' }));
    return { start: (answer['start'] as number | undefined) ?? cursor, matches };
  }

  async hover(code: string, cursor: number): Promise<string | null> {
    return ((await this.ask('inspect', code, cursor))?.['text'] as string | undefined) ?? null;
  }

  async signature(code: string, cursor: number): Promise<readonly Signature[]> {
    return ((await this.ask('signature', code, cursor))?.['signatures'] as Signature[] | undefined) ?? [];
  }

  async diagnose(code: string): Promise<readonly Diagnosis[]> {
    return ((await this.ask('diagnose', code, 0))?.['errors'] as Diagnosis[] | undefined) ?? [];
  }

  listen(listener: (event: RunnerEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  // A worker that runs a cell, or is not there, answers nothing: whoever types would wait.
  private async ask(question: Question, code: string, cursor: number): Promise<Answer | null> {
    if (this.current !== 'ready') return null;
    const id = ++this.asked;
    return new Promise((resolve, reject) => {
      this.questions.set(id, { resolve, reject });
      if (!this.send({ op: 'ask', id, question, code, cursor })) this.answer(id, null);
    });
  }

  private answer(id: number, data: Answer | null): void {
    this.questions.get(id)?.resolve(data);
    this.questions.delete(id);
  }

  private connect(): void {
    const socket = this.open(this.address);
    this.socket = socket;
    socket.addEventListener('open', () => { this.wait = firstWait; });
    socket.addEventListener('message', event => this.take(JSON.parse(event.data as string) as Message));
    socket.addEventListener('close', () => this.lose(socket));
  }

  private lose(socket: WebSocket): void {
    if (socket !== this.socket) return;
    this.socket = null;
    this.tell({ type: 'state', state: 'lost', fresh: false, text: 'The server does not answer. What you write is kept in this browser. Start the server again with: neurolab' });
    for (const id of [...this.questions.keys()]) this.answer(id, null);
    this.fail(new Error('The server was lost while the cell ran.'));
    setTimeout(() => this.connect(), this.wait);
    this.wait = Math.min(longestWait, this.wait * 2);
  }

  private fail(reason: Error): void {
    const waiting = [...this.runs.values()];
    this.runs.clear();
    for (const run of waiting) run.reject(reason);
  }

  private take(message: Message): void {
    if (message.type === 'answer') return this.answer(message.id, message.data);
    this.tell(message);
    if (message.type !== 'ended') return;
    this.runs.get(message.cell)?.resolve(message.error);
    this.runs.delete(message.cell);
  }

  private tell(event: RunnerEvent): void {
    if (event.type === 'state') this.current = event.state;
    for (const listener of this.listeners) listener(event);
  }

  private send(message: object): boolean {
    if (this.socket?.readyState !== 1) return false;
    this.socket.send(JSON.stringify(message));
    return true;
  }
}
