import { createObjectSealer, objectPlace, sealFileText } from '@highwater/crypto';
import type { NewCopy } from '@highwater/db';
import type { CopyName, Fault, MadeCopy, TenantId } from '@highwater/domain';
import type { OpenPageDeps } from '../open/open-page.ts';
import { nameCopy } from './copy-object.ts';
import { LONGEST_FILE_TEXT } from './read-file-texts.ts';

export interface CopyPlace {
  readonly tenantId: TenantId;
  readonly sha256: string;
  readonly makerVersion: number;
}

const NOTHING = { objectName: null, size: null, contentType: null, detail: {}, sealedText: null } as const;

export function absentCopy(copy: CopyName, fault: Fault): NewCopy {
  return { ...NOTHING, copy, state: 'absent', fault };
}

/** Seals a copy: text for its row, everything else as an object. Putting it twice leaves one. */
export async function storeCopy(deps: OpenPageDeps, place: CopyPlace, made: MadeCopy): Promise<NewCopy> {
  if (made.state === 'absent') return absentCopy(made.copy, made.fault);
  const { tenantId, sha256 } = place;
  if (made.copy === 'text') {
    const key = await deps.tenantKeys.subkey(tenantId, 'plaintext');
    const text = cutText(made.text);
    const isCut = made.detail.isCut || text.length < made.text.length;
    return {
      ...NOTHING,
      copy: 'text',
      state: 'made',
      fault: null,
      size: Buffer.byteLength(text),
      contentType: 'text/plain; charset=utf-8',
      detail: { characters: text.length, isCut },
      sealedText: sealFileText(key, tenantId, sha256, text),
    };
  }
  const objectName = nameCopy(
    await deps.tenantKeys.subkey(tenantId, 'object-name'),
    sha256,
    made.copy,
    place.makerVersion,
  );
  const seal = createObjectSealer(await deps.tenantKeys.subkey(tenantId, 'object'), objectPlace(tenantId, objectName));
  await deps.objects.put(objectName, seal(piecesOf(made.bytes)));
  const { copy, contentType, detail } = made;
  return {
    copy,
    state: 'made',
    fault: null,
    objectName,
    size: made.bytes.length,
    contentType,
    detail,
    sealedText: null,
  };
}

/** Not through the middle of a character. */
function cutText(text: string): string {
  if (text.length <= LONGEST_FILE_TEXT) return text;
  const last = text.charCodeAt(LONGEST_FILE_TEXT - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? LONGEST_FILE_TEXT - 1 : LONGEST_FILE_TEXT);
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}
