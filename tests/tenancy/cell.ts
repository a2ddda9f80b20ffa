import type { ActorName, RightfulName } from './actors.ts';
import type { Ask } from './session.ts';
import type { World } from './world.ts';

/** What an actor's answer must be. That it holds nothing protected is checked of every answer. */
export interface Expected {
  readonly status: number;
  /** What stands in it: proves that an answer without leaks is not simply empty. */
  readonly holds?: readonly string[];
  /** What must not stand in it besides what is protected from the actor anyway. */
  readonly lacks?: readonly string[];
  /** Values that the actor holds already and may see again. */
  readonly allows?: readonly string[];
}

export type Phase = 'typed' | 'still' | 'last';

/** Ids of what was made for a row. */
export type Prepared = Readonly<Record<string, string>>;

/** An operation asked for one thing of company A: a row of the matrix. */
export interface Row {
  /** Operation of the OpenAPI document, or method and path of what it does not name. */
  readonly operation: string;
  /** The thing asked for, in words: "a hidden message". */
  readonly about: string;
  readonly ask: (world: World, prepared: Prepared) => Ask;
  /** The positive twin: who asks rightly and what the answer then holds. */
  readonly rightful: (world: World, prepared: Prepared) => Expected & { readonly actor?: RightfulName };
  readonly expect: (world: World, actor: ActorName) => Expected;
  /** Makes what the row is asked for. */
  readonly prepare?: (world: World) => Promise<Prepared>;
  /**
   * `typed` puts ids of company A into the askers' own lists; `still` wants a worker that does nothing; `last` changes who
   * people are. The others are asked first, in any order.
   */
  readonly phase?: Phase;
  /** A refusal tells a thing of company A from one that does not exist: only for holders of a secret token. */
  readonly tellsApart?: boolean;
  /** Open to everybody in development, and not in production. */
  readonly development?: boolean;
}

type Overrides = (world: World) => Partial<Record<ActorName, Expected>>;
type RowParts = Omit<Row, 'expect' | 'rightful' | 'ask'> & {
  readonly ask: Ask | Row['ask'];
  readonly rightful?: Row['rightful'];
};

/** What each actor gets of a route for members of a company, when it asks for a thing of company A by its id. */
const OF_MEMBERS: Readonly<Record<ActorName, number>> = {
  nobody: 401,
  stranger: 409,
  ownerB: 404,
  ownerBForA: 404,
  removed: 409,
  removedForA: 404,
  viewer: 403,
  bare: 403,
  revoked: 409,
  expired: 409,
  operator: 409,
};

function rowOf(parts: RowParts, statuses: Readonly<Record<ActorName, number>>, overrides: Overrides): Row {
  const { ask, rightful = () => ({ status: 200 }), ...rest } = parts;
  return {
    ...rest,
    rightful,
    ask: typeof ask === 'function' ? ask : () => ask,
    expect: (world, actor) => overrides(world)[actor] ?? { status: statuses[actor] },
  };
}

/** A thing of company A, by its id: missing for everybody else. */
export function thing(parts: RowParts, overrides: Overrides = () => ({})): Row {
  return rowOf(parts, OF_MEMBERS, overrides);
}

/** What belongs to whichever company the asker is of. `ofB` is what company B's owner gets. */
export function list(parts: RowParts, ofB: (world: World) => Expected, overrides: Overrides = () => ({})): Row {
  return rowOf(parts, OF_MEMBERS, (world) => ({ ownerB: ofB(world), ...overrides(world) }));
}

/** The same status for everybody but those named. */
export function same(parts: RowParts, status: number, overrides: Overrides = () => ({})): Row {
  const statuses = Object.fromEntries(Object.keys(OF_MEMBERS).map((name) => [name, status]));
  return rowOf(parts, { ...OF_MEMBERS, ...statuses }, overrides);
}
