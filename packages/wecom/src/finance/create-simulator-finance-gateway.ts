import type { CorpCredentials, FinanceGateway, Seq, UnixMs } from '@highwater/domain';
import type { CallFamily } from '../limits/call-families.ts';
import { NO_LIMITS, type CallLimits } from '../limits/create-call-limits.ts';
import { noteAnswer } from '../limits/note-answer.ts';
import { throttled, waitForCall } from '../limits/wait-for-call.ts';
import { readPage } from '../page/read-page.ts';
import { createAccessTokens, type TokenOwner } from './access-tokens.ts';
import { isFullPage } from './is-full-page.ts';
import { findErrcode, isTokenRefused } from './is-token-refused.ts';
import { openShard } from './open-shard.ts';
import { BEHIND_ALL_MESSAGES, checkPageLimit } from './page-request.ts';
import { readMediaAnswer } from './read-media-answer.ts';
import { readSdkFileId } from './read-sdk-file-id.ts';
import { type FinanceAnswer, sendRequest } from './send-request.ts';
import { readSimulatorUrl } from './read-simulator-url.ts';
import { readShardIndex } from './shard-index.ts';

export interface SimulatorOptions {
  /** Loopback, http: the archive's endpoints themselves are called by the vendor's library only. */
  readonly baseUrl: string;
  /** Per request; a call that also needs a token may take twice as long. */
  readonly timeoutMs: number;
  readonly now: () => UnixMs;
  /** None unless given. */
  readonly limits?: CallLimits;
}

/** The version that the current library sends. */
const VERSION = 3;
/** The library proves itself to WeCom here; the simulator takes anything, and this product never makes a proof. */
const ENCRYPT_SIGN = 'simulated';

/** The finance library's three calls, spoken to the simulator as the library speaks to WeCom. */
export function createSimulatorFinanceGateway({
  baseUrl,
  timeoutMs,
  now,
  limits = NO_LIMITS,
}: SimulatorOptions): FinanceGateway {
  const base = readSimulatorUrl(baseUrl);
  const tokens = createAccessTokens(askToken, now);

  async function askToken({ corpId, secret }: TokenOwner): Promise<Uint8Array> {
    await waitForCall(limits, corpId, 'token');
    const url = new URL('/cgi-bin/gettoken', base);
    url.search = new URLSearchParams({ corpid: corpId, corpsecret: secret }).toString();
    const { bytes } = await sendRequest({ method: 'GET', url, headers: { accept: '*/*' }, body: '', timeoutMs });
    noteErrcode(corpId, 'token', bytes);
    return bytes;
  }

  function noteErrcode(corpId: string, family: CallFamily, bytes: Uint8Array): void {
    const errcode = findErrcode(bytes);
    const pause = noteAnswer(limits, corpId, family, errcode);
    if (pause > 0) throw throttled(pause, errcode);
  }

  /** Repeated once with a new token when the old one is refused before its time. */
  async function post(
    corp: CorpCredentials,
    family: CallFamily,
    path: string,
    body: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<FinanceAnswer> {
    const owner = ownerOf(corp);
    const token = await tokens.get(owner);
    let answer = await postWithToken(token);
    if (isTokenRefused(answer.bytes)) {
      tokens.drop(owner, token);
      answer = await postWithToken(await tokens.get(owner));
    }
    noteErrcode(corp.corpId, family, answer.bytes);
    return answer;

    async function postWithToken(accessToken: string): Promise<FinanceAnswer> {
      await waitForCall(limits, corp.corpId, family);
      const url = new URL(path, base);
      url.search = new URLSearchParams({ access_token: accessToken }).toString();
      // The library names this type although the body is JSON.
      const type = { 'content-type': 'application/x-www-form-urlencoded', accept: '*/*' };
      return sendRequest({ method: 'POST', url, headers: { ...type, ...headers }, body, timeoutMs });
    }
  }

  async function fetchPage(corp: CorpCredentials, after: Seq, limit: number): Promise<Uint8Array> {
    checkPageLimit(limit);
    // Written by hand: a number would round beyond 2^53. The library sends seq as signed 64-bit.
    const seq = BigInt.asIntN(64, after);
    const body = `{"seq":${seq},"limit":${limit},"version":${VERSION},"encrypt_sign":"${ENCRYPT_SIGN}"}`;
    const { bytes } = await post(corp, 'page', '/cgi-bin/message/getchatdata', body);
    if (isFullPage(bytes, limit)) limits.giveBack(corp.corpId, 'page');
    return bytes;
  }

  return {
    async probe(corp) {
      // A kept token would prove nothing about the secret of today.
      tokens.drop(ownerOf(corp));
      readPage(await fetchPage(corp, BEHIND_ALL_MESSAGES, 1));
    },
    fetchPage,
    async fetchShard(corp, sdkfileid, index) {
      const { fileid, authkey, aesKey } = readSdkFileId(sdkfileid);
      const asked = readShardIndex(index);
      const body = JSON.stringify({ fileid, authkey, version: VERSION });
      const range = { Range: `bytes=${asked.first}-${asked.last}` };
      const answer = await post(corp, 'media', '/cgi-bin/message/getchatmediadata', body, range);
      return openShard(aesKey, asked, answer.rawHeaders, readMediaAnswer(answer.bytes));
    },
  };
}

function ownerOf({ corpId, archiveSecret }: CorpCredentials): TokenOwner {
  return { corpId, secret: archiveSecret };
}
