import type { AuditVerdictView } from '../api/audit.ts';

/** What was verified so far, part by part. */
export interface Verified {
  readonly rows: number;
  readonly chainedTo: number | null;
  readonly checkpoint: AuditVerdictView['checkpoint'];
  readonly problems: AuditVerdictView['problems'];
  readonly problemCount: number;
  /** Where the next part goes on; null when this was all. */
  readonly next: { readonly after: string; readonly afterRow: string } | null;
}

/** Problems that are named; the others are counted. */
const NAMED = 50;

export function addPart(before: Verified | null, part: AuditVerdictView): Verified {
  const { nextAfter, nextRow } = part;
  return {
    rows: (before?.rows ?? 0) + part.rows,
    chainedTo: Math.max(before?.chainedTo ?? 0, part.chainedTo ?? 0) || null,
    checkpoint: part.checkpoint ?? before?.checkpoint ?? null,
    problems: [...(before?.problems ?? []), ...part.problems].slice(0, NAMED),
    problemCount: (before?.problemCount ?? 0) + part.problemCount,
    next: nextAfter === null && nextRow === null ? null : { after: String(nextAfter ?? ''), afterRow: nextRow ?? '' },
  };
}

/** A part that a form sent along, to be added to; null for anything else. */
export function readVerified(text: string): Verified | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'rows' in value && 'problems' in value
      ? (value as Verified)
      : null;
  } catch {
    return null;
  }
}
