/** PostgreSQL's text takes neither NUL nor lone surrogates. */
export function cleanText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
