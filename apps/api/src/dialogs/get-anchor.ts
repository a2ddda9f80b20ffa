import { findMessage, type MessageRow, type ReadingPoint, type TenantTx } from '@highwater/db';
import { FaultError, type AccessCondition, type MessageId } from '@highwater/domain';

/** A message that the reader may see, as a place in its conversation. Throws `thing.missing`. */
export async function getAnchor(
  tx: TenantTx,
  access: AccessCondition,
  messageId: MessageId,
): Promise<{ readonly row: MessageRow; readonly point: ReadingPoint }> {
  const row = await findMessage(tx, access, messageId);
  if (row === undefined) throw new FaultError('thing.missing');
  const { sentAt, kind, sender } = row;
  return { row, point: { messageId, sentAt, kind, sender, isSeen: true } };
}
