/** How the text of an envelope is cut up; lengths in characters. */
export interface KeyInfo {
  readonly k1: Uint8Array | null;
  readonly preLength: number;
  readonly endLength: number;
  readonly noiseLength: number;
}

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;

/** Reads protobuf `SdkKeyInfo {string k1=1; int32 pre_len=2; int32 end_len=3; int32 s_len=4}`; null when it is none. */
export function readKeyInfo(bytes: Uint8Array): KeyInfo | null {
  let k1: Uint8Array | null = null;
  const lengths = [0, 0, 0];
  let at = 0;

  function readVarint(): bigint | null {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[at++];
      if (byte === undefined) return null;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    return null;
  }

  while (at < bytes.length) {
    const tag = readVarint();
    if (tag === null || tag >> 3n === 0n) return null;
    const field = Number(BigInt.asUintN(32, tag >> 3n));
    const wireType = Number(tag & 7n);
    if (wireType === VARINT) {
      const value = readVarint();
      if (value === null) return null;
      if (field >= 2 && field <= 4) lengths[field - 2] = Number(BigInt.asIntN(32, value));
    } else if (wireType === BYTES) {
      const size = readVarint();
      if (size === null || size > BigInt(bytes.length - at)) return null;
      const end = at + Number(size);
      if (field === 1) k1 = bytes.subarray(at, end);
      at = end;
    } else if (wireType === FIXED64 || wireType === FIXED32) {
      at += wireType === FIXED64 ? 8 : 4;
      if (at > bytes.length) return null;
    } else {
      return null;
    }
  }
  const [preLength = 0, endLength = 0, noiseLength = 0] = lengths;
  return { k1, preLength, endLength, noiseLength };
}
