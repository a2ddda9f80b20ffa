import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLedgerWriter } from './ledger-file.ts';
import { readRow, type DayRow, type HeaderRow, type PageRow } from './ledger-row.ts';
import { createLedgerSigner, readLedgerKeys } from './ledger-signature.ts';
import { copyState, startState, type LedgerState } from './ledger-state.ts';
import { takeRow } from './take-row.ts';
import { makeSampleLedger, SAMPLE_PUBLIC_PEM } from './testing/sample-ledger.ts';
import { verifyLedger, type LedgerVerdict, type VerifyOptions } from './verify-ledger.ts';

const ROWS = 1000;
// 41 pages a day: 975 pages, 24 days, header and closing row.
const ledger = makeSampleLedger({ pages: 975, everyMs: Math.ceil(86_400_000 / 41), again: new Set([100, 500]) });

async function* inBlocks(text: string | Uint8Array, size = 1021): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const verify = (file: string | Uint8Array, options: VerifyOptions = {}): Promise<LedgerVerdict> =>
  verifyLedger(inBlocks(file), options);
const against = (checkpoints = ledger.checkpoints): VerifyOptions => ({ checkpoints: inBlocks(checkpoints) });
const said = ({ problems }: LedgerVerdict): string => problems.map(({ says }) => says).join('; ');

/** The same rows with a header and a closing row of their own: what somebody would hand out who hides a change. */
function closeAgain(lines: readonly string[], header = readRow(lines[0] ?? '') as HeaderRow): string {
  const writer = createLedgerWriter();
  const parts = [writer.header(header)];
  for (const line of lines.slice(1)) {
    const row = readRow(line);
    if (row?.type === 'highwater/v1/page') parts.push(writer.page(row));
    if (row?.type === 'highwater/v1/day') parts.push(writer.day(line));
  }
  return parts.join('') + writer.end();
}
const linesOf = (file: string): string[] => file.trimEnd().split('\n');

describe('a whole ledger', () => {
  it('is proven, with its numbers', async () => {
    const lines = linesOf(ledger.file);
    expect(lines).toHaveLength(ROWS + 1);
    const verdict = await verify(ledger.file, against());
    expect(verdict.problems).toEqual([]);
    const days = lines.map(readRow).filter((row): row is DayRow => row?.type === 'highwater/v1/day');
    expect(verdict).toMatchObject({ pages: 975, days: days.length, agreed: 975, problemCount: 0 });
    expect(verdict.signedPages).toBe(days.at(-1)?.to);
    expect(verdict.envelopes).toBe(ledger.pages.reduce((sum, { count }) => sum + count, 0));
    expect(verdict.usedKeys).toEqual(readLedgerKeys(SAMPLE_PUBLIC_PEM).map(({ keyId }) => keyId));
  });

  it('is proven whatever the blocks it comes in, and when it has no page', async () => {
    for (const size of [1, 7, 65_536])
      expect((await verifyLedger(inBlocks(makeSampleLedger({ pages: 5 }).file, size))).problems).toEqual([]);
    const empty = await verify(makeSampleLedger({ pages: 0 }).file);
    expect(empty).toMatchObject({ pages: 0, days: 0, problems: [], signedPages: 0 });
  });

  it('has signed days without pages', async () => {
    const silent = makeSampleLedger({ pages: 3, everyMs: 4 * 86_400_000 });
    expect(await verify(silent.file)).toMatchObject({ problems: [], days: 8, signedPages: 2 });
  });
});

describe('a changed byte', () => {
  const bytes = Buffer.from(ledger.file);
  const changed = (at: number, by: number): Buffer => {
    const copy = Buffer.from(bytes);
    copy[at] = (bytes[at] ?? 0) ^ by;
    return copy;
  };

  it('is found in any row, wherever it is', async () => {
    const place = fc.record({ at: fc.nat(bytes.length - 1), by: fc.integer({ min: 1, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(place, async ({ at, by }) => {
        expect((await verify(changed(at, by))).problemCount).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('is found at every place of the header and of the closing row', async () => {
    const small = Buffer.from(makeSampleLedger({ pages: 2 }).file);
    const second = small.indexOf(0x0a) + 1;
    const closing = small.lastIndexOf(0x0a, small.length - 2) + 1;
    for (let at = 0; at < small.length; at += 1) {
      if (at >= second && at < closing) continue;
      const copy = Buffer.from(small);
      copy[at] = (copy[at] ?? 0) ^ (1 + (at % 255));
      expect.soft((await verify(copy)).problemCount, `byte ${at}`).toBeGreaterThan(0);
    }
  });

  // Whoever changes a file can close it again: here the closing row does not help, every row must speak for itself.
  it('is found at every place of 1,000 rows, although the file was closed again', () => {
    const missed: number[] = [];
    const lines = linesOf(ledger.file).slice(0, -1);
    const state = startState();
    let start = 0;
    for (const [index, line] of lines.entries()) {
      const next = lines.slice(index + 1, index + 60).map((each) => Buffer.from(each));
      if (index > 0) {
        const row = Buffer.from(`${line}\n`);
        for (let at = 0; at < row.length; at += 1) {
          // Another letter or digit most of the time: what stays a well-formed row is harder to find.
          const by = at % 3 === 0 ? 1 + ((at * 31 + index) % 255) : 1 + ((at + index) % 7);
          if (!isFound(state, row, at, by, next)) missed.push(start + at);
        }
      }
      takeRow(state, Buffer.from(line));
      start += line.length + 1;
    }
    expect(state.problems).toEqual([]);
    expect(start).toBe(bytes.lastIndexOf(0x0a, bytes.length - 2) + 1);
    expect(missed).toEqual([]);
  }, 120_000);

  function isFound(before: LedgerState, row: Buffer, at: number, by: number, next: readonly Buffer[]): boolean {
    const copy = Buffer.from(row);
    copy[at] = (row[at] ?? 0) ^ by;
    const state = copyState(before);
    // The last byte is the line feed: changed, it joins the row to the next.
    const rows = at === row.length - 1 ? [Buffer.concat([copy, ...next.slice(0, 1)])] : splitRows(copy);
    // What the row itself does not show, the rows after it do, up to the root of its day.
    for (const each of [...rows, ...next]) {
      takeRow(state, each);
      if (state.problemCount > 0) return true;
    }
    return false;
  }

  function splitRows(bytes: Buffer): Buffer[] {
    const rows: Buffer[] = [];
    let from = 0;
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, from)) {
      rows.push(bytes.subarray(from, at));
      from = at + 1;
    }
    return rows;
  }

  it('is found in a checkpoint at every place', async () => {
    const { file, checkpoints } = makeSampleLedger({ pages: 2 });
    const kept = Buffer.from(checkpoints);
    for (let at = 0; at < kept.length; at += 1) {
      const copy = Buffer.from(kept);
      copy[at] = (kept[at] ?? 0) ^ (1 + (at % 7));
      const verdict = await verifyLedger(inBlocks(file), { checkpoints: inBlocks(copy) });
      expect.soft(verdict.problemCount, `byte ${at}`).toBeGreaterThan(0);
    }
  });
});

describe('a ledger that was cut off', () => {
  it('is found after each row when it was not closed again', async () => {
    const lines = linesOf(ledger.file);
    for (const kept of [0, 1, 2, 500, 999, 1000]) {
      const verdict = await verify(
        lines
          .slice(0, kept)
          .map((line) => `${line}\n`)
          .join(''),
      );
      expect(said(verdict)).toContain('closing row is missing');
    }
    expect(said(await verify(ledger.file.slice(0, -1)))).toContain('line feed');
  });

  it('is found at each page against a checkpoint, although it was closed again', async () => {
    const { file, checkpoints } = makeSampleLedger({ pages: 60, everyMs: 2 * 3_600_000 });
    const lines = linesOf(file).slice(0, -1);
    for (let kept = 1; kept < lines.length; kept += 1) {
      const cut = closeAgain(lines.slice(0, kept));
      expect((await verify(cut)).problems).toEqual([]);
      const verdict = await verify(cut, against(checkpoints));
      const pages = lines.slice(0, kept).filter((line) => line.includes('/page"')).length;
      if (pages < 60) expect(said(verdict)).toContain(`knows ${pages + 1} pages, the file ends with page ${pages}`);
    }
  });

  it('is found against one head that was written down', async () => {
    const cut = closeAgain(linesOf(ledger.file).slice(0, 400));
    const head = { pages: 975, head: ledger.pages.at(-1)?.chain ?? '' };
    expect((await verify(ledger.file, { heads: [head] })).newestAgreed).toEqual(head);
    expect(said(await verify(cut, { heads: [head] }))).toContain('knows 975 pages');
  });
});

describe('a history that was written anew', () => {
  const pair = generateKeyPairSync('ed25519');
  const signer = createLedgerSigner(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  const publicPem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  // One page fewer on the first day: every page after it has another place.
  const other = makeSampleLedger({ pages: 974, everyMs: Math.ceil(86_400_000 / 40), signer, publicPem });

  it('is found against a checkpoint, and by the key', async () => {
    expect((await verify(other.file)).problems).toEqual([]);
    expect(said(await verify(other.file, against()))).toContain('another history');
    expect(said(await verify(other.file, { trusted: readLedgerKeys(SAMPLE_PUBLIC_PEM) }))).toContain(
      'the signature is not one of key',
    );
  });

  it.each<[string, (lines: string[]) => void, string]>([
    ['a page was taken out', (lines) => void lines.splice(2, 1), 'page 3 follows page 1'],
    ['two pages changed places', (lines) => void lines.splice(1, 2, lines[2] ?? '', lines[1] ?? ''), 'page 2 follows'],
    ['a day was taken out', (lines) => void lines.splice(placeOfDay(lines), 1), 'not linked to the root before it'],
    ['a day stands elsewhere', (lines) => lines.push(...lines.splice(placeOfDay(lines), 1)), 'it covers pages'],
    [
      'a day is there twice',
      (lines) => void lines.splice(placeOfDay(lines), 0, lines[placeOfDay(lines)] ?? ''),
      'it covers pages',
    ],
  ])('is found when %s', async (_what, change, says) => {
    const lines = linesOf(makeSampleLedger({ pages: 60 }).file).slice(0, -1);
    change(lines);
    expect(said(await verify(closeAgain(lines)))).toContain(says);
  });

  it('is found when its rows belong to another ledger', async () => {
    const lines = linesOf(ledger.file).slice(0, -1);
    const header = readRow(lines[0] ?? '') as HeaderRow;
    expect(said(await verify(closeAgain(lines, { ...header, connection: 'another' })))).toMatch(
      /leaf.*another ledger/s,
    );
    expect(said(await verify(closeAgain(lines, { ...header, corp: 'wwanother' })))).toContain('another ledger');
  });

  it('is found when a page begins where no page may', async () => {
    const page = ledger.pages[0] as PageRow;
    const [state, line] = [startState(), linesOf(ledger.file)[0] ?? ''];
    takeRow(state, Buffer.from(line));
    const moved = { ...page, after: '5', first: '6', last: '8' };
    takeRow(state, Buffer.from(JSON.stringify(moved)));
    expect(state.problems.map(({ says }) => says)).toContain('page 1 begins after 5, the pages before it end at 0');
  });
});

/** Where the second day row stands. */
function placeOfDay(lines: readonly string[]): number {
  const days = lines.flatMap((line, at) => (line.includes('/day"') ? [at] : []));
  return days[1] ?? 0;
}

describe('any bytes', () => {
  it('are no ledger, and never more than that', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
        expect((await verify(bytes)).problemCount).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it('are no row when JSON can be written in two ways', () => {
    const [line = ''] = linesOf(ledger.file).slice(1);
    expect(readRow(line)?.type).toBe('highwater/v1/page');
    for (const other of [
      ` ${line}`,
      line.replace('"count":', '"count": '),
      line.replace('"page":1,', '"page":1.0,'),
      line.replace('"page":1,', '"page":1,"page":1,'),
      line.replace('{', '{"__proto__":{},'),
      line.replace('"after":"0"', '"after":"00"'),
      line.replace('page"', String.raw`p\u0061ge"`),
      line.replace('"type"', '"kind"'),
    ])
      expect.soft(readRow(other), other).toBeUndefined();
  });
});
