import type { MessageView } from '../api/types.ts';
import { paths } from '../paths.ts';

const bare = (msgid: string): string => msgid.replace(/_(?:external|updown_stream)$/, '');

/** Addresses of the messages at hand by WeCom's msgid; a recall names it with or without its suffix. */
export function hrefByMsgid(items: readonly MessageView[]): (msgid: string) => string | null {
  const exact = new Map<string, string>();
  const loose = new Map<string, string>();
  for (const { msgid, messageId } of items) {
    if (msgid === '') continue;
    if (!exact.has(msgid)) exact.set(msgid, messageId);
    if (!loose.has(bare(msgid))) loose.set(bare(msgid), messageId);
  }
  return (msgid) => {
    const found = exact.get(msgid) ?? loose.get(bare(msgid));
    return found === undefined ? null : paths.message(found);
  };
}
