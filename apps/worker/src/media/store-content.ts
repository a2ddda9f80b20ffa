import { createHash } from 'node:crypto';
import { createObjectSealer, keyedId, objectPlace } from '@highwater/crypto';
import {
  beginContent,
  finishContent,
  inTenant,
  markMediaStored,
  resolveFindings,
  unblockMedia,
  type ClaimedMedia,
  type Md5State,
} from '@highwater/db';
import { FaultError, type Fault, type TenantId } from '@highwater/domain';
import { sniffContentType } from '@highwater/media';
import type { ChainDeps } from '../deps.ts';
import { afterStored } from './after-stored.ts';
import { Overtaken } from './overtaken.ts';
import type { ReceivedFile } from './receive-file.ts';

/** How the bytes compare with what the message announced. */
export interface Agreement {
  readonly md5State: Md5State;
  readonly fault: Fault | null;
}

/**
 * Keeps a received file: one object per content of a tenant. The content's row comes before its object and says `stored`
 * only after it, together with the file's row, so that no object is ever unknown and no row names one that is not there;
 * killed in between, the same is done again. A content that is there already is linked, and nothing is written.
 */
export async function storeContent(
  deps: ChainDeps,
  tenantId: TenantId,
  media: ClaimedMedia,
  { facts, bytes }: ReceivedFile,
  { md5State, fault }: Agreement,
): Promise<void> {
  const { sha256, md5, size } = facts;
  const contentType = sniffContentType(facts.head, media.extension);
  const nameKey = await deps.tenantKeys.subkey(tenantId, 'object-name');
  const content = { sha256, md5, size, contentType, objectName: `media/${keyedId(nameKey, 'content', sha256)}` };
  const { objectName, state } = await inTenant(deps.database, tenantId, (tx) =>
    beginContent(tx, content, deps.clock.now()),
  );
  // Over in a moment: its leftovers are being deleted.
  if (state === 'removing') throw new FaultError('media.pending');
  deps.failpoint('media.content');
  if (state === 'writing') {
    const objectKey = await deps.tenantKeys.subkey(tenantId, 'object');
    const seal = createObjectSealer(objectKey, objectPlace(tenantId, objectName));
    await deps.objects.put(objectName, seal(demandHash(bytes(), sha256)));
  }
  deps.failpoint('media.stored');
  await inTenant(deps.database, tenantId, async (tx) => {
    const now = deps.clock.now();
    const kept = { objectName, size, sha256, contentType, fault, md5State };
    // Both or neither: a content that belongs to no file stays `writing` and is cleared.
    if (!(await finishContent(tx, sha256, now)) || !(await markMediaStored(tx, media.mediaId, kept, now, media.claim)))
      throw new Overtaken();
    if (media.isBlocked) await unblockMedia(tx, media.connectionId, now);
    await resolveFindings(tx, ['storage.unavailable'], `connection:${media.connectionId}`, now);
    await afterStored(deps, tx, sha256);
  });
  deps.failpoint('media.committed');
}

/** The bytes as they are; throws `object.damaged` at their end when they are not those that were compared. */
async function* demandHash(bytes: AsyncIterable<Uint8Array>, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const part of bytes) {
    hash.update(part);
    yield part;
  }
  if (hash.digest('hex') !== sha256) throw new FaultError('object.damaged');
}
