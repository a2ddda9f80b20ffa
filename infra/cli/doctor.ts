import { inspectWorker } from '@highwater/config';
import type { Check } from './doctor/check.ts';
import { runDoctor } from './doctor/run-doctor.ts';

const USAGE = 'Usage: npm run highwater -- doctor [--json]';

/**
 * `npm run highwater -- doctor [--json]`: looks at everything that the worker needs, with its environment, and says
 * what is wrong and how to cure it. Gives the exit code: 1 when something failed, 2 for a
 * wrong argument.
 */
export async function doctor(args: readonly string[], print: (line: string) => void): Promise<number> {
  const isJson = args.includes('--json');
  if (args.some((arg) => arg !== '--json')) {
    print(USAGE);
    return 2;
  }
  const checks = await runDoctor(inspectWorker());
  const failures = checks.filter(({ standing }) => standing === 'failed').length;
  print(isJson ? JSON.stringify({ failures, checks }, null, 2) : writeChecks(checks).join('\n'));
  return failures === 0 ? 0 : 1;
}

/** One line per check and one for its cure, then the sum. */
export function writeChecks(checks: readonly Check[]): string[] {
  const lines = checks.flatMap(({ name, standing, found, cure }) => [
    `${standing.padEnd(11)}  ${name}: ${found}`,
    ...(cure === undefined ? [] : [`${' '.repeat(13)}${cure}`]),
  ]);
  const count = (standing: Check['standing']): number => checks.filter((check) => check.standing === standing).length;
  const sum = `${count('ok')} ok, ${count('warning')} with a warning, ${count('failed')} failed, ${count('not checked')} not checked.`;
  return [...lines, '', sum];
}
