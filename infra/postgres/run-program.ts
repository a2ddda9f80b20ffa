import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** The user that owns a cluster and runs its programs. PostgreSQL refuses to run as root. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Locale and zone fixed: what a program prints and how a server logs must not depend on who started it. */
export function programEnvironment(folder: string): NodeJS.ProcessEnv {
  return { NODE_ENV: 'production', PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: folder, LC_ALL: 'C', TZ: 'UTC' };
}

/** Runs one of PostgreSQL's programs as the owner; `folder` is where it works. Output is returned whatever the outcome. */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: { readonly folder: string; readonly owner: Owner | undefined },
): Promise<{ code: number | null; output: string }> {
  // pg_ctl's server inherits its standard output: a pipe would keep this waiting as long as the server lives.
  const keepsOutput = args.includes('start');
  const child = spawn(program, args, {
    cwd: options.folder,
    env: programEnvironment(options.folder),
    stdio: ['ignore', keepsOutput ? 'ignore' : 'pipe', keepsOutput ? 'ignore' : 'pipe'],
    detached: true,
    ...options.owner,
  });
  const outputs = [child.stdout, child.stderr].map((stream) => (stream ? text(stream) : ''));
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, output: (await Promise.all(outputs)).join('') };
}
