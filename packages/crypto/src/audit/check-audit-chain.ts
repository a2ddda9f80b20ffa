import type { TenantId, UnixMs } from '@highwater/domain';
import { CHAIN_START, chainHash } from '../ledger/chain-hash.ts';
import { readRow } from '../ledger/ledger-row.ts';
import { isSigned, type LedgerPublicKey } from '../ledger/ledger-signature.ts';
import { auditLeaf, type AuditFacts } from './audit-leaf.ts';

/** A link of a tenant's chain, with the row that it is of and the checkpoints that were signed there. */
export interface AuditLink {
  /** From 1. */
  readonly position: number;
  readonly auditId: string | null;
  /** Hex. */
  readonly leaf: string;
  readonly hash: string;
  /** Null when the row is no longer there; withheld where it was not asked for, and is not looked at. */
  readonly facts: AuditFacts | null | 'withheld';
  /** Signed rows, exactly. */
  readonly checkpoints: readonly string[];
}

export const AUDIT_PROBLEMS = [
  /** The row is not the one that was linked. */
  'row_changed',
  /** It was linked and is gone. */
  'row_missing',
  /** A row that nobody linked. */
  'row_unlinked',
  /** Links between two others are gone. */
  'link_missing',
  /** Links were exchanged, put in or written anew: this one does not follow the one before it. */
  'link_broken',
  /** A signed checkpoint knows more rows than there are. */
  'cut_off',
  /** A signed checkpoint knows another history up to this row. */
  'history_differs',
  /** A checkpoint without a good signature, or of something else. */
  'checkpoint_bad',
] as const;
export type AuditProblemKind = (typeof AUDIT_PROBLEMS)[number];

export interface AuditProblem {
  readonly kind: AuditProblemKind;
  /** The place in the chain; of a gap, its first. */
  readonly position: number | null;
  readonly auditId: string | null;
  /** When the row says that it happened, or the checkpoint was signed. */
  readonly at: UnixMs | null;
}

/** A place of the chain from which reading goes on. */
export interface AuditPlace {
  readonly position: number;
  readonly hash: string;
}

export interface AuditFindings {
  /** Links that were looked at. */
  readonly rows: number;
  readonly end: AuditPlace;
  /** The latest time of a row that was looked at. */
  readonly chainedTo: UnixMs | null;
  /** The newest checkpoint that agrees. */
  readonly checkpoint: { readonly rows: number; readonly at: UnixMs; readonly key: string } | null;
  /** The first of them; `problemCount` counts all. */
  readonly problems: readonly AuditProblem[];
  readonly problemCount: number;
}

export interface AuditCheck {
  /** The next link, in the order of their positions. */
  takeLink(link: AuditLink): void;
  /** A checkpoint beyond the last link. */
  takeBeyond(line: string): void;
  takeUnlinked(row: { readonly auditId: string; readonly at: UnixMs }): void;
  /** A row that was noted to be linked and went before it was. */
  takeLost(auditId: string): void;
  read(): AuditFindings;
}

/** Problems that are kept; the others are counted. */
const KEPT = 50;
const START: AuditPlace = { position: 0, hash: CHAIN_START };

/** Judges a tenant's chain link by link in bounded memory. `keys` are believed, `from` is where an earlier reading ended. */
export function checkAuditChain(
  tenantId: TenantId,
  keys: readonly LedgerPublicKey[],
  from: AuditPlace = START,
): AuditCheck {
  const problems: AuditProblem[] = [];
  let [end, rows, problemCount]: [AuditPlace, number, number] = [from, 0, 0];
  let chainedTo: UnixMs | null = null;
  let checkpoint: AuditFindings['checkpoint'] = null;

  function note(kind: AuditProblemKind, about: Partial<AuditProblem>): void {
    problemCount += 1;
    if (problems.length < KEPT) problems.push({ kind, position: null, auditId: null, at: null, ...about });
  }

  function readCheckpoint(line: string, position: number | null) {
    const row = readRow(line);
    const isOurs = row?.type === 'highwater/v1/audit-checkpoint' && row.tenant === tenantId && isSigned(row, keys);
    if (!isOurs || (position !== null && row.rows !== position)) {
      note('checkpoint_bad', { position });
      return undefined;
    }
    return row;
  }

  return {
    takeLink({ position, auditId, leaf, hash, facts, checkpoints }) {
      const at = facts === null || facts === 'withheld' ? null : Math.floor(Number(facts.atMicros) / 1000);
      const about = { position, auditId, at };
      const follows = position === end.position + 1;
      if (!follows) note('link_missing', { position: end.position + 1 });
      // After a gap nobody knows what was before; a checkpoint further on proves the rest.
      else if (chainHash(end.hash, leaf) !== hash) note('link_broken', about);
      if (facts === null) note('row_missing', about);
      else if (facts !== 'withheld' && auditLeaf(tenantId, facts) !== leaf) note('row_changed', about);
      for (const line of checkpoints) {
        const row = readCheckpoint(line, position);
        if (row === undefined) continue;
        if (row.head !== hash) note('history_differs', { position, at: row.at });
        else checkpoint = { rows: row.rows, at: row.at, key: row.key };
      }
      rows += 1;
      end = { position, hash };
      if (at !== null && (chainedTo === null || at > chainedTo)) chainedTo = at;
    },
    takeBeyond(line) {
      const row = readCheckpoint(line, null);
      if (row === undefined) return;
      // One that does not lie beyond was put at another place than it was signed for.
      if (row.rows > end.position) note('cut_off', { position: end.position + 1, at: row.at });
      else note('checkpoint_bad', { position: row.rows, at: row.at });
    },
    takeUnlinked: (row) => note('row_unlinked', row),
    takeLost: (auditId) => note('row_missing', { auditId }),
    read: () => ({ rows, end, chainedTo, checkpoint, problems, problemCount }),
  };
}
