/** A PDF with one line of text on each page. */
export function makePdf(lines: readonly string[]): Buffer {
  const objects = new Map<number, string>();
  const kids = lines.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  objects.set(1, '<</Type/Catalog/Pages 2 0 R>>');
  objects.set(2, `<</Type/Pages/Count ${lines.length}/Kids[${kids}]>>`);
  objects.set(3, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>');
  for (const [index, line] of lines.entries()) {
    const drawing = `BT /F1 12 Tf 72 700 Td (${line}) Tj ET`;
    const number = 4 + index * 2;
    const resources = '/Resources<</Font<</F1 3 0 R>>>>';
    objects.set(number, `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]${resources}/Contents ${number + 1} 0 R>>`);
    objects.set(number + 1, `<</Length ${drawing.length}>>stream\n${drawing}\nendstream`);
  }
  const parts = ['%PDF-1.4\n'];
  const places: number[] = [];
  let at = parts[0]?.length ?? 0;
  for (const [number, body] of objects) {
    const part = `${number} 0 obj\n${body}\nendobj\n`;
    places.push(at);
    at += part.length;
    parts.push(part);
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.size + 1;
  parts.push(
    `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF`,
  );
  return Buffer.from(parts.join(''), 'latin1');
}
