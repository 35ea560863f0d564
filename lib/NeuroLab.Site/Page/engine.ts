// Fetches the files of the session that runs in the browser: once, as small as the server or this script can have them.

export interface EnginePlace {
  /** The address of the folder of .NET's files. */
  readonly framework: string;
  /** What the browser keeps them under. */
  readonly cache: string;
  /** The bytes of all files, as they are and as they come. */
  readonly bytes: number;
  readonly packed: number;
}

export class Engine {
  private come = 0;
  private readonly place: EnginePlace;
  private readonly progress: (text: string) => void;
  private readonly kept: Cache | null;
  private readonly ending: string;

  private constructor(place: EnginePlace, progress: (text: string) => void, kept: Cache | null, ending: string) {
    this.place = place;
    this.progress = progress;
    this.kept = kept;
    this.ending = ending;
  }

  /** progress: is told in words how far the fetching is. */
  static async open(place: EnginePlace, progress: (text: string) => void): Promise<Engine> {
    // Only pages that come by https, or from this machine, may keep files.
    const kept = 'caches' in globalThis ? await caches.open(place.cache) : null;
    // A server that compresses what it sends may do it better than gzip; from any other the compressed file is asked by its name.
    const first = await fetched(kept, `${place.framework}NeuroLab.Browser.dll`);
    return new Engine(place, progress, kept, first.headers.has('Content-Encoding') ? '' : '.gz');
  }

  /** What is in a file. */
  async load(address: string): Promise<Uint8Array<ArrayBuffer>> {
    const response = await fetched(this.kept, address + this.ending);
    const content = await unpacked(new Uint8Array(await response.arrayBuffer()));
    this.come += content.byteLength;
    const { bytes, packed } = this.place;
    this.progress(`the C# session, ${megabytes(this.come / bytes * packed)} of ${megabytes(packed)} MB`);
    return content;
  }
}

async function fetched(kept: Cache | null, address: string): Promise<Response> {
  const known = await kept?.match(address);
  if (known) return known;
  const response = await fetch(address);
  if (!response.ok) {
    const why = response.status === 404 ? 'the course on the server is another version now; load the page again' : `${response.status} ${response.statusText}`;
    throw new Error(`${address}: ${why}`);
  }

  // Where there is no room it is fetched the next time as well.
  await kept?.put(address, response.clone()).catch(() => undefined);
  return response;
}

// Some servers say of a .gz that it is compressed, and the browser then has unpacked it already.
async function unpacked(content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (content[0] !== 0x1f || content[1] !== 0x8b) return content;
  const stream = new Blob([content]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
