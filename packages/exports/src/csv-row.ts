/** Characters that make a spreadsheet read a cell as a formula, in half and full width; Tab and line ends come with them. */
const FORMULA_START = /^[\s]*[=+\-@＝＋－＠|%]|^[\t\r\n]/;
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Excel reads UTF-8 only after this mark. */
export const CSV_BOM = '\ufeff';

/** A cell that opens as text: an apostrophe before what would be a formula, controls made visible, quoted where needed. */
export function csvCell(value: string): string {
  let cell = value.toWellFormed().replace(CONTROLS, (control) => {
    const code = control.charCodeAt(0);
    return code === 0x7f ? '\u2421' : String.fromCharCode(0x2400 + code);
  });
  if (FORMULA_START.test(cell)) cell = `'${cell}`;
  return /[",\r\n\t']/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}
