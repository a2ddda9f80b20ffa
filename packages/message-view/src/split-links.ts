export interface TextPart {
  readonly text: string;
  /** Set when the part is a web address that may be opened. */
  readonly url: string | null;
}

// Ends before spaces, quotes, brackets and Chinese punctuation; trailing sentence marks are cut off below.
const ADDRESS = /https?:\/\/[^\s<>"'`，。；：！？、（）《》「」『』【】“”‘’\u4e00-\u9fff]+/gi;

/** The address when it is http or https; null for every other scheme (javascript:, data:, file:). */
export function findWebUrl(address: string): URL | null {
  const url = URL.parse(address.trim());
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url : null;
}

/** Cuts a text at its web addresses; joined the parts are the text unchanged. */
export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(/[.,;:!?)\]}]+$/, '');
    if (findWebUrl(address) === null) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index), url: null });
    parts.push({ text: address, url: address });
    from = match.index + address.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), url: null });
  return parts;
}
