import { createHash } from 'node:crypto';
import { FaultError, type UnixMs } from '@highwater/domain';
import { isObject, parseJson } from '../parse/json.ts';
import { faultOfErrcode } from '../page/fault-of-errcode.ts';

/** Whose token: another secret of the same corp has another one. */
export interface TokenOwner {
  readonly corpId: string;
  readonly secret: string;
}

export interface AccessTokens {
  /** The owner's token, asked for when there is none or its time is over. Callers at once share one request. */
  get(owner: TokenOwner): Promise<string>;
  /** Forgets the owner's token; with `token`, only when it is still that one. */
  drop(owner: TokenOwner, token?: string): void;
}

interface KeptToken {
  /** Settled when the answer is there; shared by all who wait for it. */
  readonly token: Promise<string>;
  value: string;
  endsAt: UnixMs;
}

/** Part of a token's time before whose end it is asked for anew, at most five minutes. */
const EARLY_SHARE = 0.1;
const EARLIEST_MS = 300_000;

/**
 * Tokens in memory, per corp and secret. `askToken` returns the bytes of a gettoken answer. With `refreshEarly` a token
 * is replaced before its time is over, so that no call meets one that has just ended.
 */
export function createAccessTokens(
  askToken: (owner: TokenOwner) => Promise<Uint8Array>,
  now: () => UnixMs,
  { refreshEarly = false }: { readonly refreshEarly?: boolean } = {},
): AccessTokens {
  const kept = new Map<string, KeptToken>();

  async function ask(entry: Omit<KeptToken, 'token'>, key: string, owner: TokenOwner): Promise<string> {
    try {
      const { token, expiresInSeconds } = readTokenAnswer(await askToken(owner));
      entry.value = token;
      const lastsMs = expiresInSeconds * 1000;
      entry.endsAt = now() + lastsMs - (refreshEarly ? Math.min(lastsMs * EARLY_SHARE, EARLIEST_MS) : 0);
      return token;
    } catch (error) {
      kept.delete(key);
      throw error;
    }
  }

  return {
    get(owner) {
      const key = keyOf(owner);
      for (const [other, { endsAt }] of kept) if (endsAt <= now()) kept.delete(other);
      const known = kept.get(key);
      if (known) return known.token;
      const { promise, resolve } = Promise.withResolvers<string>();
      const entry = { token: promise, value: '', endsAt: Infinity };
      kept.set(key, entry);
      resolve(ask(entry, key, owner));
      return promise;
    },
    drop(owner, token) {
      const key = keyOf(owner);
      if (token === undefined || kept.get(key)?.value === token) kept.delete(key);
    },
  };
}

function keyOf({ corpId, secret }: TokenOwner): string {
  return createHash('sha256')
    .update(JSON.stringify([corpId, secret]))
    .digest('hex');
}

function readTokenAnswer(bytes: Uint8Array): { token: string; expiresInSeconds: number } {
  const answer = parseJson(Buffer.from(bytes).toString('utf8'))?.value;
  if (!isObject(answer)) throw new FaultError('wecom.error');
  const { errcode, errmsg, access_token: token, expires_in: expiresInSeconds } = answer;
  if (typeof errcode !== 'number') throw new FaultError('wecom.error');
  if (errcode !== 0) throw faultOfErrcode(errcode, errmsg);
  if (typeof token !== 'string' || token === '' || typeof expiresInSeconds !== 'number') {
    throw new FaultError('wecom.error');
  }
  return { token, expiresInSeconds };
}
