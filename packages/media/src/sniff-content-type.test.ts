import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPassiveType } from './is-passive-type.ts';
import { sniffContentType } from './sniff-content-type.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const OFFICE = 'application/vnd.openxmlformats-officedocument.';

/** A ZIP's beginning: local headers with empty parts of these names. */
function zipHead(...names: string[]): string {
  return names.map((name) => `PK\x03\x04${'\0'.repeat(22)}${String.fromCharCode(name.length)}\0\0\0${name}`).join('');
}

it.each([
  ['\x89PNG\r\n\x1a\n....', null, 'image/png'],
  ['\xff\xd8\xff\xe0....', null, 'image/jpeg'],
  ['GIF89a..', null, 'image/gif'],
  ['RIFF\x10\0\0\0WEBPVP8 ', null, 'image/webp'],
  ['RIFF\x10\0\0\0WAVEfmt ', null, 'audio/wav'],
  ['#!AMR\n<', 'amr', 'audio/amr'],
  ['\x02#!SILK_V3', 'amr', 'audio/silk'],
  ['\0\0\0\x20ftypisom', 'mp4', 'video/mp4'],
  ['ID3\x03', null, 'audio/mpeg'],
  ['%PDF-1.7', 'pdf', 'application/pdf'],
  ['PK\x03\x04....', 'zip', 'application/zip'],
  ['PK\x03\x04....', 'XLSX', 'application/zip'],
  [zipHead('[Content_Types].xml'), 'XLSX', `${OFFICE}spreadsheetml.sheet`],
  [zipHead('[Content_Types].xml', '_rels/.rels', 'word/document.xml'), 'zip', `${OFFICE}wordprocessingml.document`],
  [zipHead('_rels/.rels', 'xl/workbook.xml'), 'docx', `${OFFICE}spreadsheetml.sheet`],
  [zipHead('[Content_Types].xml', 'AndroidManifest.xml'), 'apk', 'application/zip'],
  [zipHead('word/letter.txt'), 'zip', 'application/zip'],
  [zipHead('word/document.xml', '[Content_Types].xml'), null, `${OFFICE}wordprocessingml.document`],
  [zipHead('ppt/presentation.xml'), null, `${OFFICE}presentationml.presentation`],
  ['\x80\0\xff\n%PDF-1.4\n', null, 'application/pdf'],
  ['words about %PDF-1.4\n', null, 'text/plain'],
  [zipHead('evil.exe'), 'docx', 'application/zip'],
  ['MZ\x90\0', 'pdf', 'application/octet-stream'],
  ['\x89PNG\r\n\x1a\n', 'html', 'image/png'],
  ['plain words\n', 'png', 'text/plain'],
  ['<html><script>', 'html', 'text/plain'],
  ['', 'txt', 'application/octet-stream'],
  ['\0\0\0\x20ftypavif', 'jpg', 'image/avif'],
  ['\0\0\0\x20ftypheic', 'jpg', 'image/heic'],
  ['\0\0\0\x14ftyp3gp4', 'mp4', 'video/3gpp'],
  ['\x1aE\xdf\xa3\x9fB\x82\x84webm', 'webm', 'video/webm'],
  ['\x1aE\xdf\xa3\x9fB\x82\x88matroska', 'webm', 'video/x-matroska'],
  ['RIFF\x10\0\0\0AVI LIST', 'mp4', 'video/x-msvideo'],
  ['\xff\xf1\x50\x80', 'amr', 'audio/aac'],
  ['\xff\xf3\x50\x80', 'amr', 'audio/mpeg'],
  ['BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0', null, 'image/bmp'],
  ['BMW is a word\n', 'bmp', 'text/plain'],
  ['GIF89a=1;/*\0\0*/alert(1)', 'js', 'image/gif'],
  ['%PDF-1.4\nPK\x03\x04', 'zip', 'application/pdf'],
  ['<svg xmlns="http://www.w3.org/2000/svg"><script>', 'svg', 'text/plain'],
  ['<?xml version="1.0"?><svg onload="x()"/>', 'png', 'text/plain'],
  ['\xff\xfe<\0h\0t\0m\0l\0>\0', 'html', 'text/plain'],
  ['\xd6\xd0\xce\xc4,GB18030\r\n', 'csv', 'text/plain'],
  ['\x80\x01\xd6\xd0', 'txt', 'application/octet-stream'],
])('%j named .%s is %s', (head, extension, type) => {
  expect(sniffContentType(bytes(head), extension)).toBe(type);
});

it('Chinese text is text, also when the cut goes through a character', () => {
  const text = Buffer.from('今天下午送到'.repeat(300));
  for (const length of [510, 511, 512, 4095, 4096])
    expect(sniffContentType(text.subarray(0, length), null)).toBe('text/plain');
});

it('never names what a browser would run, whatever the bytes and the name are', () => {
  const active = /html|svg|xml$|script|x-shockwave/;
  const starts = fc.constantFrom('', '<html>', '<svg ', '<?xml', 'GIF89a', '%PDF-', 'PK\x03\x04', '\xff\xfe');
  const extensions = fc.constantFrom(null, 'html', 'svg', 'xml', 'js', 'docx', 'png');
  fc.assert(
    fc.property(starts, fc.uint8Array({ maxLength: 600 }), extensions, (start, rest, extension) => {
      expect(sniffContentType(Buffer.concat([bytes(start), rest]), extension)).not.toMatch(active);
    }),
    { numRuns: 200 },
  );
});

it('shows in place only what cannot run', () => {
  expect(['image/png', 'audio/wav', 'video/mp4'].every(isPassiveType)).toBe(true);
  expect(['text/plain', 'application/pdf', 'image/svg+xml', 'text/html', 'image/heic'].some(isPassiveType)).toBe(false);
});
