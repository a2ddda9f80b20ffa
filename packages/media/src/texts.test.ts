import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createCopyMaker } from './create-copy-maker.ts';
import { makeCopy, makeText } from './testing/make-copy.ts';
import { makeDocx, makeXlsx } from './testing/make-office.ts';
import { makePdf } from './testing/make-pdf.ts';
import { makeZip } from './testing/make-zip.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PDF = 'application/pdf';
const MIB = 1024 * 1024;
/** Each runs processes that start in a moment only where nothing else does. */
const PATIENT = { timeout: 120_000 };
const maker = createCopyMaker({});
afterAll(() => maker.close());

const word = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const docx = (bytes: Uint8Array) => makeText(maker, bytes, DOCX);
const xlsx = (bytes: Uint8Array) => makeText(maker, bytes, XLSX);

describe('a Word document', PATIENT, () => {
  it('gives its words in the order of reading, with headers, tables and notes', async () => {
    const table = '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>货号</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';
    const change =
      '<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t>A &amp; B</w:t><w:tab/><w:t>C</w:t></w:r></w:p>';
    const drawn =
      '<mc:AlternateContent><mc:Choice><w:t>once</w:t></mc:Choice><mc:Fallback><w:t>once</w:t></mc:Fallback></mc:AlternateContent>';
    const parts = [
      { name: 'word/header1.xml', content: `<w:hdr>${word('报价单')}</w:hdr>` },
      { name: 'word/footnotes.xml', content: `<w:footnotes>${word('含税')}</w:footnotes>` },
      { name: 'word/settings.xml', content: `<w:settings>${word('never')}</w:settings>` },
    ];
    const text = await docx(makeDocx(`${word('第一段')}${table}${change}<w:p><w:r>${drawn}</w:r></w:p>`, parts));
    expect(text.replaceAll(/\s+/g, ' ')).toBe('报价单 第一段 货号 A & B C once 含税');
  });

  it('that declares entities, is not well-formed, has no body or is no ZIP is unreadable', async () => {
    const lol = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><w:document>&b;</w:document>';
    const file = (content: string) => makeZip([{ name: 'word/document.xml', content }]);
    const external = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document><w:t>&a;</w:t></w:document>';
    for (const content of [lol, external, '<w:document>', '<a></b>', ''])
      expect(await docx(file(content))).toBe('copy.unreadable');
    expect(await docx(makeZip([{ name: 'other.xml', content: '<a/>' }]))).toBe('copy.unreadable');
    expect(await docx(Buffer.from('PK\x03\x04 and no more'))).toBe('copy.unreadable');
  });

  it('that is a bomb is too costly, whatever it says of itself', async () => {
    const bomb = Buffer.alloc(64 * MIB, 'a');
    expect(await docx(makeZip([{ name: 'word/document.xml', content: bomb }]))).toBe('copy.too_costly');
    const lying = makeZip([{ name: 'word/document.xml', content: bomb, statedBytes: 1_000 }]);
    expect(['copy.too_costly', 'copy.unreadable']).toContain(await docx(lying));
    const many = Array.from({ length: 10_001 }, (_, index) => ({ name: `part${index}.xml`, content: '' }));
    expect(await docx(makeDocx(word('x'), many))).toBe('copy.too_costly');
    expect(await docx(makeDocx('<w:p>'.repeat(100_000) + '</w:p>'.repeat(100_000)))).toBe('copy.too_costly');
  });

  it('with packages in it gives its own words and opens none of them', async () => {
    const inner = makeZip([{ name: 'word/document.xml', content: word('inner') }]);
    expect(await docx(makeDocx(word('outer'), [{ name: 'word/embeddings/a.docx', content: inner }]))).toBe('outer');
  });

  it('of more than a million characters is cut', async () => {
    const body = Array.from({ length: 9_000 }, (_, index) => word(`${index} ${'词语'.repeat(70)}`)).join('');
    const copy = await makeCopy(maker, makeDocx(body), DOCX);
    expect(copy).toMatchObject({ state: 'made', detail: { isCut: true } });
    if (copy.state !== 'made' || copy.copy !== 'text') return;
    expect(copy.text.length).toBe(copy.detail.characters);
    expect(copy.text.length).toBeGreaterThan(990_000);
    expect(copy.text.length).toBeLessThanOrEqual(1_000_000);
  });
});

describe('a workbook', PATIENT, () => {
  it('gives sheets, shared and inline words, numbers and results of formulas, a line per row', async () => {
    const rows =
      '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>' +
      '<row><c><v>1280.5</v></c><c t="inlineStr"><is><t>现货</t></is></c><c t="str"><f>A1</f><v>合计</v></c></row>' +
      '<row><c t="s"><v>99</v></c><c/></row>';
    const strings = ['<t>品名</t>', '<r><t>单</t></r><r><t>价</t></r><rPh><t>danjia</t></rPh>'];
    const text = await xlsx(makeXlsx(rows, strings));
    expect(text.split('\n').map((line) => line.trim())).toEqual(['订单 2026', '品名\t单价', '1280.5\t现货\t合计']);
  });

  it('that is no workbook is unreadable, a bomb of strings too costly', async () => {
    expect(await xlsx(makeDocx(word('x')))).toBe('copy.unreadable');
    expect(await xlsx(makeXlsx('', [`<t>${'a'.repeat(64 * MIB)}</t>`]))).toBe('copy.too_costly');
  });
});

describe('a PDF', PATIENT, () => {
  it('gives the words of its pages', async () => {
    expect(await makeText(maker, makePdf(['first page', 'second page']), PDF)).toBe('first page\nsecond page');
  });

  it('printed by a browser gives characters that can be searched for, not the parts that they look like', async () => {
    const file = readFileSync(new URL('../../wecom-simulator/fixtures/files/quote-zh.pdf', import.meta.url));
    const text = await makeText(maker, file, PDF);
    expect(text).toContain('禾望果品 报价单');
    expect(text).toContain('香梨');
    expect(text).not.toMatch(/[\u2e80-\u2fdf]/);
  });

  it('of 10,000 pages is read as far as the time goes, and says so', async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => `page ${index + 1}`);
    const copy = await makeCopy(maker, makePdf(lines), PDF);
    expect(copy).toMatchObject({ copy: 'text', state: 'made', detail: { isCut: true } });
    expect(copy.state === 'made' && copy.copy === 'text' && copy.text.startsWith('page 1\npage 2\n')).toBe(true);
  });

  it('that is cut off, or only says that it is one, never ends more than itself', async () => {
    const file = makePdf(['only page']);
    expect(['only page', 'copy.unreadable', '']).toContain(
      await makeText(maker, file.subarray(0, file.length - 60), PDF),
    );
    expect(await makeText(maker, Buffer.from('%PDF-1.7\nPK\x03\x04 nothing'), PDF)).toBe('copy.unreadable');
  });
});

describe('a file whose first bytes do not tell what it is', PATIENT, () => {
  const UNKNOWN = 'application/octet-stream';

  it('that is a ZIP is read as the office file that its parts make it', async () => {
    const late = [{ name: 'docProps/thumbnail.jpeg', content: Buffer.alloc(9_000, 7) }];
    const zip = makeZip([...late, { name: 'word/document.xml', content: `<w:document>${word('合同')}</w:document>` }]);
    expect(await makeText(maker, zip, 'application/zip')).toBe('合同');
    expect(await makeText(maker, makeXlsx('<row><c><v>7</v></c></row>'), 'application/zip')).toContain('7');
    expect(await makeText(maker, makeZip([{ name: 'a.txt', content: 'x' }]), 'application/zip')).toBe(
      'copy.no_decoder',
    );
    expect(await makeText(maker, Buffer.from('PK\x03\x04 and no more'), 'application/zip')).toBe('copy.unreadable');
  });

  it('is tried as what it is called, and is absent with a reason when it is not that', async () => {
    const noise = Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 7919 + 13 * index * index) % 256));
    for (const name of ['报价单.pdf.pdf', 'file.docx', 'file.XLSX', 'notes.txt'])
      expect(await makeText(maker, noise, UNKNOWN, name)).toBe('copy.unreadable');
    const junk = Buffer.concat([Buffer.from([0x80, 0, 0xff, 0x0a]), makePdf(['only page'])]);
    expect(await makeText(maker, junk, UNKNOWN, 'a.pdf')).toBe('only page');
    expect(maker.wants(UNKNOWN, null)).toEqual([]);
    expect(maker.wants(UNKNOWN, 'setup.exe')).toEqual([]);
  });

  it.each([
    ['UTF-16 without its mark', Buffer.from('送货，明天 A1', 'utf16le')],
    ['UTF-16 without its mark, high byte first', Buffer.from('送货，明天 A1', 'utf16le').swap16()],
    ['a log with marks of a terminal', Buffer.from(`\x1b送货，明天 A1${' '.repeat(30)}`)],
  ])('and is called text is read as %s', async (_, bytes) => {
    expect(await makeText(maker, bytes, UNKNOWN, '日志.log')).toBe('送货，明天 A1');
  });
});

describe('a text file', PATIENT, () => {
  it.each([
    ['UTF-8', Buffer.from('送货，明天')],
    ['UTF-8 with its mark', Buffer.from('\ufeff送货，明天')],
    ['UTF-16', Buffer.from('\ufeff送货，明天', 'utf16le')],
    ['UTF-16, high byte first', Buffer.from('\ufeff送货，明天', 'utf16le').swap16()],
    ['GB18030', Buffer.from('cbcdbbf5a3accff7ccec', 'hex').fill('c3f7', 6, 8, 'hex')],
  ])('is read as %s', async (_, bytes) => {
    expect(await makeText(maker, bytes, 'text/plain')).toBe('送货，明天');
  });

  it('loses what no database keeps, and is cut at a million characters', async () => {
    expect(await makeText(maker, Buffer.from('a\0b\x07c\n\n\n\nd'), 'text/plain')).toBe('a b c\n\nd');
    const copy = await makeCopy(maker, Buffer.from('送'.repeat(1_500_000)), 'text/plain');
    expect(copy).toMatchObject({ state: 'made', detail: { characters: 1_000_000, isCut: true } });
  });

  it('that is no text is unreadable', async () => {
    expect(await makeText(maker, Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]), 'text/plain')).toBe(
      'copy.unreadable',
    );
    expect(await makeText(maker, Buffer.from([0x80, 0xff, 0xff]), 'text/plain')).toBe('copy.unreadable');
  });
});
