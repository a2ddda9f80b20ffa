import { readFields, writeInteger, writeString } from './protobuf.ts';

/** The protobuf inside encrypt_key: the key of the text and how noise was mixed into it. Lengths count characters of the sealed text. */
export interface KeyInfo {
  readonly k1: Uint8Array;
  readonly preLength: number;
  readonly endLength: number;
  readonly splitLength: number;
}

export function writeKeyInfo(info: KeyInfo): Buffer {
  return Buffer.concat([
    writeString(1, info.k1),
    writeInteger(2, BigInt(info.preLength)),
    writeInteger(3, BigInt(info.endLength)),
    writeInteger(4, BigInt(info.splitLength)),
  ]);
}

/** Absent fields are empty and zero, unknown ones ignored, as in the vendor's library; undefined when it is no protobuf. */
export function readKeyInfo(bytes: Buffer): KeyInfo | undefined {
  const fields = readFields(bytes);
  if (!fields) return undefined;
  const length = (number: number): number => {
    const found = fields.findLast((field) => field.number === number && 'integer' in field);
    return found && 'integer' in found ? Number(BigInt.asIntN(32, found.integer)) : 0;
  };
  const k1 = fields.findLast((field) => field.number === 1 && 'bytes' in field);
  return {
    k1: k1 && 'bytes' in k1 ? k1.bytes : Buffer.alloc(0),
    preLength: length(2),
    endLength: length(3),
    splitLength: length(4),
  };
}
