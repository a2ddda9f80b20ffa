import type { MediaRef } from '@highwater/domain';
import type { Fields } from './fields.ts';

/** The file that an object describes, whatever its kind calls the size. */
export function readMedia(fields: Fields, mediaKind: MediaRef['mediaKind'], path: string): MediaRef {
  const fileName = fields.text('filename', 'file_name') || null;
  const md5 = fields.text('md5sum').trim().toLowerCase() || null;
  const size = fields.digits('filesize', 'voice_size', 'imagesize');
  return {
    path,
    mediaKind,
    sdkfileid: fields.text('sdkfileid').trim() || null,
    fileName,
    extension: readExtension(fields.text('fileext'), fileName),
    size: md5 === null && size !== null && BigInt(size) === 0n ? null : size,
    md5,
    seconds: fields.number('play_length'),
    width: fields.number('width'),
    height: fields.number('height'),
  };
}

function readExtension(given: string, fileName: string | null): string | null {
  const own = given.trim().replace(/^\.+/, '');
  const extension = own || (/[^./\\]\.([A-Za-z0-9]{1,10})$/.exec(fileName ?? '')?.[1] ?? '');
  return extension.toLowerCase() || null;
}
