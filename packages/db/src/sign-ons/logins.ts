import type { InvitationId, MemberId, SignOnId, TenantId, UnixMs } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

export type LoginPurpose = 'sign_in' | 'test' | 'invitation';

/** A sign-in under way. */
export interface SignOnLoginRow {
  readonly loginId: string;
  readonly signOnId: SignOnId;
  readonly purpose: LoginPurpose;
  readonly browserHash: string;
  readonly invitationId: InvitationId | null;
  readonly memberId: MemberId | null;
  readonly requestId: string | null;
  readonly secretsSealed: Buffer;
  readonly stage: 'open' | 'answered' | 'done';
  readonly expiresAt: UnixMs;
}

/** Rows whose end has come, removed by every new one: more than it can add. */
const SWEPT_PER_LOGIN = 20;
/** Of one company at a time; whoever begins without end fills no more than this. */
const MOST_OPEN = 5000;

/** False, and nothing is kept, when too many are under way. */
export async function insertSignOnLogin(
  tx: TenantTx,
  one: Omit<SignOnLoginRow, 'stage' | 'secretsSealed'> & {
    readonly stateHash: string;
    readonly secretsSealed: Uint8Array;
    readonly begunAt: UnixMs;
  },
): Promise<boolean> {
  await tx.query(
    `DELETE FROM hw.sign_on_logins WHERE tenant_id = $1 AND login_id IN (
       SELECT login_id FROM hw.sign_on_logins WHERE tenant_id = $1 AND expires_at <= $2
       ORDER BY expires_at LIMIT $3 FOR UPDATE SKIP LOCKED)`,
    [tx.tenantId, new Date(one.begunAt), SWEPT_PER_LOGIN],
  );
  const { rowCount } = await tx.query(
    `INSERT INTO hw.sign_on_logins (tenant_id, login_id, sign_on_id, purpose, state_hash, browser_hash, invitation_id, member_id,
       request_id, secrets_sealed, begun_at, expires_at)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
     WHERE (SELECT count(*) FROM (SELECT FROM hw.sign_on_logins WHERE tenant_id = $1 LIMIT $13) AS kept) < $13`,
    [
      tx.tenantId,
      one.loginId,
      one.signOnId,
      one.purpose,
      one.stateHash,
      one.browserHash,
      one.invitationId,
      one.memberId,
      one.requestId,
      one.secretsSealed,
      new Date(one.begunAt),
      new Date(one.expiresAt),
      MOST_OPEN,
    ],
  );
  return rowCount === 1;
}

/** Whose sign-in a state, or the token after it, belongs to. */
export async function findSignOnLogin(
  tx: PlatformTx,
  by: 'state' | 'finish',
  hash: string,
): Promise<{ readonly tenantId: TenantId; readonly loginId: string } | undefined> {
  const { rows } = await tx.query<{ tenantId: TenantId; loginId: string }>(
    `SELECT tenant_id AS "tenantId", login_id AS "loginId" FROM hw.sign_on_logins WHERE ${by}_hash = $1`,
    [hash],
  );
  return rows[0];
}

export async function readSignOnLogin(tx: TenantTx, loginId: string): Promise<SignOnLoginRow | undefined> {
  const { rows } = await tx.query<SignOnLoginRow>(
    `SELECT login_id AS "loginId", sign_on_id AS "signOnId", purpose, browser_hash AS "browserHash",
       invitation_id AS "invitationId", member_id AS "memberId", request_id AS "requestId",
       secrets_sealed AS "secretsSealed", stage, expires_at AS "expiresAt"
     FROM hw.sign_on_logins WHERE tenant_id = $1 AND login_id = $2`,
    [tx.tenantId, loginId],
  );
  return rows[0];
}

/** Moves it on; of several at once one succeeds, so that nothing is used twice. */
export async function moveSignOnLogin(
  tx: TenantTx,
  loginId: string,
  from: SignOnLoginRow['stage'],
  answered?: { readonly finishHash: string; readonly secretsSealed: Uint8Array },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.sign_on_logins SET stage = $4, finish_hash = $5, secrets_sealed = coalesce($6, secrets_sealed)
     WHERE tenant_id = $1 AND login_id = $2 AND stage = $3`,
    [
      tx.tenantId,
      loginId,
      from,
      answered === undefined ? 'done' : 'answered',
      answered?.finishHash ?? null,
      answered?.secretsSealed ?? null,
    ],
  );
  return rowCount === 1;
}
