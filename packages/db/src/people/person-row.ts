import type { ConnectionId, Fault, PersonKey, PersonState, UnixMs } from '@highwater/domain';

export type PersonKind = 'employee' | 'external_contact' | 'robot';

export interface PersonRow {
  readonly personKey: PersonKey;
  readonly connectionId: ConnectionId;
  readonly kind: PersonKind;
  /** As of the last look; null until one brought it. */
  readonly name: string | null;
  readonly writtenAs: string;
  /** Four characters that always are the same for the same id ("7F3A"), for people without a name. */
  readonly code: string;
  readonly state: PersonState;
  /** Why it is not complete. */
  readonly fault: Fault | null;
  /** Of external contacts. */
  readonly corpName: string | null;
  /** An employee who is not in the company any more. */
  readonly hasLeft: boolean;
  readonly firstAt: UnixMs;
  readonly lastAt: UnixMs;
}

/** Of a row of hw.people called `p`. */
export const PERSON_CODE = `upper(left(encode(sha256(convert_to(p.person_key, 'UTF8')), 'hex'), 4))`;

/** For `FROM hw.people p`, without the times at which the person was seen. */
export const PERSON_COLUMNS = `p.person_key AS "personKey", p.connection_id AS "connectionId", p.kind, p.name,
  p.written_as AS "writtenAs", ${PERSON_CODE} AS code, p.state, p.fault, p.corp_name AS "corpName",
  (p.kind = 'employee' AND (p.employee_status IS NOT DISTINCT FROM 5 OR p.state = 'gone')) AS "hasLeft"`;
