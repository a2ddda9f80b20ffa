import type { ConnectionId, Fault, PersonKey, PersonState, UnixMs } from '@highwater/domain';
import { observe, type Fact } from '../intervals/observe.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** What is known of a person now. */
export interface PersonFacts {
  readonly name: string | null;
  readonly alias: string | null;
  readonly position: string | null;
  readonly corpName: string | null;
  readonly contactType: number | null;
  readonly unionid: string | null;
  /** Decimal, the main one first. */
  readonly departmentIds: readonly string[];
  /** WeCom's number. */
  readonly employeeStatus: number | null;
  readonly creator: PersonKey | null;
}

/** A look at a person and what came of it. */
export interface PersonLook {
  readonly personKey: PersonKey;
  readonly state: PersonState;
  readonly fault: Fault | null;
  readonly misses: number;
  /** When WeCom was asked. A person who was woken after that stays due. */
  readonly at: UnixMs;
  readonly nextLookAt: UnixMs;
  /** Null where the look brought nothing: what was known before stays. */
  readonly facts: PersonFacts | null;
}

/** Writes looks at people, each at most once, and what they found as intervals. The caller holds `lockEnriching`. */
export async function savePersonLooks(
  tx: TenantTx,
  connectionId: ConnectionId,
  looks: readonly PersonLook[],
): Promise<void> {
  if (looks.length === 0) return;
  const rows = looks.map(({ facts, at, nextLookAt, ...look }) => ({
    ...look,
    ...facts,
    found: facts !== null,
    lookedAt: new Date(at).toISOString(),
    nextLookAt: new Date(nextLookAt).toISOString(),
  }));
  await tx.query(
    `WITH look AS (SELECT * FROM jsonb_to_recordset($3::jsonb) AS l ("personKey" text, state text, fault text, misses integer,
       found boolean, "lookedAt" timestamptz, "nextLookAt" timestamptz, name text, alias text, position text,
       "corpName" text, "contactType" smallint, unionid text, "departmentIds" bigint[], "employeeStatus" smallint, creator text)),
     locked AS (SELECT person_key FROM hw.people WHERE tenant_id = $1 AND connection_id = $2
       AND person_key IN (SELECT "personKey" FROM look) ORDER BY person_key COLLATE "C" FOR NO KEY UPDATE)
     UPDATE hw.people p SET state = l.state, fault = l.fault, misses = l.misses,
       looked_at = greatest(p.looked_at, l."lookedAt"),
       next_look_at = CASE WHEN p.next_look_at > l."lookedAt" AND p.next_look_at < l."nextLookAt"
         THEN p.next_look_at ELSE l."nextLookAt" END,
       name = CASE WHEN l.found THEN coalesce(l.name, p.name) ELSE p.name END,
       alias = CASE WHEN l.found THEN l.alias ELSE p.alias END,
       position = CASE WHEN l.found THEN l.position ELSE p.position END,
       corp_name = CASE WHEN l.found THEN l."corpName" ELSE p.corp_name END,
       contact_type = CASE WHEN l.found THEN l."contactType" ELSE p.contact_type END,
       unionid = CASE WHEN l.found THEN coalesce(l.unionid, p.unionid) ELSE p.unionid END,
       department_ids = CASE WHEN l.found THEN l."departmentIds" ELSE p.department_ids END,
       employee_status = CASE WHEN l.found THEN l."employeeStatus" ELSE p.employee_status END,
       creator = CASE WHEN l.found THEN l.creator ELSE p.creator END
     FROM look l JOIN locked ON locked.person_key = l."personKey"
     WHERE p.tenant_id = $1 AND p.connection_id = $2 AND p.person_key = l."personKey"`,
    [tx.tenantId, connectionId, JSON.stringify(rows)],
  );
  await observe(
    tx,
    connectionId,
    looks.flatMap(({ personKey, facts, at, state }) => [
      ...(facts === null ? [] : factsOf(personKey, facts, at)),
      // Who left has no departments any more; the name stays the last one.
      ...(state === 'gone' ? endedOf(personKey, at) : []),
    ]),
  );
}

/** What WeCom withholds was not seen: no interval ends by it, except where being without is itself an answer. */
function factsOf(personKey: PersonKey, facts: PersonFacts, at: UnixMs): Fact[] {
  const fact = (attribute: string, value: string | null): Fact => ({
    subject: 'person',
    subjectKey: personKey,
    attribute,
    value: value === '' ? null : value,
    at,
  });
  return [
    ...(facts.name === null ? [] : [fact('name', facts.name)]),
    fact('alias', facts.alias),
    fact('position', facts.position),
    fact('corp_name', facts.corpName),
    fact('status', facts.employeeStatus === null ? null : String(facts.employeeStatus)),
    fact('departments', facts.departmentIds.join(',')),
  ];
}

function endedOf(personKey: PersonKey, at: UnixMs): Fact[] {
  return ['status', 'departments'].map((attribute) => ({
    subject: 'person',
    subjectKey: personKey,
    attribute,
    value: null,
    at,
  }));
}
