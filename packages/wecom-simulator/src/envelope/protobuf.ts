/** The few protobuf rules that the envelope and the sdkfileid need: varints and length-delimited strings. */
export type ProtobufField =
  | { readonly number: number; readonly integer: bigint }
  | { readonly number: number; readonly bytes: Buffer };

export function writeVarint(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  while (rest > 0x7fn) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Buffer.from(bytes);
}

export function writeInteger(number: number, value: bigint): Buffer {
  return Buffer.concat([Buffer.from([number << 3]), writeVarint(value)]);
}

export function writeString(number: number, value: string | Uint8Array): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([Buffer.from([(number << 3) | 2]), writeVarint(BigInt(bytes.length)), bytes]);
}

/** All fields in order, or undefined when the bytes are no protobuf of varints, strings and fixed-size numbers. */
export function readFields(bytes: Buffer): ProtobufField[] | undefined {
  const fields: ProtobufField[] = [];
  let at = 0;

  function varint(): bigint | undefined {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[at++];
      if (byte === undefined) return undefined;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    return undefined;
  }

  while (at < bytes.length) {
    const tag = varint();
    if (tag === undefined || tag >> 3n === 0n) return undefined;
    const number = Number(tag >> 3n);
    const wire = Number(tag & 7n);
    if (wire === 0) {
      const integer = varint();
      if (integer === undefined) return undefined;
      fields.push({ number, integer });
      continue;
    }
    const length = wire === 2 ? varint() : wire === 1 ? 8n : wire === 5 ? 4n : undefined;
    if (length === undefined || length > BigInt(bytes.length - at)) return undefined;
    const end = at + Number(length);
    fields.push({ number, bytes: bytes.subarray(at, end) });
    at = end;
  }
  return fields;
}
