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

/** What the document leaves out: identity (an allow-list), development, WeCom's calls, health, itself. */
const OUTSIDE_THE_DOCUMENT = [
  'POST /auth/sign-up/email',
  'POST /auth/sign-in/email',
  'POST /auth/sign-out',
  'GET /auth/get-session',
  'GET /v1/dev/mailbox',
  'GET /v1/dev/mailbox/{mailId}',
  'GET /v1/openapi.json',
  'GET /callbacks/wecom/{token}',
  'POST /callbacks/wecom/{token}',
  'GET /healthz',
  'GET /readyz',
];

/** Every operation of the served OpenAPI document (a test of the API holds it against the committed one) and the rest. */
export async function listOperations(anybody: Session): Promise<readonly Operation[]> {
  const { paths } = document.parse(await anybody.get('/v1/openapi.json'));
  const documented = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => ({
      name: operationId,
      method: method.toUpperCase(),
      path,
    })),
  );
  const others = OUTSIDE_THE_DOCUMENT.map((name) => {
    const [method = '', path = ''] = name.split(' ');
    return { name, method, path };
  });
  return [...documented, ...others];
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
  '/auth/request-password-reset',
  '/auth/reset-password',
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
