import { FaultError } from '@highwater/domain';

/** The framed protocol of docs/helper-protocol.md, this side of it. All numbers are big-endian. */
export const REQUEST = { ping: 1, init: 2, chat: 3, decrypt: 4, media: 5 } as const;
export type RequestType = (typeof REQUEST)[keyof typeof REQUEST];

export const MOST_FRAME_BYTES = 64 * 1024 * 1024;
const ANSWER = 0x80;
const HEADER_BYTES = 5;
const ANSWER_SIZES = [4, 8, undefined, undefined, 1] as const;
const KNOWN_TYPES: ReadonlySet<number> = new Set(Object.values(REQUEST));

/** One answer as it came. */
export interface AnswerFrame {
  readonly type: RequestType;
  /** The number that the request carried. */
  readonly call: number;
  readonly code: number;
  /** Resident memory of the helper; 0 where the system does not tell. */
  readonly memoryBytes: number;
  readonly bytes: Uint8Array;
  readonly nextIndex: string;
  readonly finished: boolean;
}

/** Four bytes for a number, eight for a bigint, UTF-8 for text. Text is sent as it is: the helper refuses NULs. */
export type RequestField = string | number | bigint;

/** Throws a RangeError when the frame would be longer than the helper takes. */
export function encodeRequest(type: RequestType, call: number, fields: readonly RequestField[]): Buffer {
  const bodies = fields.map(encodeField);
  const size = bodies.reduce((sum, body) => sum + 4 + body.length, HEADER_BYTES);
  if (size > MOST_FRAME_BYTES) throw new RangeError('a frame has 64 MiB at most');
  const frame = Buffer.alloc(4 + size);
  frame.writeUInt32BE(size, 0);
  frame.writeUInt8(type, 4);
  frame.writeUInt32BE(call, 5);
  let at = 4 + HEADER_BYTES;
  for (const body of bodies) {
    at = frame.writeUInt32BE(body.length, at);
    at += body.copy(frame, at);
  }
  return frame;
}

function encodeField(field: RequestField): Buffer {
  if (typeof field === 'string') return Buffer.from(field, 'utf8');
  const body = Buffer.alloc(typeof field === 'bigint' ? 8 : 4);
  if (typeof field === 'bigint') body.writeBigUInt64BE(field);
  else body.writeUInt32BE(field);
  return body;
}

export interface AnswerReader {
  /** Answers that are complete with these bytes. Throws `helper.died` at bytes that no helper sends, then and ever after. */
  push(chunk: Uint8Array): readonly AnswerFrame[];
}

/** Joins chunks once per frame, so that a large answer in small pieces costs no more than its bytes. */
export function createAnswerReader(): AnswerReader {
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted = 4;
  let broken: FaultError | undefined;

  function join(): Buffer {
    const joined = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
    chunks = [joined];
    return joined;
  }

  function take(): AnswerFrame | undefined {
    if (held < wanted) return undefined;
    const joined = join();
    const size = joined.readUInt32BE(0);
    if (size < HEADER_BYTES || size > MOST_FRAME_BYTES) throw refuse('length');
    wanted = 4 + size;
    if (held < wanted) return undefined;
    const frame = readAnswer(joined.subarray(4, wanted));
    const rest = joined.subarray(wanted);
    chunks = rest.length === 0 ? [] : [rest];
    held = rest.length;
    wanted = 4;
    return frame;
  }

  return {
    push(chunk) {
      if (broken !== undefined) throw broken;
      chunks.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
      held += chunk.byteLength;
      const frames: AnswerFrame[] = [];
      try {
        for (let frame = take(); frame !== undefined; frame = take()) frames.push(frame);
      } catch (error) {
        chunks = [];
        broken = error instanceof FaultError ? error : refuse('unreadable', error);
        throw broken;
      }
      return frames;
    },
  };
}

function readAnswer(frame: Buffer): AnswerFrame {
  const type = frame.readUInt8(0) - ANSWER;
  if (!isRequestType(type)) throw refuse('type');
  const fields: Buffer[] = [];
  let at = HEADER_BYTES;
  for (const size of ANSWER_SIZES) {
    if (frame.length - at < 4) throw refuse('field');
    const length = frame.readUInt32BE(at);
    at += 4;
    if (length > frame.length - at || (size !== undefined && size !== length)) throw refuse('field');
    fields.push(frame.subarray(at, at + length));
    at += length;
  }
  const [code, memory, bytes, index, finished] = fields;
  if (at !== frame.length || !code || !memory || !bytes || !index || !finished) throw refuse('field');
  return {
    type,
    call: frame.readUInt32BE(1),
    code: code.readInt32BE(0),
    memoryBytes: Number(memory.readBigUInt64BE(0)),
    bytes,
    nextIndex: index.toString('latin1'),
    finished: finished.readUInt8(0) === 1,
  };
}

function isRequestType(type: number): type is RequestType {
  return KNOWN_TYPES.has(type);
}

function refuse(frame: string, cause?: unknown): FaultError {
  return new FaultError('helper.died', cause === undefined ? { detail: { frame } } : { detail: { frame }, cause });
}
