/** Text lines of UTF-8 blocks, without their line feeds; a last line without one counts too. */
export async function* splitLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let pieces: string[] = [];
  for await (const block of bytes) {
    const lines = decoder.decode(block, { stream: true }).split('\n');
    const rest = lines.pop() ?? '';
    for (const line of lines) {
      pieces.push(line);
      yield pieces.join('');
      pieces = [];
    }
    pieces.push(rest);
  }
  pieces.push(decoder.decode());
  const last = pieces.join('');
  if (last !== '') yield last;
}
