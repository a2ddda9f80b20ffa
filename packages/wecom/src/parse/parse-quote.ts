import type { QuotedText } from '@highwater/domain';

const COLON = '[:：]';
const FROM_WECOM = new RegExp(
  `^(?:这是一条引用/回复消息|This is a quote/reply)\\s*${COLON}[ \\t]*\\r?\\n["“]([^\\n]*?)${COLON}\\r?\\n([\\s\\S]*?)["”]\\r?\\n-{6}\\r?\\n([\\s\\S]*)$`,
  'i',
);
const FROM_WECHAT = new RegExp(
  `^[「“"]([^\\n:：]+)${COLON}([\\s\\S]*?)[」”"]\\r?\\n(?:- ){14}-[ \\t]*\\r?\\n([\\s\\S]*)$`,
);

/** The quoted part of a reply by its layout (reference §3.6), for display only: anybody can type the same layout. */
export function parseQuote(text: string): QuotedText | null {
  const match = FROM_WECOM.exec(text) ?? FROM_WECHAT.exec(text);
  if (match === null) return null;
  const [, name = '', quoted = '', reply = ''] = match;
  return { name: name.trim(), quoted, reply };
}
