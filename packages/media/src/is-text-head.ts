// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000e-\u001f]/;
/** What Chinese text in a Chinese encoding consists of; other bytes decode to anything, but rarely to this alone. */
const CHINESE_TEXT =
  /^[\t\n\r\u0020-\u007e\u00a0-\u00ff\u2000-\u206f\u2190-\u22ff\u2460-\u27bf\u3000-\u303f\u3105-\u312f\u4e00-\u9fff\uff00-\uffef\u20ac]+$/;
/** Bytes that need no proof: two of anything may be a character. */
const LEAST_CHINESE_BYTES = 4;

/** Whether a file that begins like this is text: UTF-8, UTF-16 with its mark, or Chinese as GB18030. */
export function isTextHead(head: Uint8Array): boolean {
  if (head.length === 0) return false;
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return hasNoControls(decode(head, 'utf-16le'));
  if (first === 0xfe && second === 0xff) return hasNoControls(decode(head, 'utf-16be'));
  if (hasNoControls(decode(head, 'utf-8'))) return true;
  return head.length >= LEAST_CHINESE_BYTES && CHINESE_TEXT.test(decode(head, 'gb18030') ?? '');
}

function hasNoControls(text: string | undefined): boolean {
  return text !== undefined && !CONTROLS.test(text);
}

/** `stream` forgives a character that the cut went through. */
function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}
