import { createHash } from 'node:crypto';
import { type CorpCredentials, FaultError, type UnixMs } from '@highwater/domain';
import { isObject, parseJson } from '../parse/json.ts';
import { faultOfErrcode } from '../page/fault-of-errcode.ts';

export interface AccessTokens {
  /** The corp's token, asked for when there is none or its time is over. Callers at once share one request. */
  get(corp: CorpCredentials): Promise<string>;
  /** Forgets the corp's token; with `token`, only when it is still that one. */
  drop(corp: CorpCredentials, token?: string): void;
}

interface KeptToken {
  /** Settled when the answer is there; shared by all who wait for it. */
  readonly token: Promise<string>;
  value: string;
  endsAt: UnixMs;
}

/** Tokens in memory, per corp and secret. `askToken` returns the bytes of a gettoken answer. */
export function createAccessTokens(
  askToken: (corp: CorpCredentials) => Promise<Uint8Array>,
  now: () => UnixMs,
): AccessTokens {
  const kept = new Map<string, KeptToken>();

  async function ask(entry: Omit<KeptToken, 'token'>, key: string, corp: CorpCredentials): Promise<string> {
    try {
      const { token, expiresInSeconds } = readTokenAnswer(await askToken(corp));
      entry.value = token;
      entry.endsAt = now() + expiresInSeconds * 1000;
      return token;
    } catch (error) {
      kept.delete(key);
      throw error;
    }
  }

  return {
    get(corp) {
      const key = keyOf(corp);
      for (const [other, { endsAt }] of kept) if (endsAt <= now()) kept.delete(other);
      const known = kept.get(key);
      if (known) return known.token;
      const { promise, resolve } = Promise.withResolvers<string>();
      const entry = { token: promise, value: '', endsAt: Infinity };
      kept.set(key, entry);
      resolve(ask(entry, key, corp));
      return promise;
    },
    drop(corp, token) {
      const key = keyOf(corp);
      if (token === undefined || kept.get(key)?.value === token) kept.delete(key);
    },
  };
}

/** Another secret of the same corp has another token. */
function keyOf({ corpId, archiveSecret }: CorpCredentials): string {
  return createHash('sha256')
    .update(JSON.stringify([corpId, archiveSecret]))
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
