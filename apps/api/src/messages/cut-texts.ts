import type { CanonicalMessage } from '@highwater/domain';

/** A message of which no text is longer than `most` UTF-16 code units: for lists, which show the beginning. */
export function cutTexts(message: CanonicalMessage, most: number): CanonicalMessage {
  let isLong = false;
  const text = JSON.stringify(message, (_name, value: unknown) => {
    if (typeof value !== 'string' || value.length <= most) return value;
    isLong = true;
    return value.slice(0, most).toWellFormed();
  });
  return isLong ? (JSON.parse(text) as CanonicalMessage) : message;
}
