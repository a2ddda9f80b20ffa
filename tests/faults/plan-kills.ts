import { FAILPOINTS, type FailpointName } from '@highwater/domain';
import { createRandom } from './seeded-random.ts';

/** Dies beside the worker, in the same step. */
export type Companion = 'api' | 'database' | 'simulator' | 'helper';
/**
 * What else goes wrong in a step: no kill of ours, but answers that are cut, stalled, doubled, old, refused or garbled,
 * and, where there is a library, its end by itself.
 */
export const DISTURBANCES = [
  'wecom cut',
  'wecom stalled',
  'database cut',
  'duplicates',
  'redelivery',
  'busy',
  'garbled',
  'library crash',
] as const;
export type Disturbance = (typeof DISTURBANCES)[number];

/** Where the worker of a step dies: at the `hit`th time it comes by a place, or after `afterMs` wherever it is. */
export type WorkerDeath =
  | { readonly place: FailpointName; readonly hit: number }
  | { readonly place: 'worker'; readonly afterMs: number };

export interface Step {
  readonly worker: WorkerDeath;
  readonly companion: Companion | undefined;
  /** When the companion dies, counted from the start of the step's worker. */
  readonly companionAfterMs: number;
  readonly disturbance: Disturbance | undefined;
  /** Where in an answer a connection is cut. */
  readonly cutAfterBytes: number;
}

export interface PlanOptions {
  readonly kills: number;
  readonly seed: number;
  /** Places to choose from; all unless given. */
  readonly places?: readonly FailpointName[];
  /** Whether there are native helpers to kill. */
  readonly helper?: boolean;
}

/** Shares of all kills; what is left strikes inside failpoints. The database's is held under a tenth. */
const SHARES = { database: 0.06, api: 0.06, simulator: 0.06, helper: 0.12, worker: 0.02 } as const;
/** A disturbance in every fourth step or so. */
const DISTURBED = 0.25;

/**
 * The steps of a run, each with one death of the worker and at most one of something else, so that two processes may be
 * down at once. Same seed, same plan; every place gets its equal share.
 */
export function planKills({ kills, seed, places = FAILPOINTS, helper = false }: PlanOptions): readonly Step[] {
  const random = createRandom(seed);
  const whole = (share: number): number => Math.floor(kills * share);
  const companions: Companion[] = [
    ...repeat<Companion>('database', whole(SHARES.database)),
    ...repeat<Companion>('api', whole(SHARES.api)),
    ...repeat<Companion>('simulator', whole(SHARES.simulator)),
    ...repeat<Companion>('helper', helper ? whole(SHARES.helper) : 0),
  ];
  const anywhere = whole(SHARES.worker);
  const inside = kills - companions.length - anywhere;
  const deaths: WorkerDeath[] = [
    ...Array.from({ length: inside }, (_, at): WorkerDeath => {
      const place = places[at % places.length] ?? 'pull.fetched';
      return { place, hit: place.startsWith('media.') ? 1 + Math.floor(random() * 3) : 1 };
    }),
    ...Array.from({ length: anywhere }, (): WorkerDeath => ({ place: 'worker', afterMs: 300 + random() * 900 })),
  ];
  shuffle(deaths, random);
  const beside = [...companions, ...repeat(undefined, deaths.length - companions.length)];
  shuffle(beside, random);
  const disturbances = DISTURBANCES.filter((kind) => helper || kind !== 'library crash');
  return deaths.map((worker, at) => ({
    worker,
    companion: beside[at],
    companionAfterMs: Math.floor(random() * 900),
    disturbance: random() < DISTURBED ? disturbances[Math.floor(random() * disturbances.length)] : undefined,
    cutAfterBytes: Math.floor(random() ** 3 * 20_000),
  }));
}

function repeat<Value>(value: Value, times: number): Value[] {
  return Array.from({ length: Math.max(0, times) }, () => value);
}

function shuffle(list: unknown[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other], list[at]];
  }
}
