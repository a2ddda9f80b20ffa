import { beginSegments, inTenant, saveProgress, type ClaimedMedia } from '@highwater/db';
import { FaultError, type CorpCredentials, type TenantId } from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';
import { askShard } from './ask-shard.ts';
import { createContentHash, type FileFacts } from './content-hash.ts';
import { CLAIM_MS } from './lanes.ts';
import { Overtaken } from './overtaken.ts';
import { dropUnknownSegment, putSegment, readSegments, type SegmentPlace } from './segments.ts';

export interface FileToReceive {
  readonly tenantId: TenantId;
  readonly media: ClaimedMedia;
  readonly corp: CorpCredentials;
  readonly sdkfileid: string;
}

/** A file of which all bytes are here or kept as segments. */
export interface ReceivedFile {
  readonly facts: FileFacts;
  /** As often as they are needed. */
  bytes(): AsyncIterable<Uint8Array>;
}

export interface ReceiveOptions {
  /** Whether the file goes on another time, asked after each kept shard, with the bytes that came so far. */
  readonly isEnough?: (receivedBytes: number) => boolean;
  readonly signal?: AbortSignal;
}

/**
 * Receives a file from where it stands. Every shard is kept, sealed, and counted in the file's row before the next is asked
 * for, so that a kill costs the shard in flight and any worker goes on; a file of one shard is not kept twice. Undefined
 * when it was enough for now. Throws Overtaken when somebody else goes on with the file; `media.too_large` as soon as more
 * than the largest allowed size has come; what the gateway and the store throw.
 */
export async function receiveFile(
  deps: ChainDeps,
  { tenantId, media, corp, sdkfileid }: FileToReceive,
  { isEnough = () => false, signal }: ReceiveOptions = {},
): Promise<ReceivedFile | undefined> {
  const place: SegmentPlace = { tenantId, mediaId: media.mediaId, round: media.spoilt };
  const demand = (held: boolean): void => {
    if (!held) throw new Overtaken();
  };
  let { segments, nextIndex, keepsSegments } = media;
  let receivedBytes = Number(media.receivedBytes);
  // Computed on the way when the file comes in one go, else over the segments.
  let hash = segments === 0 ? createContentHash() : undefined;
  let isComplete = segments > 0 && nextIndex === null;

  while (!isComplete) {
    if (signal?.aborted === true) return undefined;
    const shard = await askShard(deps.finance, corp, sdkfileid, nextIndex ?? '', signal);
    deps.failpoint('media.shard');
    receivedBytes += shard.bytes.length;
    if (receivedBytes > deps.settings.largestFileBytes) throw new FaultError('media.too_large');
    hash?.update(shard.bytes);
    if (shard.finished && segments === 0 && hash !== undefined) {
      return { facts: hash.finish(), bytes: () => one(shard.bytes) };
    }
    if (!keepsSegments) {
      demand(await inTenant(deps.database, tenantId, (tx) => beginSegments(tx, media)));
      keepsSegments = true;
    }
    if (shard.bytes.length > 0) {
      await putSegment(deps, place, segments, shard.bytes);
      segments += 1;
    }
    deps.failpoint('media.segment');
    nextIndex = shard.finished ? null : shard.nextIndex;
    isComplete = shard.finished;
    const progress = { segments, receivedBytes, nextIndex };
    const held = await inTenant(deps.database, tenantId, (tx) =>
      saveProgress(tx, media, progress, deps.clock.now() + CLAIM_MS),
    );
    if (!held) await dropUnknownSegment(deps, place, segments - 1);
    demand(held);
    if (!isComplete && isEnough(receivedBytes)) return undefined;
  }
  const bytes = () => readSegments(deps, place, segments);
  if (hash === undefined) {
    hash = createContentHash();
    for await (const part of bytes()) hash.update(part);
  }
  const facts = hash.finish();
  if (facts.size !== receivedBytes) throw new FaultError('object.damaged');
  return { facts, bytes };
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
