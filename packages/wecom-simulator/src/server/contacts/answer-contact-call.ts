import type { AccessTokens } from '../../corp/access-token.ts';
import { ADDRESS_LIMIT, API_LIMIT, type CallCounters } from '../../corp/call-counter.ts';
import { callerAddress, type HttpContext } from '../http-context.ts';
import { spoilAnswer } from '../spoil-answer.ts';
import { writeErrmsg } from '../wecom-error.ts';
import { ContactRefusal, tokenKindOf, type ContactApi } from './contact-api.ts';
import { readBody } from './read-body.ts';

/** What all calls for people and rooms share. */
export interface ContactDesk {
  readonly tokens: AccessTokens;
  /** Calls of each address, of all corps together. */
  readonly addresses: CallCounters;
  readonly now: () => number;
}

/** Answers a call for people or rooms: token, limits, planned faults, address, right of the token, then the API itself. */
export async function answerContactCall(c: HttpContext, api: ContactApi, desk: ContactDesk): Promise<Response> {
  const { tokens, addresses, now } = desk;
  const address = callerAddress(c);
  const refuse = (errcode: number, text?: string): Response =>
    c.json({ errcode, errmsg: writeErrmsg(errcode, address, now(), text) });

  const body = await c.req.text();
  if (c.req.method !== api.method) return refuse(api.method === 'GET' ? 43001 : 43002);
  const checked = tokens.check(c.req.query('access_token'));
  if ('errcode' in checked) return refuse(checked.errcode);
  const { corp, purpose } = checked;

  const counters = [corp.calls.get(api.path, api.limit ?? API_LIMIT), addresses.get(address, ADDRESS_LIMIT)];
  if (counters.some((counter) => counter.refuses(now()))) return refuse(45009);
  for (const counter of counters) counter.count(now());

  const fault = corp.faults.take('contacts', { api: api.path });
  const spoilt = await spoilAnswer(c, fault);
  if (spoilt) return spoilt;
  if (fault?.kind === 'errcode') return refuse(fault.errcode ?? -1);
  if (fault?.kind === 'throttle') return refuse(45009);

  const trusted = purpose === 'archive' ? corp.trustedIps : corp.appTrustedIps;
  if (!trusted.includes(address)) return refuse(60020);
  if (!api.opens.includes(tokenKindOf(corp, purpose))) return refuse(48002);
  if (purpose === 'archive' && corp.archiveState === 'not_opened') return refuse(301053);
  if (purpose === 'archive' && corp.archiveState === 'expired') return refuse(301052);
  try {
    const call = { corp, purpose, query: (name: string) => c.req.query(name) ?? '', body: readBody(body) };
    return c.json({ errcode: 0, errmsg: 'ok', ...api.answer(call) });
  } catch (error) {
    if (error instanceof ContactRefusal) return refuse(error.errcode, error.text);
    throw error;
  }
}
