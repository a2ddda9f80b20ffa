import { expect, it } from 'vitest';
import { safeExtension } from './media-path.ts';

it.each([
  ['PDF', 'x.doc', 'pdf'],
  ['.docx', null, 'docx'],
  [null, '报价单.tar.GZ', 'gz'],
  [null, 'setup.EXE', 'bin'],
  ['../x', 'a.b/c', 'bin'],
  ['j\u0000s', null, 'bin'],
  [null, 'no ending', 'bin'],
] as const)('gives extension %j and name %j the ending %j', (extension, fileName, ending) => {
  expect(safeExtension({ extension, fileName, mediaKind: 'file' })).toBe(ending);
});

it('names by kind what has no name', () => {
  expect(safeExtension({ extension: null, fileName: null, mediaKind: 'voice' })).toBe('amr');
});
