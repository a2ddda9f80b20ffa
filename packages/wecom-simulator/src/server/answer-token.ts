import type { Corps } from '../corp/corps.ts';
import type { AccessTokens } from '../corp/access-token.ts';
import { API_LIMIT } from '../corp/call-counter.ts';
import { SECRET_PURPOSES } from '../corp/secrets.ts';
import { callerAddress, type HttpContext } from './http-context.ts';
import { spoilAnswer } from './spoil-answer.ts';
import { writeErrmsg } from './wecom-error.ts';

/** GET /cgi-bin/gettoken: always exactly four fields, because the vendor's library dies of any other. */
export async function answerToken(
  c: HttpContext,
  corps: Corps,
  tokens: AccessTokens,
  now: () => number,
): Promise<Response> {
  const corp = corps.find(c.req.query('corpid') ?? '');
  const refuse = (errcode: number): Response =>
    c.json({ errcode, errmsg: writeErrmsg(errcode, callerAddress(c), now()), access_token: '', expires_in: 0 });

  if (!corp) return refuse(40013);
  const counter = corp.calls.get('gettoken', API_LIMIT);
  if (counter.refuses(now())) return refuse(45009);
  counter.count(now());
  const purpose = SECRET_PURPOSES.find((candidate) => corp.secrets[candidate] === c.req.query('corpsecret'));
  const isForContacts = purpose !== undefined && purpose !== 'archive';
  const fault = isForContacts ? corp.faults.take('contacts', { api: 'gettoken' }) : corp.faults.take('token');
  const spoilt = await spoilAnswer(c, fault);
  if (spoilt) return spoilt;
  if (fault?.kind === 'errcode') return refuse(fault.errcode ?? -1);
  if (fault?.kind === 'throttle') return refuse(45009);
  if (purpose === undefined) return refuse(40001);
  const issued = tokens.issue(corp, purpose);
  return c.json({ errcode: 0, errmsg: 'ok', access_token: issued.token, expires_in: issued.expiresIn });
}
