import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

export interface Bug {
  /** Source file, from the checkout's folder. */
  readonly file: string;
  /** Text of the right code, exactly as it stands there once. */
  readonly right: string;
  readonly wrong: string;
}

/**
 * Runs the real worker with one piece of its source replaced. The process ends with an error when the piece is not there
 * any more: a bug that is not planted would make the suite look as if it caught everything.
 */
export async function runWorkerWithBug({ file, right, wrong }: Bug): Promise<void> {
  const target = new URL(`../../../${file}`, import.meta.url).href;
  let planted = false;
  registerHooks({
    load(url, context, next) {
      if (url !== target) return next(url, context);
      const source = readFileSync(fileURLToPath(url), 'utf8');
      if (source.split(right).length !== 2) throw new Error(`The place to plant the bug in was not found in ${file}.`);
      planted = true;
      return { format: 'module-typescript', source: source.replace(right, () => wrong), shortCircuit: true };
    },
  });
  await import(new URL('../../../apps/worker/src/main.ts', import.meta.url).href);
  if (planted) return;
  console.error(`The worker does not load ${file}: the bug was not planted.`);
  process.exit(1);
}
