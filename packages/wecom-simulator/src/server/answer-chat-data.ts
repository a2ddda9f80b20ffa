import type { AccessTokens } from '../corp/access-token.ts';
import type { ArchivedMessage } from '../corp/archived-message.ts';
import type { Corp } from '../corp/corp.ts';
import { admitCaller } from './admit-caller.ts';
import { callerAddress, type HttpContext } from './http-context.ts';
import { readChatRequest, type ChatRequest } from './read-request.ts';
import { spoilAnswer } from './spoil-answer.ts';
import { writeErrmsg } from './wecom-error.ts';

const JSON_TYPE = { 'content-type': 'application/json; charset=UTF-8' };
const REDELIVERED = 5;

/** POST /cgi-bin/message/getchatdata: up to `limit` sealed messages after `seq`; errors as errcode in HTTP 200. */
export async function answerChatData(c: HttpContext, tokens: AccessTokens, now: () => number): Promise<Response> {
  const address = callerAddress(c);
  const refuse = (errcode: number): Response =>
    c.body(JSON.stringify({ errcode, errmsg: writeErrmsg(errcode, address, now()), chatdata: [] }), 200, JSON_TYPE);

  const request = readChatRequest(await c.req.text());
  const admitted = admitCaller(tokens, c.req.query('access_token'), address);
  if ('errcode' in admitted) return refuse(admitted.errcode);
  const fault = admitted.corp.faults.take('chat');
  const spoilt = await spoilAnswer(c, fault);
  if (spoilt) return spoilt;
  if (fault?.kind === 'errcode') return refuse(fault.errcode ?? -1);
  if (!request) return refuse(40058);
  if (fault?.kind === 'chatdata_missing') return c.body('{"errcode":0,"errmsg":"ok"}', 200, JSON_TYPE);
  if (fault?.kind === 'chatdata_null') return c.body('{"errcode":0,"errmsg":"ok","chatdata":null}', 200, JSON_TYPE);

  const messages = selectMessages(admitted.corp, request, fault?.kind);
  const entries = messages.map((message) => admitted.corp.writeEntry(message)).join(',');
  return c.body(`{"errcode":0,"errmsg":"ok","chatdata":[${entries}]}`, 200, JSON_TYPE);
}

function selectMessages(corp: Corp, { seq, limit }: ChatRequest, fault: string | undefined): ArchivedMessage[] {
  if (fault === 'duplicates') {
    return corp
      .listAfter(seq, Math.ceil(limit / 2))
      .flatMap((message) => [message, message])
      .slice(0, limit);
  }
  if (fault !== 'redelivery') return corp.listAfter(seq, limit);
  const again = corp.listAfter(0n, Number.MAX_SAFE_INTEGER).filter((message) => message.seq <= seq);
  return [...again.slice(-REDELIVERED), ...corp.listAfter(seq, limit)].slice(0, limit);
}
