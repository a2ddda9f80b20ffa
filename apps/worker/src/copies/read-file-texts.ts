import { openFileText } from '@highwater/crypto';
import { findFileText, listTextFiles, type TenantTx } from '@highwater/db';
import { FaultError, type MessageId } from '@highwater/domain';
import type { MessageKeys } from '../open/message-keys.ts';

/** Of a file this many characters are kept and found. */
export const LONGEST_FILE_TEXT = 200_000;

/**
 * A reader of the texts of the messages' files, as far as there are any; the last text stays in memory. A text that
 * does not open any more is left out.
 */
export async function readFileTexts(
  tx: TenantTx,
  keys: MessageKeys,
  messageIds: readonly MessageId[],
): Promise<(messageId: MessageId) => Promise<readonly string[]>> {
  const ofMessage = Map.groupBy(await listTextFiles(tx, messageIds), ({ messageId }) => messageId);
  let last: { readonly sha256: string; readonly text: string | undefined } | undefined;
  return async (messageId) => {
    const texts: string[] = [];
    for (const { sha256 } of ofMessage.get(messageId) ?? []) {
      if (last?.sha256 !== sha256) last = { sha256, text: await openText(tx, keys, sha256) };
      if (last.text !== undefined) texts.push(last.text);
    }
    return texts;
  };
}

async function openText(tx: TenantTx, keys: MessageKeys, sha256: string): Promise<string | undefined> {
  const sealed = await findFileText(tx, sha256);
  if (sealed === undefined) return undefined;
  try {
    return openFileText(keys.plaintext, keys.tenantId, sha256, sealed);
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    return undefined;
  }
}
