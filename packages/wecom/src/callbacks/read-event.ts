import { readXmlFields } from './read-xml-fields.ts';

/** What an event says, as far as anybody here looks. */
export interface WecomEvent {
  /** The corp that it is for. */
  readonly corpId: string;
  readonly event: string;
}

/** "There is something in the archive": says no more, and comes at most every 15 s. */
export const ARCHIVE_EVENT = 'msgaudit_notify';

/** The event of a deciphered message; undefined for what is none. */
export function readEvent(message: Uint8Array): WecomEvent | undefined {
  const fields = readXmlFields(message);
  const corpId = fields?.get('ToUserName');
  const event = fields?.get('Event');
  if (corpId === undefined || event === undefined || fields?.get('MsgType') !== 'event') return undefined;
  return { corpId, event };
}
