import { setTimeout as sleep } from 'node:timers/promises';
import { Agent } from 'node:http';
import { FaultError, type CorpSecret, type UnixMs } from '@highwater/domain';
import { createAccessTokens, type TokenOwner } from '../finance/access-tokens.ts';
import { TOKEN_REFUSALS } from '../finance/is-token-refused.ts';
import { readSimulatorUrl } from '../finance/read-simulator-url.ts';
import type { CallFamily, ContactFamily } from '../limits/call-families.ts';
import { NO_LIMITS, type CallLimits } from '../limits/create-call-limits.ts';
import { noteAnswer } from '../limits/note-answer.ts';
import { throttled, waitForCall } from '../limits/wait-for-call.ts';
import { decodeAnswer } from '../page/read-json.ts';
import { faultOfErrcode } from '../page/fault-of-errcode.ts';
import { isObject, parseJson, type Json, type JsonObject } from '../parse/json.ts';
import type { Egress, Target } from '../relay/egress.ts';
import { WECOM_HOST } from '../relay/wecom-host.ts';
import { CONTACT_CALLS } from './contact-calls.ts';
import { sendContactRequest } from './send-contact-request.ts';
import { createTurns } from './take-turns.ts';
import { WecomAgent } from './wecom-agent.ts';

export interface ContactsOptions {
  /** https://qyapi.weixin.qq.com, or the stand-in's address on this machine, by http. */
  readonly baseUrl: string;
  readonly now: () => UnixMs;
  /** None unless given. */
  readonly limits?: CallLimits;
  /** Per request; a call that also needs a token may take twice as long. */
  readonly timeoutMs: number;
  /** The way out; straight from this machine unless given. Not for the stand-in. */
  readonly egress?: Egress;
  /** Where WeCom is; tests only. */
  readonly upstream?: Target;
  /** One more authority in PEM; tests only. */
  readonly extraAuthorityPem?: string;
  /** How a call waits for its turn; tests bring their own clock. */
  readonly wait?: (ms: number) => Promise<unknown>;
}

export interface ContactLine {
  /**
   * One call; returns the answer of errcode 0. The token of the secret is taken along, and replaced once when it is
   * refused. Throws a FaultError for everything else.
   */
  call(secret: CorpSecret, family: ContactFamily, input: { query?: Query; body?: Json }): Promise<JsonObject>;
  /** Forgets the secret's token. */
  forget(secret: CorpSecret): void;
  close(): void;
}

type Query = Readonly<Record<string, string>>;

/** WeCom gives no figure for calls at once (45033 says that there is one); the archive's own come beside these. */
const MOST_AT_ONCE = 4;
const IDLE_MS = 15_000;
/** How long a secret that WeCom refused is not tried again: 2,000 wrong calls in an hour shut the caller out. */
const REFUSED_MS = 60_000;

/** The way of all calls for people and rooms: tokens, budgets, turns, and what WeCom's answers mean. */
export function openContactLine(options: ContactsOptions): ContactLine {
  const { baseUrl, now, limits = NO_LIMITS, timeoutMs, wait = sleep } = options;
  const { origin, host, agent } = openWay(baseUrl, options);
  const takeTurn = createTurns(MOST_AT_ONCE);
  const tokens = createAccessTokens(askToken, now, { refreshEarly: true });
  const refusals = new Map<string, { readonly error: FaultError; readonly until: UnixMs }>();

  async function askToken({ corpId, secret }: TokenOwner): Promise<Uint8Array> {
    const query = new URLSearchParams({ corpid: corpId, corpsecret: secret });
    const bytes = await send(corpId, 'token', 'GET', `/cgi-bin/gettoken?${query}`);
    readErrcode(corpId, 'token', bytes);
    return bytes;
  }

  /** Waits for a budget, sends, and refuses what is no answer of WeCom. */
  async function send(corpId: string, family: CallFamily, method: 'GET' | 'POST', target: string, body = '') {
    await waitForCall(limits, corpId, family, wait);
    const answer = await sendContactRequest({ method, origin, host, target, body, agent, timeoutMs });
    if (answer.status !== 200) throw new FaultError('wecom.failing', { detail: { status: answer.status } });
    return answer.bytes;
  }

  function readErrcode(corpId: string, family: CallFamily, bytes: Uint8Array): JsonObject {
    const answer = parseJson(decodeAnswer(bytes))?.value;
    if (!isObject(answer)) throw new FaultError('wecom.failing', { detail: { status: 200 } });
    const errcode = numberOf(answer['errcode']);
    if (errcode === undefined) throw new FaultError('wecom.failing', { detail: { status: 200 } });
    const pause = noteAnswer(limits, corpId, family, errcode);
    if (pause > 0) throw throttled(pause, errcode);
    return answer;
  }

  async function tokenOf(owner: TokenOwner): Promise<string> {
    const key = JSON.stringify([owner.corpId, owner.secret]);
    const refusal = refusals.get(key);
    // A clock that went back does not hold a secret off for longer.
    if (refusal !== undefined && refusal.until > now() && refusal.until <= now() + REFUSED_MS) throw refusal.error;
    refusals.delete(key);
    try {
      return await tokens.get(owner);
    } catch (error) {
      if (error instanceof FaultError && (error.fault === 'secret.wrong' || error.fault === 'corp_id.wrong')) {
        for (const [other, { until }] of refusals) if (until <= now()) refusals.delete(other);
        refusals.set(key, { error, until: now() + REFUSED_MS });
      }
      throw error;
    }
  }

  async function callOnce(
    owner: TokenOwner,
    family: ContactFamily,
    { query = {}, body }: { query?: Query; body?: Json },
  ): Promise<{ token: string; answer: JsonObject; errcode: number }> {
    const token = await tokenOf(owner);
    const [method, path] = CONTACT_CALLS[family];
    const target = `/cgi-bin/${path}?${new URLSearchParams({ access_token: token, ...query })}`;
    const text = body === undefined ? '' : JSON.stringify(body);
    const bytes = await send(owner.corpId, family, method, target, text);
    const answer = readErrcode(owner.corpId, family, bytes);
    return { token, answer, errcode: numberOf(answer['errcode']) ?? 0 };
  }

  return {
    call: ({ corpId, secret }, family, input) =>
      takeTurn(corpId, async () => {
        const owner = { corpId, secret };
        let heard = await callOnce(owner, family, input);
        if (TOKEN_REFUSALS.has(heard.errcode)) {
          tokens.drop(owner, heard.token);
          heard = await callOnce(owner, family, input);
          if (TOKEN_REFUSALS.has(heard.errcode)) tokens.drop(owner, heard.token);
        }
        if (heard.errcode !== 0) throw faultOfErrcode(heard.errcode, heard.answer['errmsg']);
        return heard.answer;
      }),
    forget({ corpId, secret }) {
      tokens.drop({ corpId, secret });
      refusals.delete(JSON.stringify([corpId, secret]));
    },
    close: () => agent.destroy(),
  };
}

function openWay(baseUrl: string, options: ContactsOptions): { origin: URL; host: string; agent: Agent } {
  const kept = { keepAlive: true, maxSockets: 64, maxFreeSockets: 16, timeout: IDLE_MS };
  if (!baseUrl.startsWith('https:')) {
    const origin = readSimulatorUrl(baseUrl);
    return { origin, host: origin.host, agent: new Agent(kept) };
  }
  const { egress = { kind: 'direct' }, upstream, extraAuthorityPem, timeoutMs } = options;
  const url = new URL(baseUrl);
  if (url.host !== WECOM_HOST) throw new Error('only WeCom itself is called by https');
  const settings = {
    connectMs: timeoutMs,
    ...(upstream === undefined ? {} : { upstream }),
    ...(extraAuthorityPem === undefined ? {} : { extraAuthorityPem }),
  };
  return { origin: new URL(`http://${WECOM_HOST}`), host: WECOM_HOST, agent: new WecomAgent(egress, settings, kept) };
}

/** WeCom writes numbers; some of its stand-ins write them as texts. */
function numberOf(value: Json | undefined): number | undefined {
  const number = typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' ? number : undefined;
}
