import { createReadStream, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  readLedgerKeys,
  verifyLedger,
  type KnownHead,
  type LedgerPublicKey,
  type LedgerVerdict,
} from '@highwater/crypto';
import { Sentence } from '../processes/sentence.ts';

export const VERIFY_LEDGER_USAGE =
  'Usage: npm run highwater -- verify-ledger FILE [--against CHECKPOINTS] [--head PAGES:HASH] [--key PUBLIC.pem]';

/**
 * `highwater verify-ledger`: whether a ledger file is whole and what it proves, in sentences. Needs no service, no database
 * and no network. Answers the exit code: 0 everything agrees, 1 something does not, 2 it could not be looked at.
 */
export async function verifyLedgerFile(args: readonly string[], print: (line: string) => void): Promise<0 | 1 | 2> {
  try {
    const { file, against, head, key } = readArguments(args);
    const trusted = key === undefined ? undefined : readKeys(key);
    const verdict = await verifyLedger(createReadStream(file), {
      ...(trusted === undefined ? {} : { trusted }),
      ...(against === undefined ? {} : { checkpoints: createReadStream(against) }),
      ...(head === undefined ? {} : { heads: [head] }),
    });
    const notCompared = whyNotCompared(verdict);
    if (notCompared !== undefined) throw new Sentence(notCompared);
    for (const line of describe(verdict, { against, head, trusted })) print(line);
    return verdict.problemCount === 0 ? 0 : 1;
  } catch (error) {
    print(error instanceof Sentence ? error.message : unreadable(error));
    return 2;
  }
}

function readArguments(args: readonly string[]) {
  const options = { against: { type: 'string' }, head: { type: 'string' }, key: { type: 'string' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Sentence(VERIFY_LEDGER_USAGE);
    return {
      file,
      against: values.against,
      head: values.head === undefined ? undefined : readHead(values.head),
      key: values.key,
    };
  } catch (error) {
    throw error instanceof Sentence ? error : new Sentence(VERIFY_LEDGER_USAGE);
  }
}

function readHead(text: string): KnownHead {
  const [, pages, head] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (pages === undefined || head === undefined)
    throw new Sentence('A head is written PAGES:HASH, the hash with 64 characters, as the morning mail gives it.');
  return { pages: Number(pages), head };
}

function readKeys(path: string): readonly LedgerPublicKey[] {
  try {
    const keys = readLedgerKeys(readFileSync(path, 'utf8'));
    if (keys.length > 0) return keys;
  } catch (error) {
    if (isMissing(error)) throw error;
  }
  throw new Sentence('The file after --key holds no Ed25519 public key (SPKI PEM).');
}

function isMissing(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error;
}

function unreadable(error: unknown): string {
  return isMissing(error) ? `A file could not be read (${error.code}).` : 'The file could not be looked at.';
}

/** Whoever gives checkpoints asks for a comparison: a proof without one would answer another question. */
function whyNotCompared({ checkpoints, problemCount }: LedgerVerdict): string | undefined {
  if (checkpoints === null || checkpoints.ours + checkpoints.odd > 0) return undefined;
  // What is wrong with the ledger itself is said first.
  if (problemCount > checkpoints.others) return undefined;
  return checkpoints.others === 0
    ? 'NOT COMPARED: the file after --against holds no checkpoint. Give the checkpoints that were kept for this connection, or leave --against out.'
    : 'NOT COMPARED: every checkpoint after --against is of another ledger. Give the checkpoints that were kept for this connection, or leave --against out.';
}

interface Given {
  readonly against: string | undefined;
  readonly head: KnownHead | undefined;
  readonly trusted: readonly LedgerPublicKey[] | undefined;
}

function describe(verdict: LedgerVerdict, given: Given): readonly string[] {
  const { problems, problemCount } = verdict;
  if (problemCount > 0) {
    const rest = problemCount - problems.length;
    return [
      `NOT PROVEN: ${amount(problemCount, 'thing does', 'things do')} not agree.`,
      ...problems.map(({ line, says }) => `  line ${line}: ${says}`),
      ...(rest > 0 ? [`  and ${rest} more`] : []),
    ];
  }
  return ['PROVEN: everything in this file agrees.', ...proven(verdict), ...outside(verdict, given), ...LIMITS];
}

function proven(verdict: LedgerVerdict): readonly string[] {
  const { header, pages, envelopes, unseen, cursor, head, days, lastDay, signedPages, usedKeys } = verdict;
  return [
    `  Ledger of corp ${header?.corp}, connection ${header?.connection}.`,
    pages === 0
      ? '  No page is in it.'
      : `  Pages 1 to ${pages}, received ${timeOf(verdict.firstReceived)} to ${timeOf(verdict.lastReceived)}: every leaf and every link of the chain agrees.`,
    `  They hold ${amount(envelopes, 'envelope', 'envelopes')} up to seq ${cursor}; WeCom did not return ${amount(unseen, 'number', 'numbers')} when first asked.`,
    `  Head of the chain: ${head}`,
    days === 0
      ? '  No day is signed yet.'
      : `  ${amount(days, 'day is', 'days are')} signed, the last one ${lastDay}: pages 1 to ${signedPages} are under signed roots (key ${usedKeys.join(', ')}).`,
    ...(signedPages < pages ? [`  Pages ${signedPages + 1} to ${pages} are in the chain and under no root yet.`] : []),
  ];
}

function outside({ agreed, newestAgreed, pages, usedKeys }: LedgerVerdict, { against, head, trusted }: Given) {
  const known =
    against === undefined && head === undefined
      ? [
          '  Not compared with checkpoints: rows cut off at the end would not be noticed. Give --against a file of checkpoints that was kept elsewhere.',
        ]
      : [
          `  ${amount(agreed, 'checkpoint agrees', 'checkpoints agree')}; the newest one knows page ${newestAgreed?.pages ?? 0} of ${pages}: nothing up to it was changed, taken out or added since.`,
        ];
  const keys =
    trusted !== undefined || usedKeys.length === 0
      ? []
      : [
          `  The signatures were checked with the keys that the file brings along. Compare ${usedKeys.join(', ')} with the key you were given, or give it with --key.`,
        ];
  return [...known, ...keys];
}

/** Said with every proof: the ledger never claims more than it can show. */
const LIMITS = [
  'What this does not prove: that WeCom returned everything it had. Numbers it did not return may be holes of its own count;',
  'what it held before the first answer, and in a silence of more than five days, nobody can prove.',
];

function amount(count: number | bigint, one: string, many: string): string {
  return `${count} ${count === 1 || count === 1n ? one : many}`;
}

function timeOf(at: number | null): string {
  return at === null ? 'never' : new Date(at).toISOString();
}
