/** Characters of a text whose links and searched words are looked for: more than WeCom lets a person send. */
export const RICH_LENGTH = 6_000;

/** A text's beginning and what follows; joined they are the text. The cut stands between lines or words where there are any. */
export function cutText(text: string, length: number): readonly [head: string, rest: string] {
  if (text.length <= length) return [text, ''];
  const near = text.slice(length - 200, length);
  const space = Math.max(near.lastIndexOf('\n'), near.lastIndexOf(' '));
  let at = space < 0 ? length : length - 200 + space + 1;
  // Never between the halves of one character, nor between a picture and the marks that belong to it.
  while (at < text.length && /[\udc00-\udfff\u200d\ufe0f\u0300-\u036f]/.test(text.charAt(at))) at += 1;
  return [text.slice(0, at), text.slice(at)];
}
