import { readFields, writeString } from './protobuf.ts';

/** What an sdkfileid holds. `aesKey` is 32 hex characters: the key of the file itself. */
export interface SdkFileId {
  readonly fileId: string;
  readonly authKey: string;
  readonly aesKey: string;
}

export function writeSdkFileId(id: SdkFileId): string {
  return Buffer.concat([writeString(1, id.fileId), writeString(2, id.authKey), writeString(3, id.aesKey)]).toString(
    'base64',
  );
}

/** Undefined when the text is no sdkfileid. */
export function readSdkFileId(text: string): SdkFileId | undefined {
  const bytes = Buffer.from(text, 'base64');
  if (text === '' || bytes.toString('base64') !== text) return undefined;
  const fields = readFields(bytes);
  const find = (number: number): string | undefined => {
    const field = fields?.find((candidate) => candidate.number === number);
    return field && 'bytes' in field ? field.bytes.toString() : undefined;
  };
  const [fileId, authKey, aesKey] = [find(1), find(2), find(3)];
  if (!fileId || !authKey || !aesKey || !/^[0-9a-f]{32}$/i.test(aesKey)) return undefined;
  return { fileId, authKey, aesKey };
}
