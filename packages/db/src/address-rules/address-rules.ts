import type { MemberId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** From where the company's people may work. */
export interface AddressRule {
  readonly enabled: boolean;
  /** Networks as CIDR, each with what it is called. */
  readonly networks: readonly { readonly network: string; readonly label: string }[];
  readonly changedAt: UnixMs;
  /** What the member is called who set it. */
  readonly changedBy: string;
}

/** Undefined while nobody set one: people may work from anywhere. */
export async function findAddressRule(tx: TenantTx): Promise<AddressRule | undefined> {
  const { rows } = await tx.query<AddressRule>(
    `SELECT r.enabled, r.changed_at AS "changedAt", m.name AS "changedBy",
       coalesce((SELECT jsonb_agg(jsonb_build_object('network', n.network::text, 'label', n.label) ORDER BY n.place)
         FROM unnest(r.networks, r.labels) WITH ORDINALITY AS n (network, label, place)), '[]') AS networks
     FROM hw.address_rules r JOIN hw.members m ON m.tenant_id = r.tenant_id AND m.member_id = r.changed_by
     WHERE r.tenant_id = $1`,
    [tx.tenantId],
  );
  return rows[0];
}

/** Whether the company's rule lets its people in from an address; where a rule is on, one that is not known is outside. */
export async function isInsideRule(tx: TenantTx, address: string | null): Promise<boolean> {
  const { rows } = await tx.query<{ inside: boolean }>(
    `SELECT NOT r.enabled OR coalesce($2::inet <<= ANY(r.networks), false) AS inside
     FROM hw.address_rules r WHERE r.tenant_id = $1`,
    [tx.tenantId, address],
  );
  return rows[0]?.inside ?? true;
}

export async function setAddressRule(
  tx: TenantTx,
  { enabled, networks }: Pick<AddressRule, 'enabled' | 'networks'>,
  { memberId, now }: { readonly memberId: MemberId; readonly now: UnixMs },
): Promise<void> {
  await tx.query(
    `INSERT INTO hw.address_rules (tenant_id, enabled, networks, labels, changed_by, changed_at)
     VALUES ($1, $2, ARRAY(SELECT network(n.said::inet) FROM unnest($3::text[]) WITH ORDINALITY AS n (said, place) ORDER BY n.place),
       $4::text[], $5, $6)
     ON CONFLICT (tenant_id) DO UPDATE SET enabled = excluded.enabled, networks = excluded.networks, labels = excluded.labels,
       changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    [
      tx.tenantId,
      enabled,
      networks.map(({ network }) => network),
      networks.map(({ label }) => label),
      memberId,
      new Date(now),
    ],
  );
}
