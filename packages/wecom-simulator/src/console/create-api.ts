import { Hono } from 'hono';
import { checkCallback, readCallback } from '../callback/send-callback.ts';
import { companyOf, generateHistory } from '../company/generate-history.ts';
import { ARCHIVE_STATES } from '../corp/corp-event.ts';
import type { Corp } from '../corp/corp.ts';
import type { Corps } from '../corp/corps.ts';
import { readPlannedFault } from '../corp/fault-plan.ts';
import { Refusal } from '../corp/refusal.ts';
import { loadSamples } from '../samples/load-samples.ts';
import type { HttpContext, HttpEnv } from '../server/http-context.ts';
import { addDirectoryApi } from './add-directory-api.ts';
import { readBase64, readCount, readInput, readList, readText, readTexts, type Input } from './read-input.ts';

const MINUTE_MS = 60_000;

/** What the console shows of a corp, as JSON. The secrets are among it: all of this is invented. */
export function describeCorp(corp: Corp): Record<string, unknown> {
  return {
    corpId: corp.corpId,
    archiveSecret: corp.archiveSecret,
    customerContactSecret: corp.secrets.customer_contact,
    contactsSecret: corp.secrets.contacts,
    contactsKind: corp.contactsKind,
    name: corp.name,
    talking: corp.talking,
    archive: corp.archiveState,
    trustedIps: corp.trustedIps,
    appTrustedIps: corp.appTrustedIps,
    publicKeys: corp.publicKeys.map((key) => ({ publickeyVer: key.version, at: key.at })),
    messages: corp.messageCount,
    lastSeq: String(corp.lastSeq),
    callbackUrl: corp.callback?.url ?? null,
  };
}

/** Saves an address after it has answered the check, as the real console does. */
export async function saveCallback(corp: Corp, input: Input): Promise<void> {
  const target = readCallback(input);
  await checkCallback(corp.corpId, target, corp.clock.now());
  corp.setCallback(target);
}

export function getCorp(corps: Corps, c: HttpContext): Corp {
  const corp = corps.find(c.req.param('corpId') ?? '');
  if (!corp) throw new Refusal('corp.missing', '没有这个企业。', 'There is no such company.');
  return corp;
}

/** The plaintexts of a request: objects are written as JSON, `{raw}` holds base64 of any bytes. */
function readPlaintexts(input: Input): Buffer[] {
  return readList(input, 'messages').map((message) => {
    if (typeof message !== 'object' || message === null) {
      throw new Refusal('message.malformed', '每条消息应为对象。', 'Each message must be an object.');
    }
    return 'raw' in message ? readBase64(message.raw, 'raw') : Buffer.from(JSON.stringify(message));
  });
}

/** Lets the company talk now: `messages` messages with times from `overMs` ago up to now, saying `texts` in turn if given. */
export async function talkNow(
  corp: Corp,
  messages: number,
  overMs: number,
  texts: readonly string[] = [],
): Promise<{ seqs: string[] }> {
  const until = corp.clock.now();
  const { seqs } = await generateHistory({ corp, messages, from: until - overMs, until, texts });
  return { seqs: seqs.map(String) };
}

/** The console's actions as JSON under /console/api. Errors: `{error: {code, zh, en}}` with status 422, or 404 for an unknown corp. */
export function createConsoleApi(corps: Corps): Hono<HttpEnv> {
  const api = new Hono<HttpEnv>();
  const input = async (c: HttpContext): Promise<Input> => readInput(await c.req.text());
  const corpOf = (c: HttpContext): Corp => getCorp(corps, c);

  api.post('/corps', async (c) => {
    const body = await input(c);
    const startSeq = body['startSeq'] === undefined ? {} : { startSeq: readSeq(readText(body, 'startSeq')) };
    const name = body['name'] === undefined ? {} : { name: readText(body, 'name') };
    const seed = body['seed'] === undefined ? {} : { seed: readText(body, 'seed') };
    return c.json(describeCorp(corps.add({ ...name, ...seed, ...startSeq, talking: body['talking'] === true })), 201);
  });
  api.get('/corps', (c) => c.json({ corps: corps.list().map(describeCorp) }));
  api.get('/corps/:corpId', (c) => c.json(describeCorp(corpOf(c))));
  api.put('/corps/:corpId/trusted-ips', async (c) => {
    const corp = corpOf(c);
    corp.setTrustedIps(readTexts(await input(c), 'ips'));
    return c.json({ ips: corp.trustedIps });
  });
  api.post('/corps/:corpId/public-keys', async (c) => {
    const corp = corpOf(c);
    return c.json({ publickeyVer: corp.addPublicKey(readText(await input(c), 'pem')) }, 201);
  });
  api.put('/corps/:corpId/archive', async (c) => {
    const corp = corpOf(c);
    const wanted = readText(await input(c), 'state');
    const state = ARCHIVE_STATES.find((candidate) => candidate === wanted);
    if (!state) {
      const list = ARCHIVE_STATES.join(', ');
      throw new Refusal('archive.malformed', `state 应为:${list}。`, `state must be one of: ${list}.`);
    }
    corp.setArchiveState(state);
    return c.json({ state });
  });
  api.put('/corps/:corpId/talking', async (c) => {
    const corp = corpOf(c);
    corp.setTalking((await input(c))['on'] === true);
    return c.json({ on: corp.talking });
  });
  api.put('/corps/:corpId/callback', async (c) => {
    const corp = corpOf(c);
    await saveCallback(corp, await input(c));
    return c.json({ url: corp.callback?.url });
  });
  api.post('/corps/:corpId/messages', async (c) => {
    const corp = corpOf(c);
    return c.json({ seqs: corp.archive(readPlaintexts(await input(c))).map(String) }, 201);
  });
  api.post('/corps/:corpId/media', async (c) => {
    const corp = corpOf(c);
    const body = await input(c);
    if (body['bytes'] !== undefined) return c.json(corp.addMedia(readBase64(body['bytes'], 'bytes')), 201);
    return c.json(corp.addMedia(`noise:${readCount(body, 'size', 0)}:${readText(body, 'seed')}`), 201);
  });
  api.get('/corps/:corpId/shards', (c) => c.json({ shards: corpOf(c).shards.list() }));
  api.post('/corps/:corpId/talk', async (c) => {
    const corp = corpOf(c);
    const body = await input(c);
    const messages = readCount(body, 'messages', 1);
    const texts = body['texts'] === undefined ? [] : readTexts(body, 'texts');
    return c.json(await talkNow(corp, messages, readCount(body, 'overMs', 0, 10 * MINUTE_MS), texts), 201);
  });
  api.post('/corps/:corpId/samples', (c) => c.json({ seqs: loadSamples(corpOf(c)).map(String) }, 201));
  api.get('/corps/:corpId/source', (c) => {
    const corp = corpOf(c);
    return c.json({ seqs: corp.seqs.map(String), lastSeq: String(corp.lastSeq) });
  });
  addDirectoryApi(api, corpOf);
  api.get('/corps/:corpId/people', (c) => c.json(companyOf(corpOf(c))));
  api.get('/corps/:corpId/faults', (c) => c.json({ faults: corpOf(c).faults.list() }));
  api.post('/corps/:corpId/faults', async (c) => {
    const corp = corpOf(c);
    const { faults } = corp;
    faults.plan(readPlannedFault(await input(c), corp.clock.now()));
    return c.json({ faults: faults.list() }, 201);
  });
  api.delete('/corps/:corpId/faults', (c) => {
    corpOf(c).faults.clear();
    return c.json({ faults: [] });
  });
  api.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error;
    const { code, zh, en } = error;
    return c.json({ error: { code, zh, en } }, code === 'corp.missing' ? 404 : 422);
  });
  return api;
}

function readSeq(text: string): bigint {
  if (!/^\d{1,20}$/.test(text) || BigInt(text) >= 2n ** 64n) {
    throw new Refusal(
      'seq.malformed',
      'startSeq 应为 64 位无符号整数。',
      'startSeq must be an unsigned 64-bit integer.',
    );
  }
  return BigInt(text);
}
