import { constantTimeEqual } from '@highwater/crypto';
import { FaultError, type OperatorId } from '@highwater/domain';
import { z } from 'zod';

const form = z.strictObject({ email: z.string().max(254), word: z.string().max(100) });

/**
 * Whom the word of development lets in without a passkey: there may be no authenticator on a developer's machine. Without
 * a word there is no such door; the production entry refuses the setting. Throws `thing.missing`.
 */
export async function readDoor(
  request: Request,
  word: string | undefined,
  findAccount: (email: string) => Promise<OperatorId | undefined>,
): Promise<OperatorId> {
  if (word === undefined) throw new FaultError('thing.missing');
  const read = form.safeParse(await request.json().catch(() => undefined));
  if (!read.success) throw new FaultError('request.malformed');
  const operatorId = constantTimeEqual(word, read.data.word) ? await findAccount(read.data.email) : undefined;
  if (operatorId === undefined) throw new FaultError('thing.missing');
  return operatorId;
}
