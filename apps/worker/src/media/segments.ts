import { createObjectSealer, keyedId, objectPlace, openObject } from '@highwater/crypto';
import { findSegmentHolder, inTenant } from '@highwater/db';
import type { MediaId, TenantId } from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';

type SegmentDeps = Pick<ChainDeps, 'objects' | 'tenantKeys'>;

/** Segments of a file, each one shard, sealed and bound to its place. `round` changes when it begins anew. */
export interface SegmentPlace {
  readonly tenantId: TenantId;
  readonly mediaId: MediaId;
  readonly round: number;
}

/** `segments/<keyed id of the file>/<round>/<number from 0>` */
export async function segmentName(
  deps: Pick<ChainDeps, 'tenantKeys'>,
  { tenantId, mediaId, round }: SegmentPlace,
  number: number,
): Promise<string> {
  const nameKey = await deps.tenantKeys.subkey(tenantId, 'object-name');
  return `segments/${keyedId(nameKey, 'segment', mediaId)}/${round}/${number}`;
}

export async function putSegment(
  deps: SegmentDeps,
  place: SegmentPlace,
  number: number,
  bytes: Uint8Array,
): Promise<void> {
  const name = await segmentName(deps, place, number);
  const objectKey = await deps.tenantKeys.subkey(place.tenantId, 'object');
  const seal = createObjectSealer(objectKey, objectPlace(place.tenantId, name));
  await deps.objects.put(name, seal(one(bytes)));
}

/** The bytes of segments 0 to `count` - 1. Throws `object.missing` and `object.damaged`. */
export async function* readSegments(deps: SegmentDeps, place: SegmentPlace, count: number): AsyncGenerator<Uint8Array> {
  const objectKey = await deps.tenantKeys.subkey(place.tenantId, 'object');
  for (let number = 0; number < count; number += 1) {
    const name = await segmentName(deps, place, number);
    yield* openObject(objectKey, objectPlace(place.tenantId, name), await deps.objects.get(name));
  }
}

/** Deletes segments 0 to `count`: one more than are counted may be there. */
export async function deleteSegments(deps: SegmentDeps, place: SegmentPlace, count: number): Promise<void> {
  for (let number = 0; number <= count; number += 1) await deps.objects.delete(await segmentName(deps, place, number));
}

/** Deletes a segment that was put after somebody else had taken the file, unless it stands for one that is counted there. */
export async function dropUnknownSegment(
  deps: SegmentDeps & Pick<ChainDeps, 'database'>,
  place: SegmentPlace,
  number: number,
): Promise<void> {
  const kept = await inTenant(deps.database, place.tenantId, (tx) => findSegmentHolder(tx, place.mediaId));
  const isKnown = kept?.state === 'wanted' && kept.spoilt === place.round && number <= kept.segments;
  if (!isKnown && number >= 0) await deps.objects.delete(await segmentName(deps, place, number));
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
