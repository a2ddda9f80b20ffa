import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { buildHelper } from '../compile/index.ts';

export interface RawEnd {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: Buffer;
}

/** Gives the helper exactly these bytes and the end of the stream, and says how it ended. Tests only. */
export async function runRawHelper(
  library: string,
  input: Uint8Array,
  args: readonly string[] = [String(process.pid), '-'],
): Promise<RawEnd> {
  const program = await buildHelper();
  const file = await open(library, 'r');
  try {
    const child = spawn(program, args, { env: {} as NodeJS.ProcessEnv, stdio: ['pipe', 'pipe', 'pipe', file.fd] });
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.resume();
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve({ code, signal, stdout: Buffer.concat(chunks) }));
    });
  } finally {
    await file.close();
  }
}
