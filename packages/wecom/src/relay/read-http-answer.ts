/** A whole HTTP/1 answer: only its body is of interest, statuses are not looked at by the library either. */
export interface HttpAnswer {
  readonly body: Buffer;
}

/**
 * The answer in these bytes: undefined while more are needed, `broken` when it is no HTTP or ended too early.
 * `ended` says that no more will come: an answer without length goes up to there.
 */
export function readHttpAnswer(bytes: Buffer, ended: boolean): HttpAnswer | undefined | 'broken' {
  const unfinished = ended ? 'broken' : undefined;
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return unfinished;
  const head = bytes.toString('latin1', 0, headEnd);
  if (!/^HTTP\/1\.[01] \d{3}/.test(head)) return 'broken';
  const body = bytes.subarray(headEnd + 4);
  if (/\r\ntransfer-encoding:[ \t]*chunked[ \t]*(?:\r\n|$)/i.test(head)) {
    const joined = joinChunks(body);
    return joined === undefined ? unfinished : joined === 'broken' ? 'broken' : { body: joined };
  }
  const length = /\r\ncontent-length:[ \t]*(\d{1,15})[ \t]*(?:\r\n|$)/i.exec(head)?.[1];
  if (length === undefined) return ended ? { body } : undefined;
  if (body.length < Number(length)) return unfinished;
  return { body: body.subarray(0, Number(length)) };
}

function joinChunks(body: Buffer): Buffer | undefined | 'broken' {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = body.indexOf('\r\n', at);
    if (lineEnd < 0) return undefined;
    const size = /^([0-9a-fA-F]{1,8})(?:;|$)/.exec(body.toString('latin1', at, lineEnd))?.[1];
    if (size === undefined) return 'broken';
    const [start, length] = [lineEnd + 2, Number.parseInt(size, 16)];
    if (length === 0) return Buffer.concat(chunks);
    if (body.length < start + length + 2) return undefined;
    chunks.push(body.subarray(start, start + length));
    at = start + length + 2;
  }
}
