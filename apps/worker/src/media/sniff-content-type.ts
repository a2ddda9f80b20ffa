/** A file's first bytes, or what stands at an offset, and the type they mean. First match wins. */
const SIGNATURES: readonly { readonly at?: number; readonly bytes: string; readonly type: string }[] = [
  { bytes: '\x89PNG\r\n\x1a\n', type: 'image/png' },
  { bytes: '\xff\xd8\xff', type: 'image/jpeg' },
  { bytes: 'GIF87a', type: 'image/gif' },
  { bytes: 'GIF89a', type: 'image/gif' },
  { at: 8, bytes: 'WEBP', type: 'image/webp' },
  { bytes: 'BM', type: 'image/bmp' },
  { bytes: '#!AMR-WB\n', type: 'audio/amr-wb' },
  { bytes: '#!AMR\n', type: 'audio/amr' },
  // WeCom's voice may be SILK under the name .amr; some writers put one byte before the mark.
  { bytes: '#!SILK_V3', type: 'audio/silk' },
  { at: 1, bytes: '#!SILK_V3', type: 'audio/silk' },
  { at: 4, bytes: 'ftypqt', type: 'video/quicktime' },
  { at: 4, bytes: 'ftypM4A', type: 'audio/mp4' },
  { at: 4, bytes: 'ftypheic', type: 'image/heic' },
  { at: 4, bytes: 'ftyp', type: 'video/mp4' },
  { bytes: '\x1aE\xdf\xa3', type: 'video/webm' },
  { bytes: 'ID3', type: 'audio/mpeg' },
  { bytes: '\xff\xfb', type: 'audio/mpeg' },
  { bytes: '\xff\xf3', type: 'audio/mpeg' },
  { bytes: 'OggS', type: 'audio/ogg' },
  { at: 8, bytes: 'WAVE', type: 'audio/wav' },
  { bytes: '%PDF-', type: 'application/pdf' },
  { bytes: 'PK\x03\x04', type: 'application/zip' },
  { bytes: 'PK\x05\x06', type: 'application/zip' },
  { bytes: 'Rar!\x1a\x07', type: 'application/vnd.rar' },
  { bytes: '7z\xbc\xaf\x27\x1c', type: 'application/x-7z-compressed' },
  { bytes: '\x1f\x8b', type: 'application/gzip' },
  { bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', type: 'application/x-ole-storage' },
];

/** Of a ZIP, the office format that its extension names: the bytes alone say "zip". */
const OFFICE: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

/** Bytes that sniffing looks at. */
export const SNIFFED_BYTES = 512;

/**
 * The type that a file's first bytes prove, never what its name claims: names lie. Markup counts as text
 * and is served as such.
 */
export function sniffContentType(head: Uint8Array, extension: string | null): string {
  const text = Buffer.from(head.subarray(0, SNIFFED_BYTES)).toString('latin1');
  const found = SIGNATURES.find(({ at = 0, bytes }) => text.startsWith(bytes, at));
  if (found?.type === 'application/zip') return OFFICE[extension?.toLowerCase() ?? ''] ?? found.type;
  if (found !== undefined) return found.type;
  return isText(head.subarray(0, SNIFFED_BYTES)) ? 'text/plain' : 'application/octet-stream';
}

function isText(head: Uint8Array): boolean {
  if (head.length === 0) return false;
  // `stream` forgives a character that the cut went through.
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    // eslint-disable-next-line no-control-regex
    return !/[\u0000-\u0008\u000e-\u001f]/.test(text);
  } catch {
    return false;
  }
}
