import type { MediaRef, MessageBody } from '@highwater/domain';
import { listRawFields } from './list-raw-fields.ts';
import { maskFileIds } from './mask-file-ids.ts';

type Unknown = Extract<MessageBody, { kind: 'unknown' }>;

/** A part that is kept as it came. `raw` may still hold sdkfileids; they are masked here. */
export function unknownBody(
  reason: Unknown['reason'],
  sourceType: string,
  raw: string,
  media: readonly MediaRef[],
): Unknown {
  const masked = maskFileIds(raw);
  return { kind: 'unknown', sourceType, reason, raw: masked, fields: listRawFields(masked), media, rest: 0 };
}
