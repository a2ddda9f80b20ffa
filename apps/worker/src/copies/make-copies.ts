import { objectPlace, openObject } from '@highwater/crypto';
import {
  finishCopies,
  inTenant,
  listCopies,
  postponeCopies,
  saveCopies,
  startCopies,
  type ContentToCopy,
  type NewCopy,
} from '@highwater/db';
import { FaultError, faultOf, type MadeCopy } from '@highwater/domain';
import type { OpenPageDeps } from '../open/open-page.ts';
import { listCopyNames } from './copy-object.ts';
import { indexFileText } from './index-file-text.ts';
import { absentCopy, storeCopy, type CopyPlace } from './store-copy.ts';

/** How long an attempt is left alone before the sweep takes it for lost. */
const ATTEMPT_MS = 15 * 60_000;
/** A content at which the process died as often is left without copies. */
const MOST_ATTEMPTS = 3;
/** While the store or the decoding process cannot be used at all. */
const WAIT_MS = 5 * 60_000;

/**
 * Makes the copies of a content, keeps them sealed beside it, and has the messages that carry it found by its text.
 *
 * Harmless to repeat and to kill: an object's name follows from content, copy and maker, so a second attempt replaces
 * what the first left; the rows change in one statement's transaction after all objects are stored; only then what no row
 * names is deleted, and only after that the content counts as done. A content that killed three attempts is left without.
 */
export async function makeCopies(
  deps: OpenPageDeps,
  place: Omit<CopyPlace, 'makerVersion'>,
  signal?: AbortSignal,
): Promise<void> {
  const { tenantId, sha256 } = place;
  const makerVersion = deps.copies.version;
  const until = deps.clock.now() + ATTEMPT_MS;
  const content = await inTenant(deps.database, tenantId, (tx) => startCopies(tx, sha256, makerVersion, until));
  if (content === undefined) return;
  if (content.copiesVersion < makerVersion) {
    const isMade = await makeOnce(deps, { ...place, makerVersion }, content, signal);
    if (!isMade) return;
  }
  await indexFileText(deps, await deps.messageKeys(tenantId), sha256, makerVersion, signal);
  await inTenant(deps.database, tenantId, (tx) => finishCopies(tx, sha256, makerVersion, deps.clock.now()));
  deps.failpoint('copies.committed');
}

/** False when it has to wait, for a reason that is not the content's. */
async function makeOnce(
  deps: OpenPageDeps,
  place: CopyPlace,
  content: ContentToCopy,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const { tenantId, sha256, makerVersion } = place;
  const known = await inTenant(deps.database, tenantId, (tx) => listCopies(tx, [sha256]));
  const wanted = deps.copies.maker.wants(content.contentType, content.fileName);
  if (known.length === 0 || known.some((row) => row.makerVersion !== makerVersion)) {
    let copies: readonly NewCopy[];
    try {
      if (content.attempts > MOST_ATTEMPTS) copies = wanted.map((copy) => absentCopy(copy, 'copy.too_costly'));
      else if (wanted.length === 0) copies = [];
      else copies = await storeAll(deps, place, await makeAll(deps, place, content, signal));
    } catch (error) {
      const fault = faultOf(error);
      if (fault === 'object.damaged' || fault === 'object.missing') {
        // The original itself is not there as it was stored: no attempt brings that back, and the checker of originals says so.
        copies = wanted.map((copy) => absentCopy(copy, 'copy.unreadable'));
      } else {
        deps.log.warn('copies postponed', { tenantId, fault });
        // What we stumble over ourselves counts as an attempt: it would come again.
        const counts = !(error instanceof FaultError) && signal?.aborted !== true;
        const until = deps.clock.now() + (signal?.aborted === true ? 0 : WAIT_MS);
        await inTenant(deps.database, tenantId, (tx) => postponeCopies(tx, sha256, until, counts));
        return false;
      }
    }
    deps.failpoint('copies.stored');
    await inTenant(deps.database, tenantId, (tx) =>
      saveCopies(tx, { sha256, makerVersion, copies, now: deps.clock.now() }),
    );
  }
  // The usual content has no attempt and no maker before this one, and nothing to take away.
  if (content.attempts > 1 || content.copiesVersion > 0) await deleteUnnamed(deps, place);
  return true;
}

/** Throws what reading the original threw, whatever the maker made of that. */
async function makeAll(
  deps: OpenPageDeps,
  { tenantId }: CopyPlace,
  content: ContentToCopy,
  signal: AbortSignal | undefined,
): Promise<readonly MadeCopy[]> {
  const key = await deps.tenantKeys.subkey(tenantId, 'object');
  const sealed = await deps.objects.get(content.objectName);
  const failures: unknown[] = [];
  async function* readOriginal(): AsyncGenerator<Uint8Array> {
    try {
      yield* openObject(key, objectPlace(tenantId, content.objectName), sealed);
    } catch (error) {
      failures.push(error);
      throw error;
    }
  }
  const { contentType, fileName } = content;
  const source = { bytes: readOriginal(), size: Number(content.size), contentType, fileName };
  try {
    return await deps.copies.maker.make(source, signal);
  } catch (error) {
    throw failures[0] ?? error;
  } finally {
    if (failures[0] instanceof FaultError)
      deps.log.warn('original not readable', { tenantId, fault: failures[0].fault });
  }
}

async function storeAll(deps: OpenPageDeps, place: CopyPlace, made: readonly MadeCopy[]): Promise<NewCopy[]> {
  const copies: NewCopy[] = [];
  for (const copy of made) copies.push(await storeCopy(deps, place, copy));
  return copies;
}

/** Objects of an attempt that died and of makers before this one. */
async function deleteUnnamed(deps: OpenPageDeps, { tenantId, sha256, makerVersion }: CopyPlace): Promise<void> {
  const rows = await inTenant(deps.database, tenantId, (tx) => listCopies(tx, [sha256]));
  const named = new Set(rows.map(({ objectName }) => objectName));
  const nameKey = await deps.tenantKeys.subkey(tenantId, 'object-name');
  for (const name of listCopyNames(nameKey, sha256, makerVersion)) {
    if (!named.has(name)) await deps.objects.delete(name);
  }
}
