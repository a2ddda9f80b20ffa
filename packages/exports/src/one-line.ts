/** Names come from people: they must not add lines to a document. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
