const OFFICE = 'application/vnd.openxmlformats-officedocument.';

/** The office formats, by extension and by the folder that their parts lie in. */
const FORMATS = [
  { extension: 'docx', folder: 'word/', main: 'word/document.xml', type: `${OFFICE}wordprocessingml.document` },
  { extension: 'xlsx', folder: 'xl/', main: 'xl/workbook.xml', type: `${OFFICE}spreadsheetml.sheet` },
  { extension: 'pptx', folder: 'ppt/', main: 'ppt/presentation.xml', type: `${OFFICE}presentationml.presentation` },
] as const;

/** Parts that office files begin with, before any folder tells which one it is. */
const COMMON = ['[Content_Types].xml', '_rels/', 'docProps/', 'customXml/'];
const LOCAL_HEADER = 'PK\x03\x04';
const NAME_AT = 30;

/**
 * The office format of a ZIP whose first parts are those of one; else `application/zip`, whatever its name says. Macros
 * are parts further on: nobody is shown an office file in place, so they need no type.
 */
export function sniffZip(head: string, extension: string | null): string {
  const names = listNames(head);
  const isOffice = names.some((name) => COMMON.some((start) => name.startsWith(start)));
  const proven = FORMATS.find(({ main }) => names.includes(main));
  if (proven !== undefined) return proven.type;
  const seen = FORMATS.find(({ folder }) => names.some((name) => name.startsWith(folder)));
  const named = FORMATS.find((format) => format.extension === extension?.toLowerCase());
  if (seen !== undefined && (isOffice || seen === named)) return seen.type;
  return isOffice && seen === undefined && named !== undefined ? named.type : 'application/zip';
}

/** Names of the parts whose beginnings are in the head. */
function listNames(head: string): readonly string[] {
  const names: string[] = [];
  for (let at = head.indexOf(LOCAL_HEADER); at >= 0; at = head.indexOf(LOCAL_HEADER, at + 1)) {
    const length = head.charCodeAt(at + 26) + head.charCodeAt(at + 27) * 256;
    names.push(head.slice(at + NAME_AT, at + NAME_AT + length));
  }
  return names;
}
