import { isTextHead } from './is-text-head.ts';
import { sniffZip } from './sniff-zip.ts';

interface Signature {
  readonly type: string;
  readonly bytes: string;
  readonly at?: number;
  /** What must hold besides, where a few bytes alone could be anything. */
  readonly only?: (head: string) => boolean;
}

/** A file's first bytes, or what stands at an offset, and the type they mean. First match wins. */
const SIGNATURES: readonly Signature[] = [
  { bytes: '\x89PNG\r\n\x1a\n', type: 'image/png' },
  { bytes: '\xff\xd8\xff', type: 'image/jpeg' },
  { bytes: 'GIF87a', type: 'image/gif' },
  { bytes: 'GIF89a', type: 'image/gif' },
  { at: 8, bytes: 'WEBP', type: 'image/webp', only: isRiff },
  { bytes: 'BM', type: 'image/bmp', only: isBitmap },
  { bytes: '#!AMR-WB\n', type: 'audio/amr-wb' },
  { bytes: '#!AMR\n', type: 'audio/amr' },
  // WeCom's voice may be SILK under the name .amr; some writers put one byte before the mark.
  { bytes: '#!SILK_V3', type: 'audio/silk' },
  { at: 1, bytes: '#!SILK_V3', type: 'audio/silk' },
  { at: 4, bytes: 'ftypqt', type: 'video/quicktime' },
  { at: 4, bytes: 'ftypM4A', type: 'audio/mp4' },
  { at: 4, bytes: 'ftypM4B', type: 'audio/mp4' },
  { at: 4, bytes: 'ftyp3gp', type: 'video/3gpp' },
  { at: 4, bytes: 'ftypavif', type: 'image/avif' },
  { at: 4, bytes: 'ftyphe', type: 'image/heic' },
  { at: 4, bytes: 'ftypmif1', type: 'image/heic' },
  { at: 4, bytes: 'ftyp', type: 'video/mp4' },
  { bytes: '\x1aE\xdf\xa3', type: 'video/webm', only: (head) => head.slice(0, 64).includes('webm') },
  { bytes: '\x1aE\xdf\xa3', type: 'video/x-matroska' },
  { at: 8, bytes: 'AVI ', type: 'video/x-msvideo', only: isRiff },
  { bytes: 'ID3', type: 'audio/mpeg' },
  { bytes: '\xff', type: 'audio/aac', only: (head) => /^\xff[\xf0\xf1\xf8\xf9]/.test(head) },
  { bytes: '\xff', type: 'audio/mpeg', only: (head) => /^\xff[\xf2\xf3\xfa\xfb]/.test(head) },
  { bytes: 'OggS', type: 'audio/ogg' },
  { bytes: 'fLaC', type: 'audio/flac' },
  { at: 8, bytes: 'WAVE', type: 'audio/wav', only: isRiff },
  { bytes: '%PDF-', type: 'application/pdf' },
  { bytes: 'PK\x03\x04', type: 'application/zip' },
  { bytes: 'PK\x05\x06', type: 'application/zip' },
  { bytes: 'Rar!\x1a\x07', type: 'application/vnd.rar' },
  { bytes: '7z\xbc\xaf\x27\x1c', type: 'application/x-7z-compressed' },
  { bytes: '\x1f\x8b', type: 'application/gzip' },
  { bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', type: 'application/x-ole-storage' },
];

/** Lengths of the header that a bitmap has behind its first fourteen bytes. */
const BITMAP_HEADERS = new Set([12, 40, 52, 56, 64, 108, 124]);

/** Readers of PDFs look this far for the mark: some writers put other bytes before it. */
const PDF_MARK_BEFORE = 1024;
const PDF_MARK = /%PDF-[12]\.\d/;

/** Bytes that sniffing looks at: in an office file the first parts, whose names say which office file it is. */
export const SNIFFED_BYTES = 4096;

/**
 * The type that a file's first bytes prove, never what its name claims: names lie. One type for each file, also for one
 * that could be read as two. Whatever a browser would run (HTML, SVG, XML, scripts) counts as text and is never named
 * otherwise. The extension decides only between the office formats, where the bytes say that it is one of them.
 */
export function sniffContentType(head: Uint8Array, extension: string | null): string {
  const bytes = head.subarray(0, SNIFFED_BYTES);
  const text = Buffer.from(bytes).toString('latin1');
  const found = SIGNATURES.find((one) => text.startsWith(one.bytes, one.at ?? 0) && (one.only?.(text) ?? true));
  if (found?.type === 'application/zip') return sniffZip(text, extension);
  if (found !== undefined) return found.type;
  if (isTextHead(bytes)) return 'text/plain';
  return PDF_MARK.test(text.slice(0, PDF_MARK_BEFORE)) ? 'application/pdf' : 'application/octet-stream';
}

function isRiff(head: string): boolean {
  return head.startsWith('RIFF');
}

/** Any text may begin with these two letters: the length of the header that follows and its zeros make it a bitmap. */
function isBitmap(head: string): boolean {
  return head.startsWith('\0\0\0\0', 6) && head.startsWith('\0\0\0', 15) && BITMAP_HEADERS.has(head.charCodeAt(14));
}
