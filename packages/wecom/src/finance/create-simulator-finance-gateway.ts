import type { CorpCredentials, FinanceGateway, Seq, UnixMs } from '@highwater/domain';
import { readPage } from '../page/read-page.ts';
import { createAccessTokens } from './access-tokens.ts';
import { isTokenRefused } from './is-token-refused.ts';
import { openShard } from './open-shard.ts';
import { readMediaAnswer } from './read-media-answer.ts';
import { readSdkFileId } from './read-sdk-file-id.ts';
import { type FinanceAnswer, sendRequest } from './send-request.ts';
import { readShardIndex } from './shard-index.ts';

export interface SimulatorOptions {
  /** Loopback, http: the archive's endpoints themselves are called by the vendor's library only. */
  readonly baseUrl: string;
  /** Per request; a call that also needs a token may take twice as long. */
  readonly timeoutMs: number;
  readonly now: () => UnixMs;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
/** The version that the current library sends. */
const VERSION = 3;
/** The library proves itself to WeCom here; the simulator takes anything, and this product never makes a proof. */
const ENCRYPT_SIGN = 'simulated';
const MOST_ENVELOPES = 1000;
/** The largest seq that the library sends as a positive number: nothing comes after it. */
const BEHIND_ALL_MESSAGES: Seq = 2n ** 63n - 1n;

/** The finance library's three calls, spoken to the simulator as the library speaks to WeCom. */
export function createSimulatorFinanceGateway({ baseUrl, timeoutMs, now }: SimulatorOptions): FinanceGateway {
  const base = readBaseUrl(baseUrl);
  const tokens = createAccessTokens(askToken, now);

  async function askToken({ corpId, archiveSecret }: CorpCredentials): Promise<Uint8Array> {
    const url = new URL('/cgi-bin/gettoken', base);
    url.search = new URLSearchParams({ corpid: corpId, corpsecret: archiveSecret }).toString();
    return (await sendRequest({ method: 'GET', url, headers: { accept: '*/*' }, body: '', timeoutMs })).bytes;
  }

  /** Repeated once with a new token when the old one is refused before its time. */
  async function post(
    corp: CorpCredentials,
    path: string,
    body: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<FinanceAnswer> {
    const token = await tokens.get(corp);
    const answer = await postWithToken(token);
    if (!isTokenRefused(answer.bytes)) return answer;
    tokens.drop(corp, token);
    return postWithToken(await tokens.get(corp));

    function postWithToken(accessToken: string): Promise<FinanceAnswer> {
      const url = new URL(path, base);
      url.search = new URLSearchParams({ access_token: accessToken }).toString();
      // The library names this type although the body is JSON.
      const type = { 'content-type': 'application/x-www-form-urlencoded', accept: '*/*' };
      return sendRequest({ method: 'POST', url, headers: { ...type, ...headers }, body, timeoutMs });
    }
  }

  async function fetchPage(corp: CorpCredentials, after: Seq, limit: number): Promise<Uint8Array> {
    if (!Number.isInteger(limit) || limit < 1 || limit > MOST_ENVELOPES) throw new RangeError('a page has 1 to 1,000');
    // Written by hand: a number would round beyond 2^53. The library sends seq as signed 64-bit.
    const seq = BigInt.asIntN(64, after);
    const body = `{"seq":${seq},"limit":${limit},"version":${VERSION},"encrypt_sign":"${ENCRYPT_SIGN}"}`;
    return (await post(corp, '/cgi-bin/message/getchatdata', body)).bytes;
  }

  return {
    async probe(corp) {
      // A kept token would prove nothing about the secret of today.
      tokens.drop(corp);
      readPage(await fetchPage(corp, BEHIND_ALL_MESSAGES, 1));
    },
    fetchPage,
    async fetchShard(corp, sdkfileid, index) {
      const { fileid, authkey, aesKey } = readSdkFileId(sdkfileid);
      const asked = readShardIndex(index);
      const body = JSON.stringify({ fileid, authkey, version: VERSION });
      const range = { Range: `bytes=${asked.first}-${asked.last}` };
      const answer = await post(corp, '/cgi-bin/message/getchatmediadata', body, range);
      return openShard(aesKey, asked, answer.rawHeaders, readMediaAnswer(answer.bytes));
    },
  };
}

function readBaseUrl(baseUrl: string): URL {
  const url = URL.parse(baseUrl);
  if (url === null || url.protocol !== 'http:' || !LOOPBACK.has(url.hostname)) {
    throw new Error('the simulator is reached by http on this machine only');
  }
  return url;
}
