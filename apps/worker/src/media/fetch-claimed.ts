import { openFileId } from '@highwater/crypto';
import { inTenant, LARGE_FILE_BYTES, releaseMedia, renewClaim, type ClaimedMedia, type MediaLane } from '@highwater/db';
import { FaultError, type Fault, type TenantId } from '@highwater/domain';
import { openCredentials } from '../connections/open-credentials.ts';
import type { ChainDeps } from '../deps.ts';
import { clearSegments } from './clear-segments.ts';
import type { FileFacts } from './content-hash.ts';
import { CLAIM_MS, RENEW_EVERY_MS } from './lanes.ts';
import { Overtaken } from './overtaken.ts';
import { receiveFile, type FileToReceive } from './receive-file.ts';
import { beginAnew, MOST_SPOILT, settleFailure, type Outcome } from './settle-failure.ts';
import { storeContent, type Agreement } from './store-content.ts';

export interface Turn {
  /** Whether others should get their turn now. */
  readonly isOver: () => boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Fetches a claimed file and writes down what became of it. Everything that it writes is bound to its claim, so that of
 * two that hold the same file, because one was taken for dead, the older stops and changes nothing. What is thrown is
 * unexpected or `database.unavailable`; the claim then runs out by itself.
 */
export async function fetchClaimed(
  deps: ChainDeps,
  tenantId: TenantId,
  media: ClaimedMedia,
  turn: Turn,
): Promise<Outcome> {
  const alive = keepClaim(deps, tenantId, media);
  const signal = turn.signal === undefined ? alive.lost : AbortSignal.any([alive.lost, turn.signal]);
  try {
    return await fetchAndStore(deps, tenantId, media, { ...turn, signal }).catch((error: unknown) => {
      if (!(error instanceof FaultError) || error.fault === 'database.unavailable') throw error;
      return settleFailure(deps, tenantId, media, error.fault);
    });
  } catch (error) {
    if (error instanceof Overtaken) return 'overtaken';
    throw error;
  } finally {
    alive.stop();
  }
}

async function fetchAndStore(
  deps: ChainDeps,
  tenantId: TenantId,
  media: ClaimedMedia,
  { isOver, signal }: Turn,
): Promise<Outcome> {
  const toReceive = await prepare(deps, tenantId, media);
  let lane: MediaLane = media.lane;
  const isEnough = (receivedBytes: number): boolean => {
    const grew = lane === 'small' && receivedBytes >= LARGE_FILE_BYTES;
    if (grew) lane = 'large';
    return grew || isOver();
  };
  const received = await receiveFile(deps, toReceive, { isEnough, ...(signal === undefined ? {} : { signal }) });
  if (received === undefined) {
    await inTenant(deps.database, tenantId, async (tx) => {
      if (!(await releaseMedia(tx, media, lane, deps.clock.now()))) throw new Overtaken();
      const { connectionId } = media;
      if (lane !== media.lane) await deps.enqueue(tx, 'fetch-media', { tenantId, connectionId, lane });
    });
    return 'released';
  }
  const agreement = compare(media, received.facts);
  if (agreement.fault !== null && media.spoilt + 1 < MOST_SPOILT) {
    await beginAnew(deps, tenantId, media, agreement.fault);
    return 'postponed';
  }
  await storeContent(deps, tenantId, media, received, agreement);
  await clearSegments(deps, tenantId, media.mediaId);
  return 'stored';
}

async function prepare(deps: ChainDeps, tenantId: TenantId, media: ClaimedMedia): Promise<FileToReceive> {
  if (media.sealedFileId === null) throw new FaultError('media.no_id');
  if (media.expectedSize !== null && BigInt(media.expectedSize) > BigInt(deps.settings.largestFileBytes))
    throw new FaultError('media.too_large');
  const opened = await openCredentials(deps, tenantId, media.connectionId);
  if (opened === undefined) throw new FaultError('thing.missing');
  const fileIdKey = await deps.tenantKeys.subkey(tenantId, 'sdkfileid');
  const sdkfileid = openFileId(fileIdKey, tenantId, media.mediaId, media.sealedFileId);
  return { tenantId, media, corp: opened.corp, sdkfileid };
}

function compare(media: ClaimedMedia, { size, md5 }: FileFacts): Agreement {
  const stated = media.expectedMd5?.toLowerCase() ?? '';
  const md5State = stated === '' ? 'absent' : stated === md5 ? 'agreed' : 'differed';
  const hasSize = media.expectedSize === null || BigInt(media.expectedSize) === BigInt(size);
  const fault: Fault | null = hasSize ? (md5State === 'differed' ? 'media.md5_differs' : null) : 'media.size_differs';
  return { md5State, fault };
}

/** Renews the claim while the file is fetched; `lost` is aborted when it is somebody else's. */
function keepClaim(
  deps: ChainDeps,
  tenantId: TenantId,
  media: ClaimedMedia,
): { readonly lost: AbortSignal; stop(): void } {
  const lost = new AbortController();
  const timer = setInterval(() => {
    const terms = { now: deps.clock.now(), claimMs: CLAIM_MS };
    inTenant(deps.database, tenantId, (tx) => renewClaim(tx, media, terms)).then(
      (held) => {
        if (!held) lost.abort();
      },
      // While the database cannot be asked, whatever is to be written finds out by itself.
      () => undefined,
    );
  }, RENEW_EVERY_MS);
  timer.unref();
  return { lost: lost.signal, stop: () => clearInterval(timer) };
}
