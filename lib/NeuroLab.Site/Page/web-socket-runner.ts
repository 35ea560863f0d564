// The runner behind NeuroLab's own server: JSON messages over a WebSocket, which is opened again when it was lost.
import { MessageRunner, type Message, type Request } from './message-runner.js';

const firstWait = 500;
const longestWait = 5000;

// What a WebSocket's readyState says.
const connecting = 0;
const connected = 1;

export class WebSocketRunner extends MessageRunner {
  private socket: WebSocket | null = null;
  private wait = firstWait;
  // Whoever presses Run before the connection is open has not pressed it in vain.
  private readonly early: Request[] = [];
  private readonly address: string;
  private readonly open: (address: string) => WebSocket;

  constructor(address: string, open = (to: string): WebSocket => new WebSocket(to)) {
    super('lost', 'The server does not answer, so the cell did not run. Start it again with: neurolab');
    this.address = address;
    this.open = open;
    this.connect();
  }

  protected send(request: Request): boolean {
    if (this.socket?.readyState === connecting) this.early.push(request);
    else if (this.socket?.readyState === connected) this.socket.send(JSON.stringify(request));
    else return false;
    return true;
  }

  private connect(): void {
    const socket = this.open(this.address);
    this.socket = socket;
    socket.addEventListener('open', () => this.opened());
    socket.addEventListener('message', event => this.take(JSON.parse(event.data as string) as Message));
    socket.addEventListener('close', () => this.closed(socket));
  }

  private opened(): void {
    this.wait = firstWait;
    for (const request of this.early.splice(0)) this.send(request);
  }

  private closed(socket: WebSocket): void {
    if (socket !== this.socket) return;
    this.socket = null;
    this.early.length = 0;
    this.take({ type: 'state', state: 'lost', fresh: false, text: 'The server does not answer. What you write is kept in this browser. Start the server again with: neurolab' });
    this.lose('The server was lost while the cell ran.');
    setTimeout(() => this.connect(), this.wait);
    this.wait = Math.min(longestWait, this.wait * 2);
  }
}
