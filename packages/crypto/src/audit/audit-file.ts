import { createHash } from 'node:crypto';
import type { TenantId } from '@highwater/domain';
import { readRow } from '../ledger/ledger-row.ts';
import { readLedgerKey, type LedgerPublicKey } from '../ledger/ledger-signature.ts';
import type { AuditFacts } from './audit-leaf.ts';
import { checkAuditChain, type AuditFindings, type AuditLink, type AuditPlace } from './check-audit-chain.ts';

/** The first line of a file of the audit log; docs/audit-format.md defines all of them. */
export interface AuditFileHead {
  readonly type: 'highwater/v1/audit-file';
  readonly tenant: string;
  /** Unix ms. */
  readonly made: number;
  /** What comes before the first line: 0 and 64 zeros where the file begins with the log. */
  readonly position: number;
  readonly hash: string;
  /** Public keys that may have signed: SPKI DER in base64. */
  readonly keys: readonly string[];
}

/** Writes a file of the audit log line by line. Each call returns the text that comes next. */
export interface AuditFileWriter {
  head(head: AuditFileHead): string;
  /** A link with its row, and the checkpoints that were signed there. `said` is for readers and proves nothing. */
  link(link: AuditLink, said?: Readonly<Record<string, string | null>>): string;
  end(): string;
}

export function createAuditFileWriter(): AuditFileWriter {
  const hash = createHash('sha256');
  let end: AuditPlace = { position: 0, hash: '' };
  const write = (line: string): string => {
    hash.update(`${line}\n`, 'utf8');
    return `${line}\n`;
  };
  return {
    head(head) {
      end = head;
      return write(JSON.stringify(head));
    },
    link({ position, leaf, hash: linked, facts, checkpoints }, said = {}) {
      end = { position, hash: linked };
      const place = { position, leaf, hash: linked };
      const line =
        facts === 'withheld'
          ? { type: 'highwater/v1/audit-link', ...place }
          : { type: 'highwater/v1/audit-row', ...place, row: facts, ...said };
      return [JSON.stringify(line), ...checkpoints].map(write).join('');
    },
    end: () => {
      const { position, hash: head } = end;
      return `${JSON.stringify({ type: 'highwater/v1/audit-end', position, head, sha256: hash.digest('hex') })}\n`;
    },
  };
}

export interface AuditFileVerdict extends AuditFindings {
  readonly tenantId: string | null;
  /** What comes before the first line, as the file says. */
  readonly start: AuditPlace | null;
  /** Rows whose content the file holds. */
  readonly shown: number;
  /** Lines that are none, or not where they belong; the first of them by number. */
  readonly oddLines: readonly number[];
  /** Its closing line is there and says what was read. */
  readonly isWhole: boolean;
}

const KEPT = 20;

/**
 * Reads a file of the audit log, line by line without line feeds, and says what does not agree. `trusted` are believed, or
 * the keys that the file brings along; `against` are checkpoints that were kept elsewhere.
 */
export async function verifyAuditFile(
  lines: AsyncIterable<string>,
  {
    trusted,
    against = [],
  }: { readonly trusted?: readonly LedgerPublicKey[]; readonly against?: readonly string[] } = {},
): Promise<AuditFileVerdict> {
  const hash = createHash('sha256');
  const odd: number[] = [];
  let [head, number, shown, isWhole]: [AuditFileHead | undefined, number, number, boolean] = [undefined, 0, 0, false];
  let check = checkAuditChain('' as TenantId, []);
  let waiting: AuditLink | undefined;
  const kept = Map.groupBy(against, (line) => placeOf(line));
  const take = (): void => {
    if (waiting === undefined) return;
    const outside = kept.get(waiting.position) ?? [];
    kept.delete(waiting.position);
    check.takeLink({ ...waiting, checkpoints: [...waiting.checkpoints, ...outside] });
    waiting = undefined;
  };
  for await (const line of lines) {
    number += 1;
    const value = parse(line);
    if (number === 1) {
      head = readHead(value);
      if (head === undefined) break;
      const start = { position: head.position, hash: head.hash };
      check = checkAuditChain(head.tenant as TenantId, trusted ?? readKeys(head.keys), start);
    } else if (value?.['type'] === 'highwater/v1/audit-end') {
      take();
      const { end } = check.read();
      const isSame = value['position'] === end.position && value['head'] === end.hash;
      isWhole = isSame && value['sha256'] === hash.copy().digest('hex');
    } else if (value?.['type'] === 'highwater/v1/audit-checkpoint' && waiting !== undefined) {
      waiting = { ...waiting, checkpoints: [...waiting.checkpoints, line] };
    } else {
      take();
      waiting = readLink(value);
      if (waiting === undefined && odd.length < KEPT) odd.push(number);
      if (waiting !== undefined && waiting.facts !== 'withheld') shown += 1;
      isWhole = false;
    }
    hash.update(`${line}\n`, 'utf8');
  }
  take();
  const { end } = check.read();
  for (const [position, beyond] of kept) {
    // What was signed before the file begins says nothing of it.
    if (position === null || position > end.position) for (const line of beyond) check.takeBeyond(line);
  }
  return {
    ...check.read(),
    tenantId: head?.tenant ?? null,
    start: head === undefined ? null : { position: head.position, hash: head.hash },
    shown,
    oddLines: head === undefined ? [1] : odd,
    isWhole,
  };
}

type Parsed = Readonly<Record<string, unknown>>;

function parse(line: string): Parsed | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

const HEX = /^[0-9a-f]{64}$/;
const isHash = (value: unknown): value is string => typeof value === 'string' && HEX.test(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isText = (value: unknown): value is string => typeof value === 'string';
const textOrNull = (value: unknown): string | null | undefined => (value === null || isText(value) ? value : undefined);

function readHead(value: Parsed | undefined): AuditFileHead | undefined {
  if (value?.['type'] !== 'highwater/v1/audit-file') return undefined;
  const { tenant, made, position, hash, keys } = value;
  if (!isText(tenant) || !isCount(made) || !isCount(position) || !isHash(hash)) return undefined;
  const named = Array.isArray(keys) ? keys.filter(isText) : [];
  return { type: 'highwater/v1/audit-file', tenant, made, position, hash, keys: named };
}

function readKeys(keys: readonly string[]): readonly LedgerPublicKey[] {
  return keys.flatMap((spki) => {
    try {
      return [readLedgerKey(spki)];
    } catch {
      return [];
    }
  });
}

function readLink(value: Parsed | undefined): AuditLink | undefined {
  const { type, position, leaf, hash, row } = value ?? {};
  if (!isCount(position) || !isHash(leaf) || !isHash(hash)) return undefined;
  const place = { position, leaf, hash, checkpoints: [] };
  if (type === 'highwater/v1/audit-link') return { ...place, auditId: null, facts: 'withheld' };
  if (type !== 'highwater/v1/audit-row') return undefined;
  if (row === null) return { ...place, auditId: null, facts: null };
  const facts = typeof row === 'object' && row !== undefined ? readFacts({ ...row }) : undefined;
  return facts === undefined ? undefined : { ...place, auditId: facts.auditId, facts };
}

function readFacts(row: Parsed): AuditFacts | undefined {
  const { auditId, atMicros, actor, event, detail } = row;
  const [memberId, subject, address] = [
    textOrNull(row['memberId']),
    textOrNull(row['subject']),
    textOrNull(row['address']),
  ];
  const [requestId, sealedSha256] = [textOrNull(row['requestId']), textOrNull(row['sealedSha256'])];
  if (!isText(auditId) || !isText(atMicros) || !isText(actor) || !isText(event) || !isText(detail)) return undefined;
  if (memberId === undefined || subject === undefined || address === undefined) return undefined;
  if (requestId === undefined || sealedSha256 === undefined) return undefined;
  return { auditId, atMicros, memberId, actor, event, subject, detail, address, requestId, sealedSha256 };
}

function placeOf(line: string): number | null {
  const row = readRow(line);
  return row?.type === 'highwater/v1/audit-checkpoint' ? row.rows : null;
}
