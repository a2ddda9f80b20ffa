import type { OperatorId } from '@highwater/domain';
import type { PlatformTx } from '../transactions/as-platform.ts';

/** One of the operator's people by the id of its account, while nobody removed it. */
export async function findOperator(
  tx: PlatformTx,
  operatorId: OperatorId,
): Promise<{ readonly operatorId: OperatorId; readonly name: string } | undefined> {
  const { rows } = await tx.query<{ name: string }>(
    'SELECT name FROM hw.operators WHERE user_id = $1 AND name IS NOT NULL AND removed_at IS NULL',
    [operatorId],
  );
  return rows[0] && { operatorId, name: rows[0].name };
}
