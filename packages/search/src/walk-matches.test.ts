import {
  EVERY_MESSAGE,
  type MessageId,
  type MessagePosition,
  type SearchIndex,
  type TenantId,
} from '@highwater/domain';
import { expect, it } from 'vitest';
import { parseWords } from './query/parse-words.ts';
import { walkMatches } from './walk-matches.ts';

/** A thousand messages, of which every tenth is about a contract; the newest first, one a second. */
const TEXTS = Array.from({ length: 1000 }, (_, at) => (at % 10 === 0 ? `合同${at}` : `发票${at}`));
const POSITIONS = TEXTS.map((_, at): MessagePosition => ({
  sentAt: 1_000_000 - at,
  messageId: String(at) as MessageId,
}));

/** Proposes everything, however little is asked for at once, and remembers how much that was. */
function proposing(limits: number[]): Pick<SearchIndex, 'find'> {
  return {
    async find(_tenant, _query, _access, { after, limit }) {
      limits.push(limit);
      const from = after === null ? 0 : POSITIONS.findIndex(({ messageId }) => messageId === after.messageId) + 1;
      const positions = POSITIONS.slice(from, from + limit);
      return { positions, next: from + limit < POSITIONS.length ? (positions.at(-1) ?? null) : null };
    },
  };
}

async function walk(question: string, options: Partial<Parameters<typeof walkMatches>[0]> = {}) {
  const limits: number[] = [];
  const matches = walkMatches({
    index: proposing(limits),
    tenantId: 't' as TenantId,
    query: { ...EVERY_MESSAGE, ...parseWords(question) },
    access: { kind: 'all' },
    after: null,
    read: async (ids) => ids.map((messageId) => ({ messageId })),
    textsOf: ({ messageId }) => [TEXTS[Number(messageId)] ?? ''],
    wordsInFiles: async () => new Set(),
    ...options,
  });
  const found: string[] = [];
  for (;;) {
    const step = await matches.next();
    if (step.done === true) return { found, limits, stoppedAt: step.value };
    found.push(TEXTS[Number(step.value.row.messageId)] ?? '');
  }
}

it('finds what matches, newest first, and says that nothing older is left', async () => {
  const { found, stoppedAt } = await walk('合同');
  expect(found).toEqual(TEXTS.filter((text) => text.startsWith('合同')));
  expect(stoppedAt).toBeNull();
});

it.each([
  ['合同 OR 票5', (text: string) => text.includes('合同') || text.includes('票5')],
  ['票 -9', (text: string) => text.includes('票') && !text.includes('9')],
  ['"票1" NOT 12 5', (text: string) => text.includes('票1') && !text.includes('12') && text.includes('5')],
])('takes %j at its word', async (question, holds) => {
  expect((await walk(question)).found).toEqual(TEXTS.filter(holds));
});

it('takes a word of a file for one of the message, and an excluded one too', async () => {
  const inFiles = { wordsInFiles: async () => new Set(['附件']) };
  expect((await walk('合同 附件', inFiles)).found).toHaveLength(100);
  expect((await walk('合同 -附件', inFiles)).found).toEqual([]);
});

it('asks for more at once where few match, and stops where it was told to', async () => {
  const { found, limits, stoppedAt } = await walk('合同', {
    batch: 50,
    isSpent: ({ candidates }) => candidates >= 300,
  });
  expect(limits).toEqual([50, 100, 200]);
  expect(found).toHaveLength(35);
  expect(stoppedAt).toEqual(POSITIONS[349]);
  const rest = await walk('合同', { after: stoppedAt });
  expect(new Set([...found, ...rest.found]).size).toBe(100);
});

it('opens nothing where no word is asked for', async () => {
  const unopened = { textsOf: () => expect.fail('opened') };
  expect((await walk('', unopened)).found).toHaveLength(1000);
});
