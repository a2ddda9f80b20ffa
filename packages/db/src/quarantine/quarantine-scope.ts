/** Why an envelope is not opened: no key of its version, a key of its version that does not fit, or damaged. */
export type QuarantineCause = 'key_missing' | 'key_wrong' | 'unreadable';

/** Part of a connection's quarantine; null is everything. */
export interface QuarantineScope {
  readonly cause: QuarantineCause | null;
  readonly publickeyVer: number | null;
}

/** Of a row of hw.envelopes that is not opened. */
export const CAUSE = `CASE WHEN e.state = 'unreadable' THEN 'unreadable' WHEN e.fault = 'key.wrong' THEN 'key_wrong'
  ELSE 'key_missing' END`;

/** Condition on hw.envelopes e; `cause` and `version` are the placeholders of a scope's values. */
export function inScope(cause: string, version: string): string {
  return `e.state <> 'opened' AND (${cause}::text IS NULL OR ${CAUSE} = ${cause})
    AND (${version}::bigint IS NULL OR e.publickey_ver = ${version})`;
}
