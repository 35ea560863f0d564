// Offers to build or to install the command where it is missing. It does neither without being told to.
import { ProcessExecution, Task, TaskScope, tasks, window, workspace } from 'vscode';
import { findSources, findTool, type Tool } from './tool.js';

/** The command; null where it is missing and the reader does not want it. */
export async function getTool(folder: string): Promise<Tool | null> {
  if (!workspace.isTrusted) return null;
  return findTool(folder) ?? ((await offer(folder)) ? findTool(folder) : null);
}

async function offer(folder: string): Promise<boolean> {
  const sources = findSources(folder);
  const act = sources ? 'Build' : 'Install';
  const words = sources
    ? 'Cells are run by the neurolab command, and it has not been built yet. Build it? That takes a minute or two, and is done once.'
    : 'Cells are run by the neurolab command, which is not on this machine. Install it as a .NET tool? That needs the .NET 10 SDK and a source that has the package NeuroLab.Tool.';
  if (await window.showInformationMessage(words, act) !== act) return false;
  const args = sources ? ['build', 'lib/NeuroLab.Tool', '-c', 'Release'] : ['tool', 'install', '--global', 'NeuroLab.Tool'];
  const code = await run(`${act} the neurolab command`, args, sources ?? folder);
  if (code === 0) return true;
  void window.showErrorMessage(`"dotnet ${args.join(' ')}" failed: the terminal says why. It needs the .NET 10 SDK.`);
  return false;
}

// In a terminal that the reader sees.
async function run(name: string, args: string[], folder: string): Promise<number | undefined> {
  const task = new Task({ type: 'process' }, TaskScope.Workspace, name, 'NeuroLab', new ProcessExecution('dotnet', args, { cwd: folder }), '$msCompile');
  const execution = await tasks.executeTask(task);
  return new Promise(resolve => {
    const watch = tasks.onDidEndTaskProcess(event => {
      if (event.execution !== execution) return;
      watch.dispose();
      resolve(event.exitCode);
    });
  });
}
