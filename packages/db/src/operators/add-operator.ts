import type { UnixMs, UserId } from '@highwater/domain';
import { withClient } from '../bootstrap/bootstrap-cluster.ts';
import type { LoginSettings } from '../pools/database-settings.ts';

/** Makes a signed-up user one of the operator's people. Only the migrator can: no address and no runtime role leads here. */
export async function addOperator(migrator: LoginSettings, userId: UserId, now: UnixMs): Promise<void> {
  await withClient(migrator, (client) =>
    client.query('INSERT INTO hw.operators (user_id, added_at) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      userId,
      new Date(now),
    ]),
  );
}
