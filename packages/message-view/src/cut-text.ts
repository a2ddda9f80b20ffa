/** Characters of a text whose links and searched words are looked for: more than WeCom lets a person send. */
export const RICH_LENGTH = 6_000;

/** The second half of a character, what joins two pictures, and marks upon a character. */
const BELONGS_BEFORE = /^(?:[\udc00-\udfff]|\u200d|\p{Mn})/u;

/** A text's beginning and what follows; joined they are the text. The cut stands between lines or words where there are any. */
export function cutText(text: string, length: number): readonly [head: string, rest: string] {
  if (text.length <= length) return [text, ''];
  const from = Math.max(0, length - 200);
  const near = text.slice(from, length);
  const space = Math.max(near.lastIndexOf('\n'), near.lastIndexOf(' '));
  let at = space < 0 ? length : from + space + 1;
  while (at < text.length && BELONGS_BEFORE.test(text.charAt(at))) at += 1;
  return [text.slice(0, at), text.slice(at)];
}
