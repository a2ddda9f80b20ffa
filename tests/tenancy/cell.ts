import type { ActorName, RightfulName } from './actors.ts';
import { isOpenToKeys } from './key-operations.ts';
import { isOpenToSupport } from './support-operations.ts';
import type { Ask } from './session.ts';
import type { World } from './world.ts';

/** What an actor's answer must be. That it holds nothing protected is checked of every answer. */
export interface Expected {
  /** Several where it depends on how often was asked. */
  readonly status: number | readonly number[];
  /** What stands in it: proves that an answer without leaks is not simply empty. */
  readonly holds?: readonly string[];
  /** What must not stand in it besides what is protected from the actor anyway. */
  readonly lacks?: readonly string[];
  /** Values that the actor holds already and may see again. */
  readonly allows?: readonly string[];
}

export type Phase = 'fresh' | 'typed' | 'still' | 'last';

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
  /** What the rightful asker sends where it holds what the others do not: a token, a password, a code. */
  readonly askRightly?: (world: World, prepared: Prepared) => Ask | Promise<Ask>;
  readonly expect: (world: World, actor: ActorName) => Expected;
  /** Makes what the row is asked for. */
  readonly prepare?: (world: World) => Promise<Prepared>;
  /**
   * `fresh` lists what everybody did and typed: it comes before they did. `typed` puts ids of company A into the askers' own lists; `still` wants a worker that does nothing; `last` changes who
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
  demoted: 403,
  lapsed: 403,
  looker: 403,
  billing: 403,
  revoked: 409,
  expired: 409,
  operator: 401,
  revokedKey: 401,
  keyOfB: 404,
  keyOfBForA: 404,
  signedOnB: 404,
  signedOnBForA: 404,
  bothByB: 404,
  bothByBForA: 404,
  supportOfB: 404,
  supportOfBForA: 404,
};

/** Who gets what another gets, where a row says nothing of them. */
const AS: Partial<Record<ActorName, ActorName>> = {
  demoted: 'bare',
  lapsed: 'bare',
  billing: 'bare',
  looker: 'viewer',
  operator: 'nobody',
  revokedKey: 'nobody',
  keyOfB: 'ownerB',
  signedOnB: 'ownerB',
  signedOnBForA: 'ownerBForA',
  bothByB: 'signedOnB',
  bothByBForA: 'signedOnBForA',
  supportOfB: 'ownerB',
  supportOfBForA: 'supportOfB',
};

/** Operations on messages that ask for more than looking. */
const BEYOND_LOOKING: ReadonlySet<string> = new Set([
  'searchMessages',
  'countMatches',
  'listSavedSearches',
  'saveSearch',
  'deleteSavedSearch',
  'requestExport',
  'listExports',
  'getExport',
  'downloadExport',
  'cancelExport',
  'getExportLink',
  'downloadExportLink',
]);

/** The console's people are on another host: from there nothing is sent to the doors of companies' people. */
function isFromElsewhere(actor: ActorName, { method, path }: Ask): boolean {
  return (actor === 'operator' || isSupport(actor)) && method === 'POST' && OF_THE_LIBRARY.test(path);
}

/** Doors of which the identity library itself looks whence it is asked. */
const OF_THE_LIBRARY = /^\/auth\/(sign-in\/email|sign-out|passkey\/verify-authentication)$/;

/** Elsewhere a key is looked at by nobody, and its bearer is nobody. */
function readsKeys(path: string): boolean {
  return (path.startsWith('/v1/') && path !== '/v1/openapi.json') || path === '/auth/single-sign-on/start';
}

function isSupport(actor: ActorName): boolean {
  return actor === 'supportOfB' || actor === 'supportOfBForA';
}

/** Where support access counts: elsewhere who has it is one of the operator's people at the console. */
function looksAsSupport(path: string): boolean {
  return readsKeys(path) && !path.startsWith('/v1/operator/');
}

const PROGRAMS: readonly ActorName[] = ['revokedKey', 'keyOfB', 'keyOfBForA'];

/** What a program gets before anything is looked at: with keys nobody comes further than their operations. */
function refusalOfKey(actor: ActorName, operation: string, { path }: Ask): Expected | undefined {
  if (!readsKeys(path)) return undefined;
  if (actor === 'revokedKey') return { status: 401 };
  if (actor === 'keyOfBForA') return { status: 404 };
  if (!path.startsWith('/v1/')) return undefined;
  return actor === 'keyOfB' && !isOpenToKeys(operation) ? { status: 403 } : undefined;
}

/** What support gets before anything is looked at: it comes no further than its operations, in no company. */
function refusalOfSupport(actor: ActorName, operation: string, asked: Ask): Expected | undefined {
  if (!isSupport(actor) || !looksAsSupport(asked.path) || !asked.path.startsWith('/v1/')) return undefined;
  return isOpenToSupport(operation, asked) ? undefined : { status: 403 };
}

/** As whom somebody is answered where nothing is said of them. */
function standsAs(actor: ActorName, { path }: Ask): ActorName | undefined {
  if (PROGRAMS.includes(actor) && !readsKeys(path)) return 'nobody';
  if (isSupport(actor) && !looksAsSupport(path)) return 'operator';
  return AS[actor];
}

function firstGiven(given: ReturnType<Overrides>, like: ActorName | undefined): Expected | undefined {
  return like === undefined ? undefined : (given[like] ?? firstGiven(given, AS[like]));
}

function rowOf(parts: RowParts, statuses: Readonly<Record<ActorName, Expected['status']>>, overrides: Overrides): Row {
  const { ask, rightful = () => ({ status: 200 }), ...rest } = parts;
  return {
    ...rest,
    rightful,
    ask: typeof ask === 'function' ? ask : () => ask,
    expect(world, actor) {
      const given = overrides(world);
      const asked = typeof ask === 'function' ? ask(world, {}) : ask;
      const like = standsAs(actor, asked);
      const expected = given[actor] ??
        (isFromElsewhere(actor, asked) ? { status: 403 } : undefined) ??
        refusalOfKey(actor, rest.operation, asked) ??
        refusalOfSupport(actor, rest.operation, asked) ??
        (actor === 'looker' && BEYOND_LOOKING.has(rest.operation) ? { status: 403 } : undefined) ??
        firstGiven(given, like) ?? { status: statuses[like === 'operator' ? like : actor] };
      // The console names every company to the operator's people, and support is one of them there.
      const isNamed = isSupport(actor) && asked.path.startsWith('/v1/operator/');
      return isNamed ? { ...expected, allows: [world.a.tenantId, world.a.name] } : expected;
    },
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

/** Whoever comes by company B's provider, whichever company they name: for what is one's own, and no company's. */
export function bySignOn(expected: Expected): ReturnType<Overrides> {
  return { signedOnB: expected, signedOnBForA: expected, bothByB: expected, bothByBForA: expected };
}

/** The same status for everybody but those named. */
export function same(parts: RowParts, status: Expected['status'], overrides: Overrides = () => ({})): Row {
  const statuses = Object.fromEntries(Object.keys(OF_MEMBERS).map((name) => [name, status]));
  return rowOf(parts, { ...OF_MEMBERS, ...statuses }, overrides);
}
