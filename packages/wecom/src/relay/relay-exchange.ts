import type { TLSSocket } from 'node:tls';
import { FaultError } from '@highwater/domain';
import { isObject, parseJson } from '../parse/json.ts';
import { noteAnswer } from '../limits/note-answer.ts';
import { throttled } from '../limits/wait-for-call.ts';
import { checkTokenAnswer } from './check-token-answer.ts';
import { readHttpAnswer } from './read-http-answer.ts';
import { readRelayedRequest, type RelayedRequest } from './relayed-request.ts';
import type { OpenPass, RelayNotes } from './relay-pass.ts';

/** A shard is 700 kB in base64, a page of 1,000 large texts some megabytes; this only stops a runaway answer. */
export const LARGEST_ANSWER_BYTES = 256 * 1024 * 1024;
/** Refusals are a few hundred bytes; longer answers are content and are not looked into. */
const LONGEST_REFUSAL = 20 * 1024;
const LONGEST_TOKEN_ANSWER = 64 * 1024;

/**
 * Carries one request to WeCom and its answer back, both byte for byte. Only a gettoken answer is held until it is
 * whole: one that the library would hide or die of ends here, and the library sees a cut connection (its code 10001).
 * Both sockets are closed in the end, however it ends.
 */
export async function relayExchange(
  client: TLSSocket,
  upstream: TLSSocket,
  { options, notes }: OpenPass,
): Promise<void> {
  try {
    const request = await readRequest(client);
    if (request === 'refused') throw new FaultError('wecom.arguments');
    if (request.call === 'token') {
      notes.tokenAsked = true;
      const wait = options.limits.take(options.corpId, 'token');
      if (wait > 0) throw throttled(wait);
    }
    upstream.write(request.bytes);
    if (request.call === 'token') await carryTokenAnswer(client, upstream, options);
    else await carryAnswer(client, upstream, (refusal) => (notes.refusal = refusal));
  } catch (error) {
    notes.fault ??= error instanceof FaultError ? error : new FaultError('wecom.unreachable');
  } finally {
    // `end` sends what is still to be sent; nobody needs more than a moment to take it.
    client.destroySoon();
    upstream.destroy();
  }
}

function readRequest(client: TLSSocket): Promise<RelayedRequest | 'refused'> {
  return new Promise((resolve, reject) => {
    let seen: Buffer = Buffer.alloc(0);
    const gone = (): void => reject(new FaultError('wecom.unreachable'));
    client.once('close', gone).once('end', gone).on('error', gone);
    client.on('data', function read(part: Buffer) {
      seen = Buffer.concat([seen, part]);
      const request = readRelayedRequest(seen);
      if (request === undefined) return;
      client.off('data', read).off('end', gone);
      // Flows on: a second request would be refused, and its end would be noticed.
      client.on('data', () => client.destroy());
      resolve(request);
    });
  });
}

async function carryTokenAnswer(client: TLSSocket, upstream: TLSSocket, options: OpenPass['options']): Promise<void> {
  const parts: Buffer[] = [];
  let size = 0;
  const answer = await new Promise<Buffer>((resolve, reject) => {
    const look = (ended: boolean): void => {
      const bytes = Buffer.concat(parts);
      const read = readHttpAnswer(bytes, ended);
      if (read === 'broken') reject(new FaultError(size === 0 || ended ? 'wecom.unreachable' : 'wecom.error'));
      else if (read !== undefined) resolve(read.body);
    };
    upstream.on('data', (part: Buffer) => {
      parts.push(part);
      size += part.length;
      if (size > LONGEST_TOKEN_ANSWER) reject(new FaultError('wecom.error'));
      else look(false);
    });
    upstream.once('end', () => look(true));
    upstream.once('error', () => reject(new FaultError('wecom.unreachable')));
    upstream.once('close', () => reject(new FaultError('wecom.unreachable')));
    client.once('close', () => reject(new FaultError('wecom.unreachable')));
  });
  const fault = checkTokenAnswer(answer);
  const errcode = Number(fault?.detail['errcode'] ?? 0);
  const pause = noteAnswer(options.limits, options.corpId, 'token', errcode);
  if (pause > 0) throw throttled(pause, errcode);
  if (fault) throw fault;
  client.end(Buffer.concat(parts));
}

/** Streams the answer; rejects when it is cut short. A refusal is told before the library has its last byte. */
async function carryAnswer(
  client: TLSSocket,
  upstream: TLSSocket,
  tell: (refusal: NonNullable<RelayNotes['refusal']>) => void,
): Promise<void> {
  let kept: Buffer | undefined = Buffer.alloc(0);
  let size = 0;
  const look = (ended: boolean): void => {
    const answer = kept && readHttpAnswer(kept, ended);
    const refusal = answer === undefined || answer === 'broken' ? undefined : readRefusal(answer.body);
    if (refusal) tell(refusal);
  };
  await new Promise<void>((resolve, reject) => {
    const cut = (): void => reject(new FaultError('wecom.unreachable'));
    upstream.on('data', (part: Buffer) => {
      size += part.length;
      if (size > LARGEST_ANSWER_BYTES) return cut();
      kept = kept !== undefined && size <= LONGEST_REFUSAL ? Buffer.concat([kept, part]) : undefined;
      look(false);
      if (!client.write(part)) {
        upstream.pause();
        client.once('drain', () => upstream.resume());
      }
    });
    upstream.once('end', () => {
      look(true);
      client.end();
      resolve();
    });
    upstream.once('error', cut).once('close', cut);
    // The library hangs up as soon as it has the length that was announced: for it, the answer is whole.
    client.once('close', resolve);
  });
}

function readRefusal(body: Buffer): RelayNotes['refusal'] {
  const answer = parseJson(body.toString('utf8'))?.value;
  if (!isObject(answer)) return undefined;
  const { errcode, errmsg } = answer;
  return typeof errcode === 'number' && errcode !== 0 ? { errcode, errmsg } : undefined;
}
