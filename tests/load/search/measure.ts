import type { Visitor } from '@highwater/testkit';
import type { Question } from './compose-questions.ts';

/** Milliseconds. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
  readonly count: number;
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (part: number): number =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1));
  return { p50: at(0.5), p95: at(0.95), worst: at(1), count: times.length };
}

export async function timed<Answer>(
  work: () => Promise<Answer>,
): Promise<{ readonly ms: number; readonly answer: Answer }> {
  const begun = performance.now();
  const answer = await work();
  return { ms: performance.now() - begun, answer };
}

export const pathOf = (path: string, query: Readonly<Record<string, string>>): string =>
  `${path}?${new URLSearchParams(query)}`;

/** Asks every question once without measuring, then once more, one after the other; answers times by class. */
export async function askAll<Answer>(
  visitor: Visitor,
  path: string,
  questions: readonly Question[],
  extra: Readonly<Record<string, string>> = {},
): Promise<{ readonly times: ReadonlyMap<string, readonly number[]>; readonly answers: readonly Answer[] }> {
  const times = new Map<string, number[]>();
  const answers: Answer[] = [];
  for (const isWarm of [false, true]) {
    for (const { name, query } of questions) {
      const { ms, answer } = await timed(() => visitor.get<Answer>(pathOf(path, { ...query, ...extra })));
      if (!isWarm) continue;
      times.set(name, [...(times.get(name) ?? []), ms]);
      answers.push(answer);
    }
  }
  return { times, answers };
}
