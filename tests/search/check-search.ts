import { randomBytes } from 'node:crypto';
import { openPlaintext, sealPlaintext } from '@highwater/crypto';
import { inTenant, listMessagesByIds, type Database, type MessageRow } from '@highwater/db';
import { EVERY_MESSAGE, type ConversationId, type MessageId, type PersonKey, type TenantId } from '@highwater/domain';
import { parseWords, walkMatches } from '@highwater/search';
import {
  addConnection,
  addMessages,
  addTenant,
  answerPlainly,
  composeQuestions,
  foldPlainly,
  HAND_MADE_PAIRS,
  newId,
  ROW_TIME,
  type PlainQuestion,
} from '@highwater/testkit';
import { parseMessage, searchableText } from '@highwater/wecom';
import { createRandom } from '../faults/seeded-random.ts';
import { createPostgresEngine, type EngineUnderTest } from './search-engine.ts';

export interface SearchFindings {
  readonly engine: string;
  readonly messages: number;
  readonly questions: number;
  readonly pairs: number;
  /** Matches that the plain look found, over all questions. */
  readonly expected: number;
  readonly found: number;
  readonly recall: number;
  readonly precision: number;
  /** Questions that were answered otherwise, as they were typed. Never more than ten. */
  readonly differences: readonly string[];
  readonly holds: boolean;
}

const PEOPLE = ['linxiaoyu', 'wmCustomerOfTheCheck0000000001'] as unknown[] as PersonKey[];
const BATCH = 1000;

/**
 * Asks an index about texts and compares with plainly looking through all of them. Every text is a message that is
 * sealed, stored and indexed like any other, and every answer is read again, opened and matched.
 */
export async function checkSearch(
  database: Database,
  options: {
    readonly texts: readonly string[];
    readonly questions: number;
    readonly seed: number;
    /** The index of the database unless told. */
    readonly engine?: (tenantId: TenantId) => Promise<EngineUnderTest>;
  },
): Promise<SearchFindings> {
  const random = createRandom(options.seed);
  const texts = [...options.texts, ...HAND_MADE_PAIRS.map(([text]) => text)];
  const tenantId = await addTenant(database);
  const key = randomBytes(32);
  const engine = (await options.engine?.(tenantId)) ?? createPostgresEngine(database, tenantId, randomBytes(32));
  const ids = await fill(database, tenantId, engine, key, texts);
  const places = new Map(ids.map((id, place) => [id, place]));

  async function ask(question: string): Promise<ReadonlySet<number>> {
    const matches = walkMatches({
      index: engine.index,
      tenantId,
      query: { ...EVERY_MESSAGE, ...parseWords(question) },
      access: { kind: 'all' },
      after: null,
      batch: 400,
      read: (some) => inTenant(database, tenantId, (tx) => listMessagesByIds(tx, { kind: 'all' }, some)),
      textsOf: (row: MessageRow) =>
        searchableText(parseMessage(openPlaintext(key, tenantId, row.messageId, row.sealedPlaintext))).map(
          ({ text }) => text,
        ),
      wordsInFiles: async () => new Set(),
    });
    const found = new Set<number>();
    for await (const { row } of matches) found.add(places.get(row.messageId) ?? -1);
    return found;
  }

  const folded = texts.map(foldPlainly);
  const questions = composeQuestions(options.texts, options.questions, random);
  const tally = { expected: 0, found: 0, right: 0 };
  const differences: string[] = [];
  const compare = (question: PlainQuestion, found: ReadonlySet<number>): void => {
    const expected = answerPlainly(folded, question);
    const right = expected.intersection(found).size;
    tally.expected += expected.size;
    tally.found += found.size;
    tally.right += right;
    if (right < expected.size || right < found.size) differences.push(question.q);
  };
  for (const question of questions) compare(question, await ask(question.q));
  for (const [at, [text, q, isFound]] of HAND_MADE_PAIRS.entries()) {
    const found = await ask(q);
    if (found.has(options.texts.length + at) !== isFound) differences.push(`${q} in ${text}`);
  }
  const recall = tally.expected === 0 ? 0 : tally.right / tally.expected;
  const precision = tally.found === 0 ? 0 : tally.right / tally.found;
  return {
    engine: engine.index.engine,
    messages: texts.length,
    questions: questions.length,
    pairs: HAND_MADE_PAIRS.length,
    expected: tally.expected,
    found: tally.found,
    recall,
    precision,
    differences: differences.slice(0, 10),
    holds: recall === 1 && precision === 1 && differences.length === 0,
  };
}

async function fill(
  database: Database,
  tenantId: TenantId,
  engine: EngineUnderTest,
  key: Uint8Array,
  texts: readonly string[],
): Promise<readonly MessageId[]> {
  const conversationId = newId<ConversationId>();
  const connectionId = await inTenant(database, tenantId, (tx) => addConnection(tx));
  const ids: MessageId[] = [];
  for (let from = 0; from < texts.length; from += BATCH) {
    const rows = texts.slice(from, from + BATCH).map((content, at) => {
      const messageId = newId<MessageId>();
      const [sender = '', to = ''] = PEOPLE;
      const sentAt = ROW_TIME + (from + at) * 1000;
      const msgid = `${messageId}_external`;
      const message = { msgid, action: 'send', from: sender, tolist: [to], roomid: '', msgtime: sentAt };
      const plaintext = Buffer.from(JSON.stringify({ ...message, msgtype: 'text', text: { content } }));
      const sealedPlaintext = sealPlaintext(key, tenantId, messageId, plaintext);
      return {
        messageId,
        msgid,
        seq: String(from + at + 1),
        sentAt,
        conversationId,
        people: PEOPLE,
        sealedPlaintext,
        plaintext,
      };
    });
    await inTenant(database, tenantId, (tx) => addMessages(tx, connectionId, rows));
    await engine.add(
      rows.map(({ messageId, sentAt, plaintext }) => ({
        tenantId,
        messageId,
        sentAt,
        kind: 'text',
        direction: 'outbound',
        roomId: null,
        conversationId,
        people: PEOPLE,
        hasMedia: false,
        isRecalled: false,
        texts: searchableText(parseMessage(plaintext)).map(({ text }) => text),
      })),
    );
    ids.push(...rows.map(({ messageId }) => messageId));
  }
  return ids;
}
