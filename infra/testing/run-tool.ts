import { spawn } from 'node:child_process';
import { ROOT } from '../processes/run-command.ts';
import type { StageResult } from './stage.ts';

/** Runs a tool of node_modules under this Node; `live` shows its output while it runs. A killed tool has failed. */
export function runTool(
  file: string,
  args: readonly string[],
  live = false,
): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`${ROOT}/node_modules/${file}`, ...args], {
      cwd: ROOT,
      stdio: live ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** One test: did the tool end well. */
export async function runCheck(file: string, args: readonly string[]): Promise<StageResult> {
  const { code, output } = await runTool(file, args);
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}
