import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINE, openServer, type TypesenseServer } from './open-typesense.ts';
import { whyOutOfScope } from './out-of-scope.ts';
import { readRecordings, type Recording } from './recording.ts';
import { replayRecordings, type Answer } from './replay-recordings.ts';

const recordings = readRecordings();
const isReal = process.env['TYPESENSE_URL'] !== undefined;
/** What says something about the whole server, or about one that is not well. */
const OF_A_SERVER_OF_ITS_OWN = /^collections list empty|^collection list|without a quorum/;

const inScope = recordings.filter((recording) => whyOutOfScope(recording) === undefined);
const compared = inScope.filter(({ name }) => !isReal || !OF_A_SERVER_OF_ITS_OWN.test(name));

describe(`recordings of a real server, asked of ${ENGINE}`, () => {
  let server: TypesenseServer;
  let answers: Map<string, Answer>;

  beforeAll(async () => {
    server = await openServer();
    answers = await replayRecordings(server, isReal ? compared : recordings);
  }, 60_000);
  afterAll(() => server.close());

  it('are 221, of which the adapter could have sent 115; each of the others says why not', () => {
    const reasons = recordings.flatMap((recording) => whyOutOfScope(recording) ?? []);
    expect([recordings.length, inScope.length, reasons.length]).toEqual([221, 115, 106]);
    expect(new Set(recordings.map(({ name }) => name)).size).toBe(221);
  });

  it.each(compared.map((recording): [string, Recording] => [recording.name, recording]))(
    'answers the same: %s',
    (name, { response, request }) => {
      const answer = answers.get(name);
      expect(answer?.status).toBe(response.status);
      expect(answer?.type).toBe(response.content_type);
      const isChinese = /"?q"?:"?[^"]*[合发]/.test(JSON.stringify([request.query, request.body]));
      expectSame(answer?.body, response.body, isChinese);
    },
  );
});

/** Times and secrets differ; so do scores and marks of words of a dictionary, which are not looked at. */
const NOT_COMPARED = new Set(['created_at', 'search_time_ms', 'value', 'expires_at']);
const NOT_OF_CHINESE = new Set(['highlight', 'highlights', 'text_match', 'text_match_info']);

function expectSame(got: unknown, wanted: unknown, isChinese: boolean, path = 'body'): void {
  if (Array.isArray(wanted)) {
    const last: unknown = wanted.at(-1);
    // Long lists were cut when they were recorded.
    const more = typeof last === 'string' ? /^… (\d+) more$/.exec(last)?.[1] : undefined;
    const items = more === undefined ? wanted : wanted.slice(0, -1);
    expect(Array.isArray(got), path).toBe(true);
    expect((got as unknown[]).length, `${path}.length`).toBe(items.length + Number(more ?? 0));
    items.forEach((item, at) => expectSame((got as unknown[])[at], item, isChinese, `${path}[${at}]`));
    return;
  }
  if (typeof wanted !== 'object' || wanted === null) return expect(got, path).toEqual(wanted);
  expect(typeof got === 'object' && got !== null, path).toBe(true);
  const [given, asked] = [got as Record<string, unknown>, wanted as Record<string, unknown>];
  expect(Object.keys(given).toSorted(), path).toEqual(Object.keys(asked).toSorted());
  for (const [key, value] of Object.entries(asked)) {
    const isLeftOut = (NOT_COMPARED.has(key) && path === 'body') || key === 'search_time_ms' || key === 'created_at';
    if (isLeftOut || (isChinese && NOT_OF_CHINESE.has(key))) continue;
    expectSame(given[key], value, isChinese, `${path}.${key}`);
  }
}
