import { ApiProblem } from '@highwater/api-client';
import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import type { Language } from '@highwater/domain';
import { getMe } from '../api/setup.ts';
import type { MeView } from '../api/types.ts';
import { createVisitorApi, type VisitorApi } from '../api/visitor-api.ts';
import { acceptedLanguage, asLanguage } from './choose-language.ts';
import { LANGUAGE_COOKIE, readCookie, TENANT_COOKIE } from './cookies.ts';

/** One request of a visitor: who they are is asked of the API once, however many loaders run. */
export interface Visit {
  readonly request: Request;
  readonly url: URL;
  readonly context: AppLoadContext;
  readonly api: VisitorApi;
  /** Null when nobody is signed in. */
  me(): Promise<MeView | null>;
  /** `?lang=`, the member's own, the cookie's, the browser's, Chinese: the first that is given. */
  language(): Promise<Language>;
}

const visits = new WeakMap<AppLoadContext, Visit>();

export function visitOf({ request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>): Visit {
  const known = visits.get(context);
  if (known !== undefined) return known;
  const visit = createVisit(request, context);
  visits.set(context, visit);
  return visit;
}

function createVisit(request: Request, context: AppLoadContext): Visit {
  const url = new URL(request.url);
  const cookie = request.headers.get('cookie');
  const asked = asLanguage(url.searchParams.get('lang'));
  const guessed =
    asLanguage(readCookie(cookie, LANGUAGE_COOKIE)) ?? acceptedLanguage(request.headers.get('accept-language'));
  const tenantId = readCookie(cookie, TENANT_COOKIE);
  const headers: Record<string, string> = { ...context.clientHeaders, 'accept-language': asked ?? guessed ?? 'zh-CN' };
  if (cookie !== null) headers['cookie'] = cookie;
  // A session is shown to its person by the browser that it was opened in.
  const browser = request.headers.get('user-agent');
  if (browser !== null) headers['user-agent'] = browser;
  if (tenantId !== null && tenantId !== '') headers['highwater-tenant'] = tenantId;
  if (context.support !== null && !url.pathname.startsWith('/operator')) headers['highwater-support'] = context.support;
  const api = createVisitorApi(context.apiUrl, headers);

  let me: Promise<MeView | null> | undefined;
  const askMe = async (): Promise<MeView | null> => {
    const found = await getMe(api).catch(nobodyWhenSignedOut);
    const own = found?.language ?? null;
    if (asked === null && own !== null) headers['accept-language'] = own;
    return found;
  };
  const visit: Visit = {
    request,
    url,
    context,
    api,
    me: () => (me ??= askMe()),
    language: async () => {
      const own = cookie === null ? null : await visit.me().catch(() => null);
      return asked ?? own?.language ?? guessed ?? 'zh-CN';
    },
  };
  return visit;
}

function nobodyWhenSignedOut(error: unknown): null {
  if (error instanceof ApiProblem && error.problem.status === 401) return null;
  throw error;
}
