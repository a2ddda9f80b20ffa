import { createObjectSealer, keyedId, objectPlace, openFileId } from '@highwater/crypto';
import {
  inTenant,
  markMediaAbsent,
  markMediaStored,
  postponeMedia,
  raiseFinding,
  resolveFindings,
  startMediaAttempt,
  type MediaToFetch,
} from '@highwater/db';
import { FaultError, faultOf, type Fault, type MediaId, type TenantId } from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';
import { openCredentials } from '../connections/open-credentials.ts';
import { receiveFile, type ReceivedFile } from './receive-file.ts';

/** How long an attempt is left alone before the sweep takes it for lost. */
const ATTEMPT_MS = 60 * 60_000;
/** A differing hash may heal (WeCom's answer to the second asking was right in the field); after these it is kept as it is. */
const MOST_MISMATCHES = 3;
const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 60 * 60_000;

/** Nothing that we do brings these files back. */
const GONE: readonly Fault[] = ['media.expired', 'media.bad_id', 'media.no_id', 'media.too_large'];
/** A full or unusable store keeps every file waiting: the tenant is told, and the next file that is kept says it is over. */
const NO_ROOM: Fault = 'storage.unavailable';
/** Worth a few tries: single files were seen to fail for no visible reason. */
const GONE_AFTER_TRIES: readonly Fault[] = ['media.undecryptable'];

/**
 * Fetches one file into the object store, sealed, and says where it is or why it is not.
 *
 * Harmless to repeat and to kill: the object's name is derived from the file's id, so a second attempt replaces what
 * the first left; the row changes only while it is `wanted`, in one statement after the object is stored whole.
 */
export async function fetchMedia(
  deps: ChainDeps,
  tenantId: TenantId,
  mediaId: MediaId,
  signal?: AbortSignal,
): Promise<void> {
  const started = deps.clock.now();
  const media = await inTenant(deps.database, tenantId, (tx) => startMediaAttempt(tx, mediaId, started + ATTEMPT_MS));
  if (media === undefined) return;
  let stored: { readonly file: ReceivedFile; readonly objectName: string };
  try {
    stored = await storeFile(deps, tenantId, mediaId, media, signal);
  } catch (error) {
    if (!(error instanceof FaultError) || error.fault === 'database.unavailable') throw error;
    await giveUpOrPostpone(deps, tenantId, mediaId, media, faultOf(error));
    return;
  }
  deps.failpoint('media.stored');

  const mismatch = findMismatch(media, stored.file);
  if (mismatch !== null && media.attempts < MOST_MISMATCHES) {
    await postpone(deps, tenantId, mediaId, media, mismatch);
    return;
  }
  const { size, sha256, contentType } = stored.file;
  const kept = { objectName: stored.objectName, size, sha256, contentType, fault: mismatch };
  await inTenant(deps.database, tenantId, async (tx) => {
    const now = deps.clock.now();
    await markMediaStored(tx, mediaId, kept, now);
    await resolveFindings(tx, [NO_ROOM], `connection:${media.connectionId}`, now);
  });
  deps.failpoint('media.committed');
}

async function storeFile(
  deps: ChainDeps,
  tenantId: TenantId,
  mediaId: MediaId,
  media: MediaToFetch,
  signal: AbortSignal | undefined,
): Promise<{ file: ReceivedFile; objectName: string }> {
  const largest = deps.settings.largestFileBytes;
  if (media.sealedFileId === null) throw new FaultError('media.no_id');
  if (media.expectedSize !== null && BigInt(media.expectedSize) > BigInt(largest))
    throw new FaultError('media.too_large');
  const opened = await openCredentials(deps, tenantId, media.connectionId);
  if (opened === undefined) throw new FaultError('thing.missing');
  const fileIdKey = await deps.tenantKeys.subkey(tenantId, 'sdkfileid');
  const sdkfileid = openFileId(fileIdKey, tenantId, mediaId, media.sealedFileId);

  const nameKey = await deps.tenantKeys.subkey(tenantId, 'object-name');
  const objectName = `media/${keyedId(nameKey, 'media', mediaId)}`;
  const seal = createObjectSealer(await deps.tenantKeys.subkey(tenantId, 'object'), objectPlace(tenantId, objectName));
  const options = { largest, extension: media.extension, ...(signal === undefined ? {} : { signal }) };
  const received = receiveFile(deps, opened.corp, sdkfileid, options);
  await deps.objects.put(objectName, seal(received.bytes));
  return { file: received.finished(), objectName };
}

function findMismatch(media: MediaToFetch, file: ReceivedFile): Fault | null {
  if (media.expectedSize !== null && BigInt(media.expectedSize) !== BigInt(file.size)) return 'media.size_differs';
  const stated = media.expectedMd5?.toLowerCase() ?? '';
  return stated !== '' && stated !== file.md5 ? 'media.md5_differs' : null;
}

async function giveUpOrPostpone(
  deps: ChainDeps,
  tenantId: TenantId,
  mediaId: MediaId,
  media: MediaToFetch,
  fault: Fault,
): Promise<void> {
  deps.log.warn('file not fetched', { tenantId, mediaId, fault, attempt: media.attempts });
  if (fault === NO_ROOM) {
    const finding = { fault, subject: `connection:${media.connectionId}`, detail: {}, now: deps.clock.now() };
    await inTenant(deps.database, tenantId, (tx) => raiseFinding(tx, finding));
  }
  const isGone = GONE.includes(fault) || (GONE_AFTER_TRIES.includes(fault) && media.attempts >= MOST_MISMATCHES);
  if (isGone) await inTenant(deps.database, tenantId, (tx) => markMediaAbsent(tx, mediaId, fault));
  else await postpone(deps, tenantId, mediaId, media, fault);
}

/** Doubles with each attempt, with jitter; the sweep fetches it when its time has come. */
async function postpone(
  deps: ChainDeps,
  tenantId: TenantId,
  mediaId: MediaId,
  media: MediaToFetch,
  fault: Fault,
): Promise<void> {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(media.attempts - 1, 20));
  const nextTryAt = Math.round(deps.clock.now() + wait * (0.75 + Math.random() / 2));
  await inTenant(deps.database, tenantId, (tx) => postponeMedia(tx, mediaId, fault, nextTryAt));
}
