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
  callback: ['wrong_signature', 'replay', 'late'],
} as const;
export type FaultPlace = keyof typeof FAULT_KINDS;
export type PlannedKind<Place extends FaultPlace = FaultPlace> = (typeof FAULT_KINDS)[Place][number];

export interface PlannedFault {
  readonly on: FaultPlace;
  readonly kind: PlannedKind;
  /** How many answers it spoils. */
  readonly times: number;
  readonly errcode?: number;
  readonly delayMs?: number;
  /** Media only: the shard (0 is the first) it waits for. */
  readonly shard?: number;
}

export interface FaultPlan {
  plan(fault: PlannedFault): void;
  /** The next fault for this answer, counted off; undefined when the answer is to be right. */
  take(on: FaultPlace, shard?: number): PlannedFault | undefined;
  list(): readonly PlannedFault[];
  clear(): void;
}

/** Faults wait in the order they were planned; one is used up before the next begins. They do not outlive the process. */
export function createFaultPlan(): FaultPlan {
  let waiting: PlannedFault[] = [];
  return {
    plan: (fault) => void waiting.push(fault),
    take(on, shard) {
      const at = waiting.findIndex((fault) => fault.on === on && (fault.shard === undefined || fault.shard === shard));
      const fault = waiting[at];
      if (!fault) return undefined;
      waiting = fault.times > 1 ? waiting.with(at, { ...fault, times: fault.times - 1 }) : waiting.toSpliced(at, 1);
      return fault;
    },
    list: () => waiting,
    clear: () => void (waiting = []),
  };
}

/** A planned fault from JSON; refuses unknown places and kinds. */
export function readPlannedFault(input: Readonly<Record<string, unknown>>): PlannedFault {
  const on = input['on'] ?? 'chat';
  const kind = input['kind'];
  if (on !== 'token' && on !== 'chat' && on !== 'media' && on !== 'callback')
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
  return {
    on,
    kind: known,
    times: Math.max(1, number('times') ?? 1),
    ...(errcode === undefined ? {} : { errcode }),
    ...(delayMs === undefined ? {} : { delayMs }),
    ...(shard === undefined ? {} : { shard }),
  };
}

function malformed(field: string, values: readonly string[]): Refusal {
  const list = values.join(', ');
  return new Refusal('fault.malformed', `字段 ${field} 应为:${list}。`, `The field ${field} must be one of: ${list}.`);
}
