import { randomUUID } from 'node:crypto';
import type { OperatorId, UnixMs } from '@highwater/domain';
import { withClient } from '../bootstrap/bootstrap-cluster.ts';
import type { LoginSettings } from '../pools/database-settings.ts';

/**
 * Makes one of the operator's people, or finds it by `email`, and keeps the hash of a link by which it adds a passkey.
 * Only the migrator can: no address and no runtime role leads here. `tokenHash` null makes no link.
 */
export async function inviteOperator(
  migrator: LoginSettings,
  invited: {
    readonly name: string;
    /** Names the account in its passkeys; no mail goes there. */
    readonly email: string;
    readonly tokenHash: string | null;
    readonly expiresAt: UnixMs;
    readonly now: UnixMs;
  },
): Promise<OperatorId> {
  const { name, email, tokenHash, expiresAt, now } = invited;
  return withClient(migrator, async (client) => {
    await client.query('BEGIN');
    const { rows } = await client.query<{ id: OperatorId }>(
      `INSERT INTO identity.operator (id, name, email, "createdAt", "updatedAt") VALUES ($1, $2, $3, $4, $4)
       ON CONFLICT (email) DO UPDATE SET name = excluded.name, "updatedAt" = excluded."updatedAt" RETURNING id`,
      [randomUUID(), name, email.toLowerCase(), new Date(now)],
    );
    const operatorId = rows[0]?.id;
    if (operatorId === undefined) throw new Error('the database wrote no row and said nothing');
    await client.query(
      `INSERT INTO hw.operators (user_id, added_at, name) VALUES ($1, $2, $3)
       ON CONFLICT (user_id) DO UPDATE SET name = excluded.name, removed_at = NULL`,
      [operatorId, new Date(now), name],
    );
    if (tokenHash !== null) {
      await client.query(
        'INSERT INTO identity.operator_enrolment (token_hash, operator_id, expires_at) VALUES ($1, $2, $3)',
        [tokenHash, operatorId, new Date(expiresAt)],
      );
    }
    await client.query('COMMIT');
    return operatorId;
  });
}

/** Ends an operator's sessions, links and passkeys at once; false when there is no such. */
export async function removeOperator(migrator: LoginSettings, email: string, now: UnixMs): Promise<boolean> {
  return withClient(migrator, async (client) => {
    await client.query('BEGIN');
    const { rows } = await client.query<{ id: string }>('SELECT id FROM identity.operator WHERE email = $1', [
      email.toLowerCase(),
    ]);
    const id = rows[0]?.id;
    if (id !== undefined) {
      await client.query('UPDATE hw.operators SET removed_at = $2 WHERE user_id = $1', [id, new Date(now)]);
      await client.query('DELETE FROM identity.operator_session WHERE "userId" = $1', [id]);
      await client.query('DELETE FROM identity.operator_passkey WHERE "userId" = $1', [id]);
      await client.query('DELETE FROM identity.operator_enrolment WHERE operator_id = $1', [id]);
    }
    await client.query('COMMIT');
    return id !== undefined;
  });
}
