import { createVisitor } from '@highwater/testkit';
import type { FaultStage } from '../faults/fault-stage.ts';
import { createStageClock } from '../faults/shift-clock.ts';

interface Times {
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
}

/** Milliseconds of the same question about an address with an account and about one without. */
export interface ComparedAnswers {
  readonly signIn: { readonly known: Times; readonly unknown: Times };
  readonly reset: { readonly known: Times; readonly unknown: Times };
  readonly signUp: { readonly known: Times; readonly unknown: Times };
}

const HOUR_MS = 3_600_000;
/** An address gets three mails of a kind within an hour. */
const ROUNDS_PER_HOUR = 3;

const ASKS = {
  signIn: (email: string) => ({ path: '/auth/sign-in/email', body: { email, password: 'not the password' } }),
  reset: (email: string) => ({ path: '/auth/request-password-reset', body: { email } }),
  signUp: (email: string) => ({ path: '/auth/sign-up/email', body: { name: 'Somebody', email } }),
} as const;

/** Asks about known and unknown addresses in turn, `rounds` times about each of `known`. */
export async function compareAnswers(
  stage: FaultStage,
  known: readonly string[],
  rounds: number,
): Promise<ComparedAnswers> {
  const { urls } = stage.context;
  const clock = createStageClock(stage);
  const visitor = createVisitor(urls.portal, urls.api);
  const took = Object.fromEntries(
    Object.keys(ASKS).map((name) => [name, { known: [] as number[], unknown: [] as number[] }]),
  );
  const time = async (name: keyof typeof ASKS, email: string): Promise<number> => {
    const { path, body } = ASKS[name](email);
    const begun = performance.now();
    const answer = await visitor.send('POST', path, body);
    await answer.arrayBuffer();
    const ms = performance.now() - begun;
    if (answer.status !== (name === 'signIn' ? 401 : 200)) throw new Error(`${path} answered ${answer.status}.`);
    return ms;
  };
  for (let round = 0; round < rounds; round += 1) {
    if (round % ROUNDS_PER_HOUR === 0) clock.advance(HOUR_MS + 60_000);
    for (const [at, email] of known.entries()) {
      for (const name of ['signIn', 'reset', 'signUp'] as const) {
        // Who is asked about first changes, so that neither is always the warmer one.
        const pair = [email, `nobody-${round}-${at}@${email.split('@')[1]}`];
        if ((round + at) % 2 === 1) pair.reverse();
        for (const each of pair) took[name]?.[each === email ? 'known' : 'unknown'].push(await time(name, each));
      }
    }
  }
  const timesOf = (name: keyof typeof ASKS) => ({
    known: summarise(took[name]?.known ?? []),
    unknown: summarise(took[name]?.unknown ?? []),
  });
  return { signIn: timesOf('signIn'), reset: timesOf('reset'), signUp: timesOf('signUp') };
}

function summarise(values: readonly number[]): Times {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): number => Number((sorted[Math.ceil(sorted.length * share) - 1] ?? Infinity).toFixed(1));
  return { n: values.length, p50: at(0.5), p95: at(0.95) };
}
