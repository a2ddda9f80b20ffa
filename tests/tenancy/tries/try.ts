import type { ActorName } from '../actors.ts';
import { findLeaks, judge, readAnswer } from '../judge.ts';
import type { ProtectedValue } from '../protected-values.ts';
import type { Ask } from '../session.ts';
import type { World } from '../world.ts';

/** Ways around the front door: what the matrix, which asks as the documents say, does not ask. */
export interface Try {
  readonly about: string;
  run(door: Door): Promise<void>;
}

/** Asks and judges; what is wrong is noted, so that one try's finding does not hide the next. */
export interface Door {
  readonly world: World;
  note(problem: string): void;
  /** The answer's bytes. `status` of one or several that are right; no protected value may stand in it. */
  as(
    actor: ActorName,
    ask: Ask,
    expected: {
      readonly status: readonly number[];
      readonly holds?: readonly string[];
      readonly allows?: readonly string[];
    },
  ): Promise<string>;
  /** How many answers were judged. */
  readonly asked: () => number;
}

export function openDoor(world: World, values: readonly ProtectedValue[], note: (problem: string) => void): Door {
  let asked = 0;
  return {
    world,
    note,
    asked: () => asked,
    async as(actor, ask, { status, holds = [], allows = [] }) {
      asked += 1;
      const answer = await world.actors[actor].ask(ask);
      const said = await readAnswer(answer);
      const right = status.includes(answer.status) ? answer.status : (status[0] ?? 200);
      const problems = [
        ...judge(answer.status, said, { status: right, holds }),
        ...findLeaks(said, actor, values, allows),
      ];
      for (const problem of problems)
        note(`${ask.method} ${ask.path.split(/[?]|\/[\w-]{22,}/)[0]} by ${actor}: ${problem}`);
      return answer.bytes.toString('utf8');
    },
  };
}
