import type { Answer } from '../process/answer.ts';
import { DecodeFault } from './decode-fault.ts';
import { openPackage } from './open-package.ts';
import { DOCX_BODY, readDocx } from './read-docx.ts';
import { readXlsx, XLSX_BOOK } from './read-xlsx.ts';

/** The words of a ZIP whose beginning does not tell what it is: its list of parts does. An archive is `copy.no_decoder`. */
export async function readOffice(file: Uint8Array): Promise<Answer> {
  const { names } = await openPackage(file);
  if (names.includes(DOCX_BODY)) return readDocx(file);
  if (names.includes(XLSX_BOOK)) return readXlsx(file);
  throw new DecodeFault('copy.no_decoder');
}
