import { randomBytes } from 'node:crypto';
import type { UnixMs } from '@highwater/domain';
import type { PlannedFault } from '../corp/fault-plan.ts';
import { writeEventFields, type ContactEvent } from '../directory/contact-event.ts';
import { Refusal } from '../corp/refusal.ts';
import { sealCallback, signCallback } from './seal-callback.ts';

/** Where a corp's events go, as its administrator entered it. */
export interface CallbackTarget {
  readonly url: string;
  readonly token: string;
  readonly encodingAesKey: string;
}

/** WeCom waits for the address check one second, and for an event five; both are given the longer time here. */
const LONGEST_MS = 5000;
/** Older than any receiver should take. */
const LATE_MS = 11 * 60_000;
/** What the archive's events carry. */
const ARCHIVE_AGENT = 2_000_004;
/** What events of people outside and of rooms, and of people inside carry. */
const CUSTOMER_AGENT = 2_000_003;
const CONTACTS_AGENT = 2_000_002;

interface Sent {
  readonly query: URLSearchParams;
  readonly body: string;
}

const lastSent = new WeakMap<CallbackTarget, Sent>();

const ARCHIVE_EVENT = `<AgentID>${ARCHIVE_AGENT}</AgentID><Event><![CDATA[msgaudit_notify]]></Event>`;

/** Sends `msgaudit_notify`; resolves with the receiver's status, 0 when it cannot be reached. */
export function sendArchiveEvent(
  corpId: string,
  target: CallbackTarget,
  now: UnixMs,
  fault: PlannedFault | undefined,
): Promise<number> {
  return sendEvent({ corpId, fields: ARCHIVE_EVENT, agentId: ARCHIVE_AGENT, now }, target, fault);
}

/** Sends a change of people or rooms, as `sendArchiveEvent`. */
export function sendContactEvent(
  corpId: string,
  target: CallbackTarget,
  now: UnixMs,
  event: ContactEvent,
  fault: PlannedFault | undefined,
): Promise<number> {
  const agentId = event.event === 'change_contact' ? CONTACTS_AGENT : CUSTOMER_AGENT;
  return sendEvent({ corpId, fields: writeEventFields(event), agentId, now }, target, fault);
}

interface EventToSend {
  readonly corpId: string;
  /** XML that follows MsgType. */
  readonly fields: string;
  readonly agentId: number;
  readonly now: UnixMs;
}

async function sendEvent(event: EventToSend, target: CallbackTarget, fault: PlannedFault | undefined): Promise<number> {
  if (fault?.kind === 'lost') return 0;
  const before = fault?.kind === 'replay' ? lastSent.get(target) : undefined;
  const sent = before ?? composeEvent(event, target, fault?.kind === 'late' ? event.now - LATE_MS : event.now);
  if (fault?.kind === 'wrong_signature') sent.query.set('msg_signature', '0'.repeat(40));
  else lastSent.set(target, sent);
  return ask(target, sent.query, { method: 'POST', body: sent.body }).then(
    (answer) => answer.status,
    () => 0,
  );
}

function composeEvent({ corpId, fields, agentId }: EventToSend, target: CallbackTarget, at: UnixMs): Sent {
  const event = `<xml><ToUserName><![CDATA[${corpId}]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName><CreateTime>${Math.floor(at / 1000)}</CreateTime><MsgType><![CDATA[event]]></MsgType>${fields}</xml>`;
  const encrypt = sealCallback(target.encodingAesKey, event, corpId);
  const body = `<xml><ToUserName><![CDATA[${corpId}]]></ToUserName><AgentID><![CDATA[${agentId}]]></AgentID><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`;
  return { query: signedQuery(target.token, encrypt, at), body };
}

/** The check that WeCom makes when an address is saved: a sealed word that must come back open. Throws a Refusal. */
export async function checkCallback(corpId: string, target: CallbackTarget, now: UnixMs): Promise<void> {
  const word = randomBytes(8).toString('hex');
  const encrypt = sealCallback(target.encodingAesKey, word, corpId);
  const query = signedQuery(target.token, encrypt, now);
  query.set('echostr', encrypt);
  const answered = await ask(target, query, { method: 'GET' }).then(
    async (answer) => answer.status === 200 && (await answer.text()) === word,
    () => false,
  );
  if (answered) return;
  throw new Refusal(
    'callback.unanswered',
    'openapi 回调地址请求不通过。',
    'The address did not answer the check as it should.',
  );
}

function signedQuery(token: string, encrypt: string, at: UnixMs): URLSearchParams {
  const parts = { timestamp: String(Math.floor(at / 1000)), nonce: randomBytes(5).toString('hex'), encrypt };
  const { timestamp, nonce } = parts;
  return new URLSearchParams({ msg_signature: signCallback(token, parts), timestamp, nonce });
}

function ask({ url }: CallbackTarget, query: URLSearchParams, init: RequestInit): Promise<Response> {
  return fetch(`${url}?${query}`, { ...init, redirect: 'manual', signal: AbortSignal.timeout(LONGEST_MS) });
}

/** An administrator's input. Throws a Refusal for what WeCom's console would not take. */
export function readCallback(input: Readonly<Record<string, unknown>>): CallbackTarget {
  const { url, token, encodingAesKey } = input;
  const refuse = (field: string, zh: string, en: string): Refusal =>
    new Refusal('callback.malformed', `${field} 应为${zh}。`, `${field} must be ${en}.`);
  if (typeof url !== 'string' || !/^https?:\/\/\S+$/.test(url)) throw refuse('URL', '网址', 'an address');
  if (typeof token !== 'string' || !/^[A-Za-z0-9]{3,32}$/.test(token)) {
    throw refuse('Token', ' 3 到 32 位字母或数字', '3 to 32 letters or digits');
  }
  if (typeof encodingAesKey !== 'string' || !/^[A-Za-z0-9]{43}$/.test(encodingAesKey)) {
    throw refuse('EncodingAESKey', ' 43 位字母或数字', '43 letters or digits');
  }
  return { url, token, encodingAesKey };
}
