import type { ApiKeyId, KeyAction, MemberId, UnixMs } from '@highwater/domain';
import { NO_TERMS } from '../grants/grant-terms.ts';
import type { OfferedGrant } from '../invitations/invitations.ts';

/** A key as everybody may see it who looks after keys. */
export interface ApiKeyRow {
  readonly keyId: ApiKeyId;
  /** Twelve characters; finds the key and opens nothing. */
  readonly prefix: string;
  readonly name: string;
  readonly purpose: string;
  readonly scopes: readonly KeyAction[];
  /** Where its actions on messages reach, within what its maker may see. */
  readonly grants: readonly OfferedGrant[];
  /** CIDR. Empty: wherever the company's people may work. */
  readonly networks: readonly string[];
  readonly madeBy: MemberId;
  readonly makerName: string;
  /** Its maker is no member any more, and it opens nothing. */
  readonly makerLeft: boolean;
  readonly madeAt: UnixMs;
  readonly expiresAt: UnixMs;
  readonly rotatedAt: UnixMs | null;
  /** Until when the secret before still opens. */
  readonly formerUntil: UnixMs | null;
  readonly lastUsedAt: UnixMs | null;
  readonly lastAddress: string | null;
  readonly revokedAt: UnixMs | null;
}

export const API_KEY_COLUMNS = `k.key_id AS "keyId", k.prefix, k.name, k.purpose, k.scopes, k.grants,
  k.networks::text[] AS networks, k.made_by AS "madeBy", m.name AS "makerName", m.status <> 'active' AS "makerLeft",
  k.made_at AS "madeAt", k.expires_at AS "expiresAt", k.rotated_at AS "rotatedAt", k.former_until AS "formerUntil",
  k.last_used_at AS "lastUsedAt", k.last_address AS "lastAddress", k.revoked_at AS "revokedAt"`;

export const API_KEY_TABLES = `hw.api_keys k JOIN hw.members m ON m.tenant_id = k.tenant_id AND m.member_id = k.made_by`;

/** What a later release adds to grants is missing in rows of before. */
export function readApiKey<Row extends ApiKeyRow>(row: Row): Row {
  return { ...row, grants: row.grants.map((grant) => ({ ...NO_TERMS, ...grant })) };
}
