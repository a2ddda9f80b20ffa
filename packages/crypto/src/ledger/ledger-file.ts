import { createHash } from 'node:crypto';
import { CHAIN_START } from './chain-hash.ts';
import { writeRow, type HeaderRow, type PageRow } from './ledger-row.ts';

/** Writes a ledger file row by row. Each call returns the bytes that come next. */
export interface LedgerWriter {
  header(row: HeaderRow): string;
  page(row: PageRow): string;
  /** A day row exactly as it was signed. */
  day(line: string): string;
  end(): string;
}

export function createLedgerWriter(): LedgerWriter {
  const hash = createHash('sha256');
  let [pages, days, head] = [0, 0, CHAIN_START];
  const write = (line: string): string => {
    const bytes = `${line}\n`;
    hash.update(bytes, 'utf8');
    return bytes;
  };
  return {
    header: (row) => write(writeRow(row)),
    page(row) {
      pages += 1;
      head = row.chain;
      return write(writeRow(row));
    },
    day(line) {
      days += 1;
      return write(line);
    },
    end: () => `${writeRow({ type: 'highwater/v1/end', pages, days, head, sha256: hash.digest('hex') })}\n`,
  };
}

/** SHA-256 in hex over page rows as a file has them: what a day row signs as `rows`. */
export function createRowsHash(): { add(row: PageRow): void; digest(): string } {
  const hash = createHash('sha256');
  return {
    add: (row) => void hash.update(`${writeRow(row)}\n`, 'utf8'),
    digest: () => hash.digest('hex'),
  };
}
