/** The rows of a ledger file; docs/ledger-format.md defines them byte by byte. Hashes are hex, seqs decimal, times Unix ms. */
export interface HeaderRow {
  readonly type: 'highwater/v1/ledger';
  readonly tenant: string;
  readonly connection: string;
  readonly corp: string;
  readonly made: number;
  /** Public keys that may have signed: SPKI DER in base64. */
  readonly keys: readonly string[];
}

export interface PageRow {
  readonly type: 'highwater/v1/page';
  readonly page: number;
  /** What was asked for: numbers greater than this. */
  readonly after: string;
  readonly first: string;
  readonly last: string;
  /** Envelopes. */
  readonly count: number;
  /** Numbers between `after` and `last` that WeCom did not return, both ends included. */
  readonly unseen: readonly (readonly [from: string, to: string])[];
  /** Of the page as received. */
  readonly sha256: string;
  readonly received: number;
  readonly leaf: string;
  readonly chain: string;
}

/** What was stored up to the end of a UTC day and not yet under a root, signed. */
export interface DayRow {
  readonly type: 'highwater/v1/day';
  readonly tenant: string;
  readonly connection: string;
  readonly corp: string;
  readonly day: string;
  /** First and last page of the day; `to` = `from` - 1 when there was none. */
  readonly from: number;
  readonly to: number;
  /** The cursor before and after them. */
  readonly after: string;
  readonly last: string;
  readonly envelopes: number;
  /** How many numbers its pages did not return. */
  readonly unseen: string;
  /** State of its envelopes and kinds of their messages when this was signed. */
  readonly opened: number;
  readonly sealed: number;
  readonly unreadable: number;
  readonly kinds: readonly (readonly [kind: string, count: number])[];
  /** SHA-256 of the bytes of its page rows, line feeds included. */
  readonly rows: string;
  /** Chain hash of the newest page. */
  readonly head: string;
  /** Root of the day row before; 64 zeros for the first. */
  readonly previous: string;
  readonly signed: number;
  readonly key: string;
  readonly signature: string;
}

/** How far the ledger went at a time, signed; kept elsewhere it shows rows that were cut off later. */
export interface CheckpointRow {
  readonly type: 'highwater/v1/checkpoint';
  readonly tenant: string;
  readonly connection: string;
  readonly corp: string;
  readonly pages: number;
  readonly head: string;
  /** The cursor: everything WeCom returned up to here is stored. */
  readonly seq: string;
  /** When WeCom last gave a good answer. */
  readonly answered: number | null;
  readonly at: number;
  readonly key: string;
  readonly signature: string;
}

/** How far the audit log of a tenant was linked at a time, signed. It stands in no ledger file. */
export interface AuditCheckpointRow {
  readonly type: 'highwater/v1/audit-checkpoint';
  readonly tenant: string;
  readonly rows: number;
  /** Chain hash of the last of them. */
  readonly head: string;
  readonly at: number;
  readonly key: string;
  readonly signature: string;
}

export interface EndRow {
  readonly type: 'highwater/v1/end';
  readonly pages: number;
  readonly days: number;
  readonly head: string;
  /** Of every byte before this row. */
  readonly sha256: string;
}

export type LedgerRow = HeaderRow | PageRow | DayRow | CheckpointRow | AuditCheckpointRow | EndRow;
export type SignedRow = DayRow | CheckpointRow | AuditCheckpointRow;
/** A row before it is signed. */
export type Unsigned<Row extends SignedRow> = Row extends SignedRow ? Omit<Row, 'signature'> : never;

type Shape = (value: unknown) => boolean;
const text =
  (pattern: RegExp): Shape =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const whole: Shape = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const pairs =
  (left: Shape, right: Shape): Shape =>
  (value) =>
    Array.isArray(value) &&
    value.every((pair) => Array.isArray(pair) && pair.length === 2 && left(pair[0]) && right(pair[1]));

const word = text(/^[\w.:-]{1,64}$/);
const seq = text(/^(0|[1-9][0-9]{0,19})$/);
const total = text(/^(0|[1-9][0-9]{0,39})$/);
const hash = text(/^[0-9a-f]{64}$/);
const base64 = text(/^[A-Za-z0-9+/]{4,400}={0,2}$/);
const keyName = text(/^[0-9a-f]{16}$/);
const day = text(/^\d{4}-\d\d-\d\d$/);

const OWNER: Readonly<Record<string, Shape>> = { tenant: word, connection: word, corp: word };
const SIGNED: Readonly<Record<string, Shape>> = { key: keyName, signature: base64 };

/** Every row's fields in their order, each with what it may hold. */
const FIELDS: Readonly<Record<LedgerRow['type'], Readonly<Record<string, Shape>>>> = {
  'highwater/v1/ledger': {
    ...OWNER,
    made: whole,
    keys: (value) => Array.isArray(value) && value.every(base64),
  },
  'highwater/v1/page': {
    page: whole,
    after: seq,
    first: seq,
    last: seq,
    count: whole,
    unseen: pairs(seq, seq),
    sha256: hash,
    received: whole,
    leaf: hash,
    chain: hash,
  },
  'highwater/v1/day': {
    ...OWNER,
    day,
    from: whole,
    to: whole,
    after: seq,
    last: seq,
    envelopes: whole,
    unseen: total,
    opened: whole,
    sealed: whole,
    unreadable: whole,
    kinds: pairs(word, whole),
    rows: hash,
    head: hash,
    previous: hash,
    signed: whole,
    ...SIGNED,
  },
  'highwater/v1/checkpoint': {
    ...OWNER,
    pages: whole,
    head: hash,
    seq,
    answered: (value) => value === null || whole(value),
    at: whole,
    ...SIGNED,
  },
  'highwater/v1/audit-checkpoint': { tenant: word, rows: whole, head: hash, at: whole, ...SIGNED },
  'highwater/v1/end': { pages: whole, days: whole, head: hash, sha256: hash },
};

/** A row as it stands in a file, without its line feed. Every character of it is ASCII. */
export function writeRow(row: LedgerRow | Unsigned<SignedRow>): string {
  const values: Readonly<Record<string, unknown>> = { ...row };
  const names = ['type', ...Object.keys(FIELDS[row.type])].filter((name) => values[name] !== undefined);
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, values[name]])));
}

/** Reads a row; undefined when it is none, or written in any other way than `writeRow` writes it. */
export function readRow(line: string): LedgerRow | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  return isRow(value) && writeRow(value) === line ? value : undefined;
}

function isRow(value: unknown): value is LedgerRow {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  const { type, ...rest }: { type: unknown } & Record<string, unknown> = { ...value };
  if (!isType(type)) return false;
  const fields = Object.entries(FIELDS[type]);
  return fields.length === Object.keys(rest).length && fields.every(([name, holds]) => holds(rest[name]));
}

function isType(type: unknown): type is LedgerRow['type'] {
  return typeof type === 'string' && Object.hasOwn(FIELDS, type);
}
