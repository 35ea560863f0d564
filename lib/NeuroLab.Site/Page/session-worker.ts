// The Web Worker that runs cells: .NET in WebAssembly, with the session of NeuroLab.Browser. The page stays free meanwhile.
import { Engine, type EnginePlace } from './engine.js';
import type { Answer, Message, Request } from './message-runner.js';

/** What the worker is told first. */
export interface SessionPlace extends EnginePlace {
  /** The notebook's folder among the worker's files. */
  readonly folder: string;
  /** Files that cells may read: their path among the worker's files, and where they are. */
  readonly files: Readonly<Record<string, string>>;
  /** The address of the library's kernels; null where the site was made without them, and C# does their work. */
  readonly kernels: string | null;
  /** Where a cell that reads a line waits for it. */
  readonly ask: string;
}

interface Exports {
  StartAsync(folder: string, assemblies: string, isAwaited: boolean): Promise<void>;
  RunAsync(cell: string, number: number, code: string, all: string): Promise<string | null>;
  Answer(question: string, code: string, cursor: number): string;
}

interface Runtime {
  readonly Module: {
    readonly FS: { mkdirTree(path: string): void; writeFile(path: string, content: Uint8Array): void };
    readonly wasmExports: WebAssembly.Exports;
    addFunction(added: WebAssembly.ExportValue, signature: string): number;
  };
  getConfig(): { readonly mainAssemblyName: string };
  getAssemblyExports(name: string): Promise<{ readonly NeuroLab: { readonly Browser: { readonly BrowserSession: Exports } } }>;
  setModuleImports(name: string, imports: Readonly<Record<string, unknown>>): void;
  runMain(): Promise<number>;
}

interface RuntimeBuilder {
  withResourceLoader(load: (type: string, name: string, address: string) => string | Promise<Response>): RuntimeBuilder;
  create(): Promise<Runtime>;
}

const framework = '/framework';
const id = Math.random().toString(36).slice(2);
let running = '';
let questions = 0;
let isAwaited = false;

function tell(message: Message): void {
  postMessage(message);
}

function starting(text: string): void {
  tell({ type: 'state', state: 'starting', fresh: false, text });
}

async function start(place: SessionPlace): Promise<Exports> {
  const engine = await Engine.open(place, starting);
  const assemblies = new Map<string, Uint8Array>();
  const { dotnet } = (await import(`${place.framework}dotnet.js`)) as { dotnet: RuntimeBuilder };
  const runtime = await dotnet.withResourceLoader((type, name, address) => {
    if (type === 'dotnetwasm') return engine.load(address).then(content => answer(content, 'application/wasm'));
    if (type !== 'assembly') return address;
    return engine.load(address).then(content => {
      assemblies.set(name, content);
      return answer(content.slice(), 'application/octet-stream');
    });
  }).create();
  const { FS: files } = runtime.Module;
  await Promise.all(Object.entries(place.files).map(async ([path, address]) => {
    const content = await engine.load(address);
    files.mkdirTree(path.slice(0, path.lastIndexOf('/')));
    files.writeFile(path, content);
  }));
  starting('the C# compiler');
  // The compiler reads assemblies from files; the runtime has its own copies.
  files.mkdirTree(framework);
  for (const [name, content] of assemblies) files.writeFile(`${framework}/${name}`, content);
  const places = place.kernels === null ? {} : await addKernels(runtime, await engine.load(place.kernels));
  runtime.setModuleImports('session', {
    tell: (message: string) => tell(JSON.parse(message) as Message),
    ask: () => ask(place.ask),
    kernel: (name: string) => places[name] ?? 0,
  });
  await runtime.runMain();
  const session = (await runtime.getAssemblyExports(runtime.getConfig().mainAssemblyName)).NeuroLab.Browser.BrowserSession;
  await session.StartAsync(place.folder, [...assemblies.keys()].map(name => `${framework}/${name}`).join('\n'), isAwaited);
  return session;
}

// Kernels that work on the runtime's memory and stand in its table of functions, from which C# calls them: their places there.
async function addKernels({ Module }: Runtime, content: Uint8Array<ArrayBuffer>): Promise<Readonly<Record<string, number>>> {
  const { instance } = await WebAssembly.instantiate(content, { env: Module.wasmExports });
  return Object.fromEntries(Object.entries(instance.exports).map(([name, kernel]) => [name, Module.addFunction(kernel, 'vi')]));
}

function answer(content: Uint8Array<ArrayBuffer>, type: string): Response {
  return new Response(content, { headers: { 'Content-Type': type } });
}

// A cell's thread is this one, so the line is waited for with a request that stops it: the service worker answers when the page has.
function ask(address: string): string | null {
  const question = `?${id}-${++questions}`;
  tell({ type: 'input', cell: running, question });
  while (true) {
    const request = new XMLHttpRequest();
    request.open('GET', address + question, false);
    request.send();
    if (request.status === 200) return (JSON.parse(request.responseText) as { line: string | null }).line;
    if (request.status !== 204) throw new Error('Nobody answers.');
  }
}

async function run(session: Exports, request: Request & { op: 'run' }): Promise<void> {
  running = request.cell;
  tell({ type: 'state', state: 'busy', fresh: false });
  tell({ type: 'started', cell: request.cell });
  const began = performance.now();
  const error = await session.RunAsync(request.cell, request.number, request.code, JSON.stringify(request.all));
  tell({ type: 'ended', cell: request.cell, error: error === null ? null : JSON.parse(error), seconds: (performance.now() - began) / 1000 });
  tell({ type: 'state', state: 'ready', fresh: false });
}

async function perform(session: Exports, message: Request): Promise<void> {
  if (message.op === 'run') await run(session, message);
  if (message.op === 'ask') tell({ type: 'answer', id: message.id, data: JSON.parse(session.Answer(message.question, message.code, message.cursor)) as Answer });
}

// One after the other, in the order in which they come; the first message says where all is.
let last: Promise<unknown> = Promise.resolve();
let session: Promise<Exports> | null = null;

addEventListener('message', event => {
  const message = event.data as SessionPlace | Request;
  if ('op' in message) {
    isAwaited ||= message.op === 'run';
    last = last.then(async () => perform(await session!, message));
  } else {
    session = start(message);
    last = session.then(() => tell({ type: 'state', state: 'ready', fresh: true }));
  }

  // Else an error in a promise would reach nobody.
  last.catch((error: unknown) => { setTimeout(() => { throw error; }); });
});
