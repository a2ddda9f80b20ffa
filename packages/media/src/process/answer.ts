import type { SoundDetail, CopyFault, PictureDetail, TextDetail } from '@highwater/domain';

/** First bytes of a process: it is ready to read. */
export const READY = Buffer.from('HWC1');

/** What a process makes; the parent knows types and names by itself. */
export type Answer =
  | { readonly made: 'audio'; readonly detail: SoundDetail; readonly body: Uint8Array }
  | { readonly made: 'picture'; readonly detail: PictureDetail; readonly body: Uint8Array }
  | { readonly made: 'text'; readonly detail: TextDetail; readonly body: Uint8Array }
  | { readonly absent: CopyFault };

/** Header length, header as JSON, body length, body; lengths are four bytes, big-endian. */
export function encodeAnswer(answer: Answer): Buffer[] {
  const header = Buffer.from(
    JSON.stringify('absent' in answer ? answer : { made: answer.made, detail: answer.detail }),
  );
  const body = 'absent' in answer ? new Uint8Array() : answer.body;
  return [lengthOf(header), header, lengthOf(body), Buffer.from(body.buffer, body.byteOffset, body.byteLength)];
}

function lengthOf(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.byteLength);
  return length;
}
