import { expect, it } from 'vitest';
import { sniffContentType } from './sniff-content-type.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

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
  ['PK\x03\x04....', 'XLSX', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['MZ\x90\0', 'pdf', 'application/octet-stream'],
  ['\x89PNG\r\n\x1a\n', 'html', 'image/png'],
  ['plain words\n', 'png', 'text/plain'],
  ['<html><script>', 'html', 'text/plain'],
  ['', 'txt', 'application/octet-stream'],
])('%j named .%s is %s', (head, extension, type) => {
  expect(sniffContentType(bytes(head), extension)).toBe(type);
});

it('Chinese text is text, also when the cut goes through a character', () => {
  const text = Buffer.from('今天下午送到'.repeat(60));
  for (const length of [510, 511, 512, 600])
    expect(sniffContentType(text.subarray(0, length), null)).toBe('text/plain');
});
