import type { WorkerInspection } from '@highwater/config';
import { failed, ok, type Check } from './check.ts';

/** Each key file of the worker: there, readable by its owner only, of the right form, and apart from the data. */
export function checkKeyFiles({ keyFiles, problems }: Pick<WorkerInspection, 'keyFiles' | 'problems'>): Check[] {
  return keyFiles.map(({ variable }) => {
    const problem = problems.find((candidate) => candidate.variable === variable);
    if (problem === undefined) return ok('key file', `${variable}: readable, right form, right mode`);
    return failed('key file', `${variable} ${problem.problem}`, problem.fix);
  });
}
