import type { UserId } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';

export async function isOperator(tx: PlatformTx, userId: UserId): Promise<boolean> {
  const { rowCount } = await tx.query('SELECT FROM hw.operators WHERE user_id = $1', [userId]);
  return rowCount === 1;
}
