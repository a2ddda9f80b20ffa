import type { ConnectionId, PersonKey, UnixMs } from '@highwater/domain';
import { observe, type Fact } from '../intervals/observe.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** An employee's relation to an external contact, as a look found it. */
export interface SeenFollow {
  readonly externalKey: PersonKey;
  readonly employeeKey: PersonKey;
  readonly remark: string | null;
  readonly description: string | null;
  readonly addedAt: UnixMs | null;
  /** Names; an id stands where the name is not known yet. */
  readonly tags: readonly string[];
  readonly areTagsNamed: boolean;
  readonly remarkCorpName: string | null;
  readonly remarkMobiles: readonly string[];
  readonly addWay: number | null;
  readonly at: UnixMs;
}

/** Writes relations as they are now, each pair at most once, and their history. The caller holds `lockEnriching`. */
export async function saveFollows(
  tx: TenantTx,
  connectionId: ConnectionId,
  follows: readonly SeenFollow[],
): Promise<void> {
  if (follows.length === 0) return;
  const rows = follows.map(({ at, addedAt, ...follow }) => ({
    ...follow,
    at: new Date(at).toISOString(),
    addedAt: addedAt === null ? null : new Date(addedAt).toISOString(),
  }));
  await tx.query(
    `INSERT INTO hw.follows AS kept (tenant_id, connection_id, external_key, employee_key, remark, description, added_at, tags,
       remark_corp_name, remark_mobiles, add_way, seen_from, seen_until)
     SELECT $1, $2, "externalKey", "employeeKey", remark, description, "addedAt", tags, "remarkCorpName", "remarkMobiles",
       "addWay", at, at
     FROM jsonb_to_recordset($3::jsonb) AS f ("externalKey" text, "employeeKey" text, remark text, description text,
       "addedAt" timestamptz, tags text[], "remarkCorpName" text, "remarkMobiles" text[], "addWay" integer, at timestamptz)
     ON CONFLICT (tenant_id, connection_id, external_key, employee_key) DO UPDATE
     SET remark = excluded.remark, description = excluded.description, added_at = coalesce(excluded.added_at, kept.added_at),
       tags = excluded.tags, remark_corp_name = excluded.remark_corp_name, remark_mobiles = excluded.remark_mobiles,
       add_way = excluded.add_way, seen_until = greatest(kept.seen_until, excluded.seen_until), ended_by = NULL`,
    [tx.tenantId, connectionId, JSON.stringify(rows)],
  );
  await observe(tx, connectionId, follows.flatMap(factsOf));
}

/**
 * Ends the relations of external contacts that a look at all of their followers did not bring; `of` says when each was
 * looked at and who follows now.
 */
export async function endFollows(
  tx: TenantTx,
  connectionId: ConnectionId,
  of: readonly { readonly externalKey: PersonKey; readonly followers: readonly PersonKey[]; readonly at: UnixMs }[],
): Promise<void> {
  if (of.length === 0) return;
  const looks = of.map(({ at, ...rest }) => ({ ...rest, at: new Date(at).toISOString() }));
  const { rows } = await tx.query<EndedFollow>(
    `UPDATE hw.follows w SET ended_by = greatest(l.at, w.seen_until)
     FROM jsonb_to_recordset($3::jsonb) AS l ("externalKey" text, followers text[], at timestamptz)
     WHERE w.tenant_id = $1 AND w.connection_id = $2 AND w.external_key = l."externalKey" AND w.ended_by IS NULL
       AND w.employee_key <> ALL(l.followers)
     RETURNING w.external_key AS "externalKey", w.employee_key AS "employeeKey", w.ended_by AS at`,
    [tx.tenantId, connectionId, JSON.stringify(looks)],
  );
  await observe(tx, connectionId, rows.flatMap(endedOf));
}

/** Ends the relations of employees that a walk over all their customers, begun at `since`, did not bring. */
export async function endFollowsUnseenSince(
  tx: TenantTx,
  connectionId: ConnectionId,
  employees: readonly PersonKey[],
  walk: { readonly since: UnixMs; readonly now: UnixMs },
): Promise<void> {
  const { rows } = await tx.query<EndedFollow>(
    `UPDATE hw.follows w SET ended_by = greatest($5, w.seen_until)
     WHERE w.tenant_id = $1 AND w.connection_id = $2 AND w.employee_key = ANY($3::text[]) AND w.ended_by IS NULL
       AND w.seen_until < $4
     RETURNING w.external_key AS "externalKey", w.employee_key AS "employeeKey", w.ended_by AS at`,
    [tx.tenantId, connectionId, employees, new Date(walk.since), new Date(walk.now)],
  );
  await observe(tx, connectionId, rows.flatMap(endedOf));
}

interface EndedFollow {
  readonly externalKey: PersonKey;
  readonly employeeKey: PersonKey;
  readonly at: UnixMs;
}

/** A relation itself is an interval too, so that one that ended and came back shows both times. */
const ATTRIBUTES = ['follows', 'remark', 'description', 'remark_corp_name', 'tags'] as const;

function factsOf(follow: SeenFollow): Fact[] {
  const values: Record<(typeof ATTRIBUTES)[number], string | null> = {
    follows: 'yes',
    remark: follow.remark,
    description: follow.description,
    remark_corp_name: follow.remarkCorpName,
    tags: follow.tags.toSorted().join(','),
  };
  return ATTRIBUTES.filter((attribute) => attribute !== 'tags' || follow.areTagsNamed).map((attribute) => ({
    subject: 'follow',
    subjectKey: keyOf(follow),
    attribute,
    value: values[attribute] === '' ? null : values[attribute],
    at: follow.at,
  }));
}

function endedOf(follow: EndedFollow): Fact[] {
  return ATTRIBUTES.map((attribute) => ({
    subject: 'follow',
    subjectKey: keyOf(follow),
    attribute,
    value: null,
    at: follow.at,
  }));
}

function keyOf({ externalKey, employeeKey }: { externalKey: string; employeeKey: string }): string {
  return `${externalKey} ${employeeKey}`;
}
