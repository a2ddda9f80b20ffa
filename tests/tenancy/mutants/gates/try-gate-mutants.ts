import type { ActorName } from '../../actors.ts';
import type { Expected, Phase, Prepared, Row } from '../../cell.ts';
import { findLeaks, judge, readAnswer } from '../../judge.ts';
import type { ProtectedValue } from '../../protected-values.ts';
import type { Ask, Session } from '../../session.ts';
import type { World } from '../../world.ts';
import { GATE_HEADER, HITS_HEADER, type GateMutant } from './gate-mutants.ts';

/** Who asks: those of the matrix, and members who lack one right only. */
const ASKERS = [
  'viewer',
  'auditor',
  'keeper',
  'bare',
  'looker',
  'billing',
  'admin',
  'mechanic',
  'narrowed',
  'stranger',
  'nobody',
  'ownerB',
] as const;
/** Of those the first come to every gate that anybody comes to. */
const SCOUTS = 3;
type Asker = (typeof ASKERS)[number] | 'owner';

/** Rows that change much come last. */
const ORDER: readonly (Phase | undefined)[] = ['fresh', undefined, 'typed', 'still', 'last'];

/** What the company is like while mutants are tried, and what a refusal looks like then. */
export interface Circumstances {
  readonly about: string;
  readonly askers: readonly Asker[];
  readonly covers: (mutant: GateMutant) => boolean;
  /** Of everybody, whatever the row says; undefined where the row says it. */
  readonly refusal?: Expected;
  /** Rows that are asked; not those in which the asker ends its own session. */
  readonly asks: (row: Row) => boolean;
  /** Whether rows are asked for what they prepare; not where preparing would change the circumstances. */
  readonly prepares: boolean;
}

/** Everybody as the matrix asks. */
export const AS_USUAL: Circumstances = {
  about: 'as usual',
  askers: ASKERS,
  covers: ({ kind, gate }) => kind !== 'unasked' && gate.gate !== 'requireReason' && gate.gate !== 'requireProof',
  asks: () => true,
  prepares: true,
};

/** The company asks why content is opened, and nobody said. */
export const WITHOUT_REASON: Circumstances = {
  about: 'without a reason where one is asked',
  askers: ['owner'],
  covers: ({ kind, gate }) => kind === 'unasked' || gate.gate === 'requireReason',
  refusal: { status: 403, holds: ['reason.missing'] },
  asks: ({ phase, operation }) => phase !== 'last' && operation !== 'giveReason',
  prepares: true,
};

/** Nobody showed password or factor lately. */
export const WITHOUT_PROOF: Circumstances = {
  about: 'without having shown the password lately',
  askers: ['owner'],
  covers: ({ gate }) => gate.gate === 'requireProof',
  refusal: { status: 403, holds: ['proof.needed'] },
  asks: ({ operation }) => !['POST /auth/sign-out', 'createCompany', 'prove'].includes(operation),
  prepares: false,
};

export interface GateFigures {
  readonly tried: number;
  /** Mutants with the row that noticed each. */
  readonly caught: ReadonlyMap<string, string>;
  readonly survivors: readonly GateMutant[];
  readonly asked: number;
}

interface Covering {
  readonly row: Row;
  readonly asker: Asker;
  readonly ask: Ask;
}

export interface Trial {
  readonly api: string;
  readonly rows: readonly Row[];
  readonly values: readonly ProtectedValue[];
  readonly mutants: readonly GateMutant[];
  readonly circumstances: Circumstances;
  /** What is done to prepare a row; its own preparation unless told otherwise. */
  readonly prepare?: (row: Row) => Promise<Prepared>;
}

/**
 * Asks what the matrix asks, of an API whose gates can be opened by a header. Rows that a gate refuses rightly are asked
 * again with that gate made wrong, until one notices.
 */
export async function tryGateMutants(world: World, given: Trial): Promise<GateFigures> {
  const { rows, values, mutants, circumstances, prepare = async (row) => (await row.prepare?.(world)) ?? {} } = given;
  const wanted = mutants.filter(circumstances.covers);
  const gates = new Set(wanted.map(({ gate }) => gate.id));
  const caught = new Map<string, string>();
  let asked = 0;

  const sessionOf = (asker: Asker): Session => world.actors[asker].at(given.api);
  const expectedOf = (row: Row, asker: Asker): Expected => {
    if (circumstances.refusal !== undefined) return circumstances.refusal;
    return isInMatrix(asker) ? row.expect(world, asker) : BESIDE[asker];
  };
  const problemsOf = async ({ row, asker, ask }: Covering, headers: Readonly<Record<string, string>> = {}) => {
    asked += 1;
    const answer = await sessionOf(asker).ask({ ...ask, headers: { ...ask.headers, ...headers } });
    const said = await readAnswer(answer);
    const expected = expectedOf(row, asker);
    const leaks = isInMatrix(asker) && row.development !== true ? findLeaks(said, asker, values, expected.allows) : [];
    const hits = new RegExp(`^${HITS_HEADER}: (.*)$`, 'm').exec(answer.headers)?.[1] ?? '';
    return { problems: [...judge(answer.status, said, expected), ...leaks], hits: hits.split(' ') };
  };

  const inOrder = rows.filter(circumstances.asks).toSorted((x, y) => ORDER.indexOf(x.phase) - ORDER.indexOf(y.phase));
  for (const row of inOrder) {
    if (wanted.every(({ name }) => caught.has(name))) break;
    const prepared = circumstances.prepares ? await prepare(row).catch(() => ({})) : {};
    let isReached = false;
    for (const [place, asker] of circumstances.askers.entries()) {
      if (place >= SCOUTS && !isReached) break;
      const covering = { row, asker, ask: row.ask(world, prepared) };
      const { problems, hits } = await problemsOf(covering);
      isReached ||= hits.some((id) => gates.has(id));
      if (problems.length > 0 || !isReached) continue;
      for (const { name, gate, kind } of wanted.filter(
        (each) => !caught.has(each.name) && hits.includes(each.gate.id),
      )) {
        const mutated = await problemsOf(covering, { [GATE_HEADER]: `${gate.id} ${kind}` });
        if (mutated.problems.length > 0) caught.set(name, `${row.operation}, ${row.about}, by ${asker}`);
      }
    }
  }
  return { tried: wanted.length, caught, survivors: wanted.filter(({ name }) => !caught.has(name)), asked };
}

/** Who lacks just the right that is asked for. Another refusal than this one comes from what lies behind the gate. */
const LACKING: Expected = { status: 403, holds: ['permission.missing'] };

/** What those get who are not in the matrix, where a row is one for them at all. */
const BESIDE = {
  owner: { status: 200 },
  auditor: LACKING,
  admin: LACKING,
  // May set up and read searches: neither sees messages nor the log.
  mechanic: LACKING,
  // The same, who sees one employee's messages: of others nothing is there.
  keeper: { status: [403, 404] },
  // Had a package of what it does not see any more.
  narrowed: { status: 403 },
} as const satisfies Readonly<Record<Exclude<Asker, ActorName>, Expected>>;

function isInMatrix(asker: Asker): asker is Asker & ActorName {
  return !(asker in BESIDE);
}
