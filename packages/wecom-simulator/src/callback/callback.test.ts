import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createReadyCorp } from '../testing/call-simulator.ts';
import { sealCallback, signCallback } from './seal-callback.ts';
import { checkCallback, readCallback, sendArchiveEvent } from './send-callback.ts';

const secrets = { token: 'QDG6eK', encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C' };
const NOW = Date.UTC(2026, 10, 22);

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

interface Received {
  readonly method: string;
  readonly query: URLSearchParams;
  readonly body: string;
}

/** A receiver that notes what comes and answers with `answer`. */
async function listen(answer: (received: Received) => { status: number; body: string }) {
  const received: Received[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { searchParams } = new URL(request.url ?? '/', 'http://receiver');
    const one = { method: request.method ?? '', query: searchParams, body: Buffer.concat(parts).toString() };
    received.push(one);
    const { status, body } = answer(one);
    response.writeHead(status).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { received, target: { url: `http://127.0.0.1:${port}/cb`, ...secrets } };
}

const signatureOf = ({ query, body }: Received) =>
  signCallback(secrets.token, {
    timestamp: query.get('timestamp') ?? '',
    nonce: query.get('nonce') ?? '',
    encrypt: query.get('echostr') ?? /<Encrypt><!\[CDATA\[(.*)\]\]><\/Encrypt>/.exec(body)?.[1] ?? '',
  });

it('sends events that are signed, and faults when they are planned', async () => {
  const { received, target } = await listen(() => ({ status: 200, body: '' }));
  expect(await sendArchiveEvent('ww1', target, NOW, undefined)).toBe(200);
  await sendArchiveEvent('ww1', target, NOW + 1000, { on: 'callback', kind: 'replay', times: 1 });
  await sendArchiveEvent('ww1', target, NOW, { on: 'callback', kind: 'late', times: 1 });
  await sendArchiveEvent('ww1', target, NOW, { on: 'callback', kind: 'wrong_signature', times: 1 });
  const [first, replay, late, wrong] = received;
  if (!first || !replay || !late || !wrong) throw new Error('not all came');
  expect(first.query.get('msg_signature')).toBe(signatureOf(first));
  expect(first.query.get('timestamp')).toBe(String(NOW / 1000));
  expect(replay).toEqual(first);
  expect(Number(late.query.get('timestamp'))).toBeLessThan(NOW / 1000 - 600);
  expect(late.query.get('msg_signature')).toBe(signatureOf(late));
  expect(wrong.query.get('msg_signature')).not.toBe(signatureOf(wrong));
});

it('saves an address that answers the check with the open word, and no other', async () => {
  const { received, target } = await listen(() => ({ status: 200, body: 'no word' }));
  await expect(checkCallback('ww1', target, NOW)).rejects.toThrow('callback.unanswered');
  expect(received[0]?.query.get('msg_signature')).toBe(received[0] && signatureOf(received[0]));
  const { simulator, corp } = createReadyCorp();
  const put = (body: object) =>
    simulator.app.request(`/console/api/corps/${corp.corpId}/callback`, { method: 'PUT', body: JSON.stringify(body) });
  expect((await put(target)).status).toBe(422);
  expect((await put({ ...target, token: '!' })).status).toBe(422);
  expect(corp.callback).toBeUndefined();
});

it.each([
  {},
  { url: 'ftp://x' },
  { url: 'http://x', token: 'ab' },
  { url: 'http://x', token: 'abc', encodingAesKey: 'x' },
])('does not take %o', (input) => {
  expect(() => readCallback(input)).toThrow('callback.malformed');
});

it('seals to whole blocks of 32 bytes, never the same twice', () => {
  for (let length = 0; length < 70; length += 1) {
    const sealed = sealCallback(secrets.encodingAesKey, 'x'.repeat(length), 'ww1');
    expect(Buffer.from(sealed, 'base64').length % 32).toBe(0);
    expect(sealCallback(secrets.encodingAesKey, 'x'.repeat(length), 'ww1')).not.toBe(sealed);
  }
});
