import { FaultError } from '@highwater/domain';

/** What an sdkfileid holds. `aesKey` opens the file: never logged, shown or kept in clear. */
export interface SdkFileId {
  readonly fileid: string;
  readonly authkey: string;
  readonly aesKey: Uint8Array;
}

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const AES_128_HEX = /^[0-9a-fA-F]{32}$/;
const LENGTH_DELIMITED = 2;

/**
 * Reads base64( protobuf {1: fileid, 2: authkey, 3: aeskey} ). Throws `media.bad_id` when it is not that,
 * `media.undecryptable` when only the key makes no sense.
 */
export function readSdkFileId(sdkfileid: string): SdkFileId {
  const text = sdkfileid.trim();
  if (!BASE64.test(text) || text.length % 4 !== 0) throw new FaultError('media.bad_id');
  const fields = readStrings(Buffer.from(text, 'base64'));
  const [fileid, authkey, aesKeyHex] = [fields.get(1), fields.get(2), fields.get(3)];
  if (!fileid || authkey === undefined || aesKeyHex === undefined) throw new FaultError('media.bad_id');
  if (!AES_128_HEX.test(aesKeyHex)) throw new FaultError('media.undecryptable');
  return { fileid, authkey, aesKey: Buffer.from(aesKeyHex, 'hex') };
}

/** All fields of a message that has nothing but strings. */
function readStrings(bytes: Buffer): Map<number, string> {
  const fields = new Map<number, string>();
  let at = 0;
  while (at < bytes.length) {
    const tag = bytes[at] ?? 0;
    let size = 0;
    let shift = 0;
    let more = true;
    at += 1;
    while (more) {
      const byte = bytes[at];
      if (byte === undefined || shift > 21) throw new FaultError('media.bad_id');
      size |= (byte & 0x7f) << shift;
      more = byte >= 0x80;
      shift += 7;
      at += 1;
    }
    if ((tag & 7) !== LENGTH_DELIMITED || tag >= 0x80 || at + size > bytes.length) throw new FaultError('media.bad_id');
    fields.set(tag >> 3, bytes.toString('utf8', at, at + size));
    at += size;
  }
  return fields;
}
