import { spawnSync } from 'node:child_process';

const KNOWN = ['cc', 'gcc', 'clang'];

/** Nothing here can compile C; `message` says what to install. */
export class NoCompiler extends Error {
  override readonly name = 'NoCompiler';

  constructor() {
    super(
      'No C compiler was found (cc, gcc or clang). Install one: "apt-get install gcc libc6-dev" on Debian and Ubuntu, ' +
        '"dnf install gcc" on Fedora and its relatives.',
    );
  }
}

/** The first C compiler that answers, or undefined. */
export function findCompiler(names: readonly string[] = KNOWN): string | undefined {
  return names.find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0);
}
