import type { TenantTx } from '@highwater/db';
import { FaultError, type UnixMs } from '@highwater/domain';
import type { EnrichTurn } from './enrich-turn.ts';
import { isOfTheThing, isUnexplained } from './judge-fault.ts';

/** Calls of one turn that wait for WeCom at the same time. */
const AT_ONCE = 5;
/** Things whose looks are written in one transaction. */
export const PER_SAVE = 25;

/** A look at one thing: what was answered, or why nothing was. */
export type Looked<Thing, Answer> =
  | { readonly thing: Thing; readonly at: UnixMs; readonly answer: Answer }
  | { readonly thing: Thing; readonly at: UnixMs; readonly error: FaultError };

/**
 * Looks at what is due until nothing is or the turn is over; true when there is more. What stops the whole kind is thrown
 * after the looks that worked are saved.
 */
export async function lookAtEach<Thing, Answer>(
  turn: EnrichTurn,
  work: {
    readonly list: (tx: TenantTx, limit: number) => Promise<readonly Thing[]>;
    readonly look: (thing: Thing) => Promise<Answer>;
    readonly save: (tx: TenantTx, looked: readonly Looked<Thing, Answer>[]) => Promise<void>;
  },
): Promise<boolean> {
  for (;;) {
    if (turn.isOver()) return true;
    const share = Math.min(PER_SAVE, turn.left());
    const things = (await turn.read((tx) => work.list(tx, share))).slice(0, share);
    if (things.length === 0) return false;
    const { looked, stop } = await lookAtSome(turn, things, work.look);
    if (looked.length > 0) await turn.save((tx) => work.save(tx, looked));
    if (stop !== undefined) throw stop;
  }
}

/** Looks at given things, a few at a time; what stops the kind ends it early. */
export async function lookAtSome<Thing, Answer>(
  turn: EnrichTurn,
  things: readonly Thing[],
  look: (thing: Thing) => Promise<Answer>,
): Promise<{ readonly looked: readonly Looked<Thing, Answer>[]; readonly stop: unknown }> {
  const looked: Looked<Thing, Answer>[] = [];
  let [next, unexplained, stop]: [number, number, unknown] = [0, 0, undefined];
  const lookOn = async (): Promise<void> => {
    while (stop === undefined && next < things.length) {
      const thing = things[next++] as Thing;
      const at = turn.deps.clock.now();
      try {
        looked.push({ thing, at, answer: await turn.call(() => look(thing)) });
      } catch (error) {
        if (isUnexplained(error)) unexplained += 1;
        if (isOfTheThing(error) || (isUnexplained(error) && unexplained < AT_ONCE)) looked.push({ thing, at, error });
        else stop ??= error;
        // A fault of ours: nothing of this step is kept.
        if (!(error instanceof FaultError)) throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lookOn));
  return { looked, stop };
}
