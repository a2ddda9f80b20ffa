import type { UnixMs } from '@highwater/domain';
import { Refusal } from './refusal.ts';

/** What can be made to go wrong, by endpoint. */
export const FAULT_KINDS = {
  token: ['errcode', 'http_500', 'delay', 'drop', 'garbled'],
  chat: [
    'errcode',
    'http_500',
    'delay',
    'drop',
    'garbled',
    'chatdata_missing',
    'chatdata_null',
    'duplicates',
    'redelivery',
  ],
  media: ['errcode', 'http_500', 'delay', 'drop', 'garbled', 'wrong_bytes', 'expired'],
  /** Calls for people and rooms, and tokens of the two further secrets. */
  contacts: ['errcode', 'http_500', 'delay', 'hang', 'drop', 'garbled', 'throttle'],
  callback: ['wrong_signature', 'replay', 'late', 'lost'],
} as const;
export type FaultPlace = keyof typeof FAULT_KINDS;
export type PlannedKind<Place extends FaultPlace = FaultPlace> = (typeof FAULT_KINDS)[Place][number];

export interface PlannedFault {
  readonly on: FaultPlace;
  readonly kind: PlannedKind;
  /** How many answers it spoils; `UNTIL_CLEARED` for all of them. */
  readonly times: number;
  /** By the simulator's clock: from then on it spoils nothing more. */
  readonly until?: UnixMs;
  /** Contacts only: the API, such as `externalcontact/get`, or the beginning of several, such as `user/`. */
  readonly api?: string;
  readonly errcode?: number;
  readonly delayMs?: number;
  /** Media only: the shard (0 is the first) it waits for. */
  readonly shard?: number;
}

export const UNTIL_CLEARED = Number.MAX_SAFE_INTEGER;

/** Which answer is about to be given. */
export interface FaultSpot {
  readonly shard?: number | undefined;
  readonly api?: string;
}

export interface FaultPlan {
  plan(fault: PlannedFault): void;
  /** The next fault for this answer, counted off; undefined when the answer is to be right. */
  take(on: FaultPlace, spot?: FaultSpot): PlannedFault | undefined;
  list(): readonly PlannedFault[];
  clear(): void;
}

/** Faults wait in the order they were planned; one is used up before the next begins. They do not outlive the process. */
export function createFaultPlan(now: () => UnixMs): FaultPlan {
  let waiting: PlannedFault[] = [];
  const drop = (): void => void (waiting = waiting.filter((fault) => fault.until === undefined || now() < fault.until));
  return {
    plan: (fault) => void waiting.push(fault),
    take(on, spot = {}) {
      drop();
      const at = waiting.findIndex((fault) => fault.on === on && fits(fault, spot));
      const fault = waiting[at];
      if (!fault || fault.times === UNTIL_CLEARED) return fault;
      waiting = fault.times > 1 ? waiting.with(at, { ...fault, times: fault.times - 1 }) : waiting.toSpliced(at, 1);
      return fault;
    },
    list() {
      drop();
      return waiting;
    },
    clear: () => void (waiting = []),
  };
}

/** A token is spoilt only where it is named: with all APIs meant, the calls themselves are. */
function fits(fault: PlannedFault, spot: FaultSpot): boolean {
  if (fault.shard !== undefined && fault.shard !== spot.shard) return false;
  if (fault.api === undefined) return spot.api !== 'gettoken';
  return fault.api.endsWith('/') ? spot.api?.startsWith(fault.api) === true : fault.api === spot.api;
}

/**
 * A planned fault from JSON; refuses unknown places and kinds. `times` answers, or with `forMs` all of that stretch of
 * the simulator's time, or with `untilCleared` all.
 */
export function readPlannedFault(input: Readonly<Record<string, unknown>>, now: UnixMs): PlannedFault {
  const on = input['on'] ?? 'chat';
  const kind = input['kind'];
  if (on !== 'token' && on !== 'chat' && on !== 'media' && on !== 'contacts' && on !== 'callback')
    throw malformed('on', Object.keys(FAULT_KINDS));
  const kinds: readonly PlannedKind[] = FAULT_KINDS[on];
  const known = kinds.find((candidate) => candidate === kind);
  if (known === undefined) throw malformed('kind', kinds);
  const number = (name: string): number | undefined => {
    const value = input[name];
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw malformed(name, ['0', '1', '2', '…']);
    return value;
  };
  const [errcode, delayMs, shard] = [number('errcode'), number('delayMs'), number('shard')];
  const [forMs, api] = [number('forMs'), input['api']];
  if (api !== undefined && (typeof api !== 'string' || on !== 'contacts')) throw malformed('api', ['user/get', '…']);
  const isLasting = input['untilCleared'] === true || (forMs !== undefined && input['times'] === undefined);
  return {
    on,
    kind: known,
    times: isLasting ? UNTIL_CLEARED : Math.max(1, number('times') ?? 1),
    ...(forMs === undefined ? {} : { until: now + forMs }),
    ...(api === undefined ? {} : { api }),
    ...(errcode === undefined ? {} : { errcode }),
    ...(delayMs === undefined ? {} : { delayMs }),
    ...(shard === undefined ? {} : { shard }),
  };
}

function malformed(field: string, values: readonly string[]): Refusal {
  const list = values.join(', ');
  return new Refusal('fault.malformed', `字段 ${field} 应为:${list}。`, `The field ${field} must be one of: ${list}.`);
}
