/** Names come from people: in a mail they must not end a header or add lines. At most `longest` UTF-16 units. */
export function oneLine(text: string, longest = 80): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  if (line.length <= longest) return line.toWellFormed();
  return `${line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`.toWellFormed();
}
