import { createRandom } from '../faults/seeded-random.ts';
import { ACTORS } from './actors.ts';
import type { Phase } from './cell.ts';
import { checkCoverage } from './check-coverage.ts';
import { checkLogs } from './check-logs.ts';
import { findValues } from './protected-values.ts';
import { checkJobs, type JobFigures } from './jobs/check-jobs.ts';
import { ROWS } from './rows/index.ts';
import { runMatrix } from './run-matrix.ts';
import { checkUnderWay, type UnderWayFigures } from './under-way/check-under-way.ts';
import type { TenancyStage } from './tenancy-stage.ts';
import { auditCursorTries, contextCursorTry, cursorTries } from './tries/cursor-tries.ts';
import { changeTries } from './tries/change-tries.ts';
import { exportTries, foreignLinkTry, narrowedTry } from './tries/export-tries.ts';
import { requestTries } from './tries/request-tries.ts';
import { signOnTries } from './tries/sign-on-tries.ts';
import { openDoor, type Try } from './tries/try.ts';

export interface IsolationFigures {
  /** Operations of the API; each has a row, each row an operation. */
  readonly operations: number;
  readonly actors: number;
  /** Things asked for, in words that differ. */
  readonly resources: number;
  readonly rows: number;
  /** Answers of the matrix that were judged. */
  readonly cells: number;
  /** Refusals that were compared with those for ids that nobody has. */
  readonly compared: number;
  readonly tries: number;
  /** Answers of the tries that were judged. */
  readonly tryAnswers: number;
  /** Texts, ids, addresses and secrets of company A that each answer was searched for. */
  readonly protectedValues: number;
  readonly bytesSearched: number;
  readonly logLines: number;
  /** Jobs of every queue, with ids of the other company and with their own. */
  readonly jobs: Omit<JobFigures, 'problems'>;
  /** Downloads from which their right was taken, and how long the slowest went on. */
  readonly underWay: Omit<UnderWayFigures, 'problems'>;
  readonly problems: readonly string[];
}

/**
 * The whole matrix, the ways around it, the logs and the metrics. Problems name what was learned, never its value.
 * Uses the stage up: sessions end, members leave, the worker stops.
 */
export async function checkIsolation(
  stage: TenancyStage,
  seed: number,
  report: (line: string) => void = () => undefined,
): Promise<IsolationFigures> {
  const { world, values } = stage;
  const random = createRandom(seed ^ 0x5eed);
  const shuffle = <Item>(items: readonly Item[]): readonly Item[] =>
    items
      .map((item) => ({ item, at: random() }))
      .sort((x, y) => x.at - y.at)
      .map(({ item }) => item);
  const problems: string[] = [...checkCoverage(world, stage.operations, ROWS)];
  const sums = { cells: 0, compared: 0, bytes: 0 };
  let tries = 0;
  const note = (problem: string): void => void problems.push(problem);
  const door = openDoor(world, values, note);

  const ask = async (phase: Phase | undefined): Promise<void> => {
    const rows = ROWS.filter((row) => row.phase === phase);
    const figures = await runMatrix(world, phase === undefined ? shuffle(rows) : rows, values, shuffle);
    problems.push(...figures.problems);
    for (const name of ['cells', 'compared', 'bytes'] as const) sums[name] += figures[name];
    report(`${rows.length} rows asked ${phase ?? 'first'}: ${sums.cells} answers so far, ${problems.length} problems`);
  };
  const tryAll = async (list: readonly Try[]): Promise<void> => {
    for (const { about, run } of list) {
      const before = problems.length;
      await run(door).catch((error: unknown) =>
        note(`could not be tried: ${error instanceof Error ? error.message : ''}`),
      );
      problems.splice(before, Infinity, ...problems.slice(before).map((problem) => `${about}: ${problem}`));
      tries += 1;
    }
    report(`${tries} ways around tried: ${door.asked()} answers so far, ${problems.length} problems`);
  };

  await ask('fresh');
  await tryAll(auditCursorTries);
  await ask(undefined);
  await tryAll([...cursorTries, contextCursorTry]);
  await ask('typed');
  await tryAll([...exportTries, foreignLinkTry, narrowedTry, ...changeTries, ...requestTries, ...signOnTries]);
  const metrics = findValues(Buffer.from(await stage.readMetrics(), 'utf8'), values);
  problems.push(...metrics.map(({ what }) => `LEAK: the metrics hold ${what}`));
  const { problems: goingOn, ...underWay } = await checkUnderWay(stage, seed);
  problems.push(...goingOn);
  const { about, ms } = underWay.slowest;
  report(`${underWay.cut} downloads under way cut, the slowest after ${ms} ms: ${about}; ${problems.length} problems`);
  await stage.stopWorker();
  const { problems: ofJobs, ...jobs } = await checkJobs(stage, seed);
  problems.push(...ofJobs);
  report(
    `${jobs.crossed} jobs of ${jobs.queues} queues done with ids of the other company: ${problems.length} problems`,
  );
  await ask('still');
  await ask('last');
  const logs = checkLogs(stage.logFolder, values);
  problems.push(
    ...logs.problems,
    ...(logs.files < 2 || logs.lines < 100 ? ['the logs are not where they were looked for'] : []),
  );
  return {
    operations: stage.operations.length,
    actors: ACTORS.length,
    rows: ROWS.length,
    resources: new Set(ROWS.map(({ about }) => about)).size,
    cells: sums.cells,
    compared: sums.compared,
    tries,
    tryAnswers: door.asked(),
    protectedValues: values.length,
    bytesSearched: sums.bytes,
    logLines: logs.lines,
    jobs,
    underWay,
    problems,
  };
}
