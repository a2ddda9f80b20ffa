import type { ConnectionId, MediaId, MessageId } from '@highwater/domain';
import { newId, ROW_TIME } from '@highwater/testkit';
import type * as db from '../../index.ts';
import { insertMedia } from '../../media/insert-media.ts';

/** The one claim that a seeded file that is being fetched is held by. */
export const SEED_CLAIM = 1;

/** Files in every state of fetching: being fetched, waiting for a person, given up with segments left, stored long ago; and two unfinished contents. */
export async function seedMedia(tx: db.TenantTx, connectionId: ConnectionId, messageId: MessageId) {
  const [heldMediaId, blockedMediaId, leftMediaId, oldMediaId] = [1, 2, 3, 4].map(() => newId<MediaId>()) as [
    MediaId,
    MediaId,
    MediaId,
    MediaId,
  ];
  const at = new Date(ROW_TIME);
  const set = (mediaId: MediaId, columns: string, values: readonly unknown[] = []) =>
    tx.query(`UPDATE hw.media SET ${columns} WHERE tenant_id = $1 AND media_id = $2`, [
      tx.tenantId,
      mediaId,
      ...values,
    ]);
  for (const [mediaId, path] of [
    [heldMediaId, 'held'],
    [blockedMediaId, 'blocked'],
    [leftMediaId, 'left'],
    [oldMediaId, 'old'],
  ] as const)
    await insertMedia(tx, connectionId, [mediaOf(messageId, mediaId, path)], ROW_TIME);
  await set(heldMediaId, 'claims = $3, claimed_until = $4, keeps_segments = true', [SEED_CLAIM, at]);
  await set(blockedMediaId, 'is_blocked = true, expires_at = $3', [at]);
  await set(leftMediaId, "state = 'absent', keeps_segments = true, segments = 2");
  const [oldSha256, unfinishedSha256, removingSha256] = ['a', 'b', 'c'].map((digit) => digit.repeat(64)) as [
    string,
    string,
    string,
  ];
  await set(
    oldMediaId,
    "state = 'stored', object_name = 'media/old', sha256 = $3, size = 3, content_type = 'image/png', stored_at = $4",
    [oldSha256, at],
  );
  for (const [sha256, state] of [
    [unfinishedSha256, 'writing'],
    [removingSha256, 'removing'],
  ])
    await tx.query(
      `INSERT INTO hw.contents (tenant_id, sha256, object_name, size, content_type, state, begun_at)
       VALUES ($1, $2, $2, 3, 'image/png', $3, $4)`,
      [tx.tenantId, sha256, state, at],
    );
  return { heldMediaId, leftMediaId, unfinishedSha256, removingSha256 };
}

export function mediaOf(messageId: MessageId, mediaId: MediaId, path = 'image'): db.NewMedia {
  return {
    mediaId,
    messageId,
    path,
    mediaKind: 'image',
    fileName: null,
    extension: 'png',
    expectedSize: '3',
    expectedMd5: null,
    sealedFileId: Buffer.from('sealed'),
    state: 'wanted',
    fault: null,
  };
}
