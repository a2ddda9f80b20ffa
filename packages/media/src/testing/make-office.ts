import { makeZip, type ZipPart } from './make-zip.ts';

const TYPES: ZipPart = { name: '[Content_Types].xml', content: '<Types/>' };

/** A Word document with this body, and more parts where wanted. */
export function makeDocx(body: string, parts: readonly ZipPart[] = []): Buffer {
  const content = `<?xml version="1.0"?><w:document xmlns:w="urn:w"><w:body>${body}</w:body></w:document>`;
  return makeZip([TYPES, { name: 'word/document.xml', content }, ...parts]);
}

/** A workbook with one sheet of these rows. */
export function makeXlsx(rows: string, strings: readonly string[] = [], parts: readonly ZipPart[] = []): Buffer {
  const items = strings.map((text) => `<si>${text}</si>`).join('');
  return makeZip([
    TYPES,
    { name: 'xl/workbook.xml', content: '<workbook><sheets><sheet name="订单 2026" sheetId="1"/></sheets></workbook>' },
    { name: 'xl/sharedStrings.xml', content: `<sst>${items}</sst>` },
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet><sheetData>${rows}</sheetData></worksheet>` },
    ...parts,
  ]);
}
