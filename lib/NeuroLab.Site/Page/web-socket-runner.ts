// The runner behind NeuroLab's own server: JSON messages over a WebSocket, which is opened again when it was lost.
import { MessageRunner, type Message, type Request } from './message-runner.js';

const firstWait = 500;
const longestWait = 5000;

export class WebSocketRunner extends MessageRunner {
  private socket: WebSocket | null = null;
  private wait = firstWait;
  private readonly address: string;
  private readonly open: (address: string) => WebSocket;

  constructor(address: string, open = (to: string): WebSocket => new WebSocket(to)) {
    super('lost', 'The server does not answer, so the cell did not run. Start it again with: neurolab');
    this.address = address;
    this.open = open;
    this.connect();
  }

  protected send(request: Request): boolean {
    if (this.socket?.readyState !== 1) return false;
    this.socket.send(JSON.stringify(request));
    return true;
  }

  private connect(): void {
    const socket = this.open(this.address);
    this.socket = socket;
    socket.addEventListener('open', () => { this.wait = firstWait; });
    socket.addEventListener('message', event => this.take(JSON.parse(event.data as string) as Message));
    socket.addEventListener('close', () => this.closed(socket));
  }

  private closed(socket: WebSocket): void {
    if (socket !== this.socket) return;
    this.socket = null;
    this.take({ type: 'state', state: 'lost', fresh: false, text: 'The server does not answer. What you write is kept in this browser. Start the server again with: neurolab' });
    this.lose('The server was lost while the cell ran.');
    setTimeout(() => this.connect(), this.wait);
    this.wait = Math.min(longestWait, this.wait * 2);
  }
}
