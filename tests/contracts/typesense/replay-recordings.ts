import { createHmac, randomBytes } from 'node:crypto';
import type { TypesenseServer } from './open-typesense.ts';
import { whyOutOfScope } from './out-of-scope.ts';
import type { Recording } from './recording.ts';

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: unknown;
}

/** Not compared, but what comes after needs what they did. */
const SENT_ALL_THE_SAME = /^exact: (upsert one document|patch the text)|^delete truncate/;

/**
 * Sends what the adapter might send, in the order of the recordings, and gives the answers. What was done between two
 * recordings without being recorded is done here too. At a real server everything gets names of its own.
 */
export async function replayRecordings(
  server: TypesenseServer,
  recordings: readonly Recording[],
): Promise<Map<string, Answer>> {
  const prefix = server.standIn === undefined ? `rec_${randomBytes(4).toString('hex')}_` : '';
  const rename = (text: string): string =>
    text.replaceAll(/\bmessages(?:_v\d)?\b|\bexact_(?:v1|chunks)\b/g, `${prefix}$&`);
  const answers = new Map<string, Answer>();
  const admin = { 'x-typesense-api-key': server.adminKey };
  let searchKey = '';

  for (const recording of recordings) {
    if (whyOutOfScope(recording) !== undefined && !SENT_ALL_THE_SAME.test(recording.name)) continue;
    await prepare(recording.name);
    answers.set(recording.name, await replay(recording));
  }
  return answers;

  async function replay({ name, request }: Recording): Promise<Answer> {
    const isNotReady = name.includes('without a quorum');
    server.standIn?.behave({ state: isNotReady ? 'loading' : 'ready' });
    const query = Object.entries(request.query).map(([key, value]): [string, string] => [key, writeOut(String(value))]);
    const key = keyOf(request.auth);
    return send(
      request.method,
      `${rename(request.path)}?${new URLSearchParams(query).toString()}`,
      request.body === null
        ? undefined
        : typeof request.body === 'string'
          ? request.body
          : JSON.stringify(request.body),
      key === undefined ? {} : { 'x-typesense-api-key': key },
    );
  }

  async function send(
    method: string,
    path: string,
    body?: string,
    headers: Record<string, string> = admin,
  ): Promise<Answer> {
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: rename(body) }),
    });
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    const plain = prefix === '' ? text : text.replaceAll(prefix, '');
    return { status: response.status, type, body: readBody(plain, type) };
  }

  async function prepare(name: string): Promise<void> {
    if (name === 'search facet counts') await changeKind();
    if (name === 'alias swap') await makeSecondVersion();
    if (name === 'key create search-only') await send('DELETE', rename('/collections/messages'));
    if (name === 'search with search-only key') searchKey = await makeSearchKey();
  }

  /** As the update by filter did. */
  async function changeKind(): Promise<void> {
    const body = JSON.stringify({ id: '5', msg_type: 'system' });
    await send('POST', rename('/collections/messages_v1/documents/import?action=update'), body);
  }

  async function makeSecondVersion(): Promise<void> {
    const first = recordings.find(({ name }) => name === 'collection create');
    await send('POST', '/collections', JSON.stringify({ ...(first?.request.body as object), name: 'messages_v2' }));
    const document = { tenant_id: 't1', msg_type: 'text', sender_id: 'u2', room_id: 'r1', sent_at: 1_700_000_002_000 };
    const lines = [
      { ...document, id: '2', text: '收到，发票什么时候开？付款合同我们这边已经审批（新索引）' },
      { ...document, id: '1', text: '王总您好' },
    ];
    const body = lines.map((line) => JSON.stringify(line)).join('\n');
    await send('POST', rename('/collections/messages_v2/documents/import?action=upsert'), body);
  }

  async function makeSearchKey(): Promise<string> {
    const body = { description: 'search', actions: ['documents:search'], collections: ['messages_v1'] };
    const answer = await send('POST', '/keys', JSON.stringify(body));
    return (answer.body as { value: string }).value;
  }

  function keyOf(auth: string): string | undefined {
    if (auth.startsWith('no ')) return undefined;
    if (auth.startsWith('admin')) return server.adminKey;
    if (auth.startsWith('search-only')) return searchKey;
    if (auth.includes('unknown parent')) return scopedKey(randomBytes(16).toString('hex'), {});
    if (auth.includes('bootstrap admin')) return scopedKey(server.adminKey, {});
    if (auth.includes('expires_at')) return scopedKey(searchKey, { expires_at: 1 });
    if (auth.startsWith('scoped key')) return scopedKey(searchKey, {});
    return auth;
  }
}

function scopedKey(parent: string, further: object): string {
  const json = JSON.stringify({ filter_by: 'tenant_id:=t2', ...further });
  const digest = createHmac('sha256', parent).update(json).digest('base64');
  return Buffer.from(`${digest}${parent.slice(0, 4)}${json}`).toString('base64');
}

/** Long values were shortened when they were recorded. */
function writeOut(value: string): string {
  const count = /^id:\[(\d+) ids/.exec(value)?.[1];
  return count === undefined ? value : `id:[${Array.from({ length: Number(count) }, (_, at) => `m${at}`).join(',')}]`;
}

function readBody(text: string, type: string): unknown {
  if (type.startsWith('application/json')) return JSON.parse(text);
  const lines = text.split('\n').filter((line) => line !== '');
  const parsed = lines.map((line) => JSON.parse(line) as unknown);
  return lines.length === 0 ? '' : lines.length === 1 ? parsed[0] : { jsonl: parsed };
}
