import { errorFields } from '@highwater/config/telemetry';
import { FAULTS, FaultError, type Log } from '@highwater/domain';
import { createI18n } from '@highwater/i18n';
import type { Context } from 'hono';
import type { z } from '@hono/zod-openapi';
import type { problem } from '../schemas/problem.ts';
import { acceptedLanguage } from './accept-language.ts';
import type { ApiEnv } from './api-env.ts';

/** The answer of anything that went wrong. A foreign error is `internal` with the request's id, and only the log knows more. */
export function answerProblem(c: Context<ApiEnv>, error: unknown, log: Log): Response {
  const named = error instanceof FaultError ? error : new FaultError('internal', { cause: error });
  const { status, retry } = FAULTS[named.fault];
  const requestId = c.get('requestId');
  const fields = { ...errorFields(named === error ? (named.cause ?? named) : error), fault: named.fault };
  // A refusal of our own that passes, such as WeCom being busy, is an answer; with a cause something of ours failed.
  const isRefusal = named === error && retry && named.cause === undefined;
  const line = { requestId, route: c.get('route'), ...fields };
  if (status >= 500 && isRefusal) log.warn('request failed', line);
  else if (status >= 500) log.error('request failed', line);
  const language = acceptedLanguage(c.req.header('accept-language'));
  const words = createI18n(language).fault(named.fault, named.detail);
  const body: z.input<typeof problem> = {
    type: `/problems/${named.fault}`,
    title: words.title,
    status,
    detail: words.cure,
    fault: named.fault,
    ...(named.field === undefined ? {} : { field: named.field }),
    ...(Object.keys(named.detail).length === 0 ? {} : { params: named.detail }),
    requestId,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Language': language,
      // Seconds, where the fault knows them.
      ...(retry && status !== 500 ? { 'Retry-After': String(named.detail['seconds'] ?? 5) } : {}),
    },
  });
}
