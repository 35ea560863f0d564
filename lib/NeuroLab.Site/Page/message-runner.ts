// What every runner does that speaks by messages: which answer belongs to which question, and which end to which run.
import type { CellError, Completion, Diagnosis, RunnableCell, Runner, RunnerEvent, RunnerState, Signature } from './runner.js';

interface Waiting<T> {
  resolve(value: T): void;
  reject(reason: Error): void;
}

export type Question = 'complete' | 'inspect' | 'signature' | 'diagnose';

export type Answer = Record<string, unknown>;

export type Message = RunnerEvent | { readonly type: 'answer'; readonly id: number; readonly data: Answer };

export type Request =
  | { readonly op: 'run'; readonly cell: string; readonly number: number; readonly code: string; readonly all: readonly { readonly number: number; readonly code: string }[] }
  | { readonly op: 'warm' }
  | { readonly op: 'interrupt' }
  | { readonly op: 'restart' }
  | { readonly op: 'reply'; readonly line: string | null }
  | { readonly op: 'ask'; readonly id: number; readonly question: Question; readonly code: string; readonly cursor: number };

export abstract class MessageRunner implements Runner {
  private current: RunnerState;
  private asked = 0;
  private readonly questions = new Map<number, Waiting<Answer | null>>();
  private readonly runs = new Map<string, Waiting<CellError | null>>();
  private readonly listeners = new Set<(event: RunnerEvent) => void>();
  private readonly unreachable: string;

  /** unreachable: what to say of a cell that could not be sent. */
  protected constructor(state: RunnerState, unreachable: string) {
    this.current = state;
    this.unreachable = unreachable;
  }

  get state(): RunnerState {
    return this.current;
  }

  run(cell: RunnableCell, all: readonly RunnableCell[]): Promise<CellError | null> {
    return new Promise((resolve, reject) => {
      this.runs.set(cell.id, { resolve, reject });
      if (!this.send({ op: 'run', cell: cell.id, number: cell.number, code: cell.code, all: all.map(({ number, code }) => ({ number, code })) }))
        this.fail(new Error(this.unreachable));
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
    const matches = ((answer['matches'] as string[] | undefined) ?? []).map((name, i) => ({ name, type: types[i] ?? '', order: String(i).padStart(4, '0') }));
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

  /** Sends a request; false where nobody is there to take it. */
  protected abstract send(request: Request): boolean;

  /** Takes a message of whoever runs cells. */
  protected take(message: Message): void {
    if (message.type === 'answer') return this.answer(message.id, message.data);
    if (message.type === 'state') this.current = message.state;
    for (const listener of this.listeners) listener(message);
    if (message.type !== 'ended') return;
    this.runs.get(message.cell)?.resolve(message.error);
    this.runs.delete(message.cell);
  }

  /** Whoever ran cells is gone: nothing that was asked will be answered. */
  protected lose(reason: string): void {
    for (const id of [...this.questions.keys()]) this.answer(id, null);
    this.fail(new Error(reason));
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
    if (data?.['failure'] !== undefined) console.error('A question about code could not be answered.', data['failure']);
    this.questions.get(id)?.resolve(data);
    this.questions.delete(id);
  }

  private fail(reason: Error): void {
    const waiting = [...this.runs.values()];
    this.runs.clear();
    for (const run of waiting) run.reject(reason);
  }
}
