// Finds the neurolab command: the build of the repository that a notebook lies in, else the installed .NET tool.
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const built = join('artifacts', 'bin', 'NeuroLab.Tool', 'release', 'NeuroLab.Tool.dll');
const source = join('lib', 'NeuroLab.Tool', 'NeuroLab.Tool.csproj');
const names = process.platform === 'win32' ? ['neurolab.exe'] : ['neurolab'];

export interface Tool {
  readonly command: string;
  readonly args: readonly string[];
}

/** The command for a notebook in this folder; null where there is neither. */
export function findTool(folder: string): Tool | null {
  const root = above(folder, built);
  if (root) return { command: 'dotnet', args: [join(root, built)] };
  const places = [...(process.env['PATH'] ?? '').split(delimiter), join(homedir(), '.dotnet', 'tools')].filter(place => place !== '');
  const command = places.flatMap(place => names.map(name => join(place, name))).find(existsSync);
  return command ? { command, args: [] } : null;
}

/** The repository that a folder lies in and that could be built; null where it lies in none. */
export function findSources(folder: string): string | null {
  return above(folder, source);
}

export function start(tool: Tool, folder: string, ...args: string[]): ChildProcessWithoutNullStreams {
  return spawn(tool.command, [...tool.args, ...args], { cwd: folder, stdio: 'pipe', windowsHide: true });
}

/** What a command writes when it has ended well; null where it failed, or is not there. */
export function outputOf(command: string, folder: string, ...args: string[]): Promise<string | null> {
  return new Promise(resolve => {
    const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.on('error', () => resolve(null));
    child.on('close', code => resolve(code === 0 ? Buffer.concat(parts).toString() : null));
  });
}

function above(folder: string, file: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, file))) return at;
    if (dirname(at) === at) return null;
  }
}
