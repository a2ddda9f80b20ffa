import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../infra/processes/run-command.ts';
import { z } from 'zod';
import type { Session } from './session.ts';

/** Something that can be asked of the API. */
export interface Operation {
  readonly name: string;
  readonly method: string;
  /** With parameters in braces. */
  readonly path: string;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'] as const;
const document = z.object({
  paths: z.record(z.string(), z.partialRecord(z.enum(METHODS), z.object({ operationId: z.string() }))),
});

/** What a handler for every method takes, by the path under which it is mounted. */
const MOUNTED: Readonly<Record<string, readonly string[]>> = {
  '/scim/*': ['GET /scim/{rest}'],
  '/callbacks/*': ['GET /callbacks/wecom/{token}', 'POST /callbacks/wecom/{token}'],
};
/** Not answers, but what stands before them. */
const BEFORE_ANSWERS = ['ALL /*', 'ALL /v1/*'];

/** Every operation of the served OpenAPI document (a test of the API holds it against the committed one), and what else the router knows. */
export async function listOperations(anybody: Session): Promise<readonly Operation[]> {
  const { paths } = document.parse(await anybody.get('/v1/openapi.json'));
  const documented = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => ({
      name: operationId,
      method: method.toUpperCase(),
      path,
    })),
  );
  const named = new Set(documented.map(({ method, path }) => `${method} ${path}`));
  const routed = (await listRoutes()).filter((name) => !BEFORE_ANSWERS.includes(name) && !named.has(name));
  const others = routed.flatMap((route) => {
    const [method = '', path = ''] = route.split(' ');
    const names = method === 'ALL' ? (MOUNTED[path] ?? [route]) : [route];
    return names.map((name) => ({ name, method: name.split(' ')[0] ?? '', path: name.split(' ')[1] ?? '' }));
  });
  return [...documented, ...others];
}

/** Method and path, with parameters in braces, of everything that the API's router knows in development. */
async function listRoutes(): Promise<readonly string[]> {
  const path = join(ROOT, 'apps/api/src/create-app.ts');
  const { createApp } = (await import(pathToFileURL(path).href)) as {
    createApp(deps: object): { readonly routes: readonly { readonly method: string; readonly path: string }[] };
  };
  const limits = { requestsPerMinute: 1, signInsPerMinute: 1 };
  // Nothing is asked of it: what stands behind the routes is not needed.
  const { routes } = createApp({ mode: 'development', limits, operators: {}, portalUrl: 'http://127.0.0.1' });
  const names = routes.map((route) => `${route.method} ${route.path.replaceAll(/:(\w+)/g, '{$1}')}`);
  return [...new Set(names)];
}

/** Paths of the identity library that are not mounted, and must not exist. */
export const UNMOUNTED_PATHS = [
  '/auth/ok',
  '/auth/error',
  '/auth/list-sessions',
  '/auth/revoke-session',
  '/auth/revoke-sessions',
  '/auth/revoke-other-sessions',
  '/auth/update-user',
  '/auth/update-session',
  '/auth/delete-user',
  '/auth/change-email',
  '/auth/change-password',
  '/auth/set-password',
  '/auth/verify-password',
  '/auth/verify-email',
  '/auth/send-verification-email',
  '/auth/list-accounts',
  '/auth/link-social',
  '/auth/unlink-account',
  '/auth/account-info',
  '/auth/get-access-token',
  '/auth/refresh-token',
  '/auth/sign-in/social',
  '/auth/callback/google',
  '/auth/admin/list-users',
  '/auth/admin/impersonate-user',
  '/auth/admin/set-role',
  '/auth/organization/list',
] as const;
