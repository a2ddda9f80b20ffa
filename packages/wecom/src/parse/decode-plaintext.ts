const decoder = new TextDecoder('utf-8');

/** UTF-8 with replacement characters; a byte order mark and the NULs of a C string at the end are not part of the text. */
export function decodePlaintext(bytes: Uint8Array): string {
  const text = decoder.decode(bytes);
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end--;
  return text.slice(0, end);
}
