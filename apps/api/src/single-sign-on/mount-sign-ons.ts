import { hashToken } from '@highwater/crypto';
import { asPlatform, findEnabledSignOn, findInvitation, findSignOn, findSignOnByDomain, inTenant } from '@highwater/db';
import { FaultError, type SignOnId } from '@highwater/domain';
import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { Actor } from '../actor/actor.ts';
import type { ApiDeps } from '../api-deps.ts';
import { acceptedLanguage } from '../http/accept-language.ts';
import type { ApiEnv } from '../http/api-env.ts';
import { findActor } from '../http/find-actor.ts';
import { limitSignIns } from '../http/limit-rate.ts';
import { createTokenBucket } from '../http/token-bucket.ts';
import { readForm } from '../identity/read-form.ts';
import { findOffer, isOpen } from '../invitations/find-offer.ts';
import { linkToken, signOnId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import type { VerbContext } from '../verbs/verb-context.ts';
import { domainOf } from './addresses.ts';
import { beginSignOn, type Beginning } from './begin-sign-on.ts';
import { giveBrowserToken } from './browser-cookie.ts';
import { finishSaml, takeCode, takeResponse } from './take-answers.ts';

const NOBODY = { kind: 'nobody' } as const;

/**
 * What providers send browsers back with. It comes from another site, so it stands before the check of where requests
 * come from; state, cookie and signature say whose it is.
 */
export function mountSignOnAnswers(app: Hono<ApiEnv>, deps: ApiDeps): void {
  const bucket = createTokenBucket(deps.limits.requestsPerMinute);
  const on = (
    method: 'GET' | 'POST',
    path: string,
    take: (ctx: VerbContext, c: Context<ApiEnv>) => Promise<Response>,
  ): void => {
    app.on(method, path, (c) => {
      c.set('route', path);
      if (!bucket.take(c.get('address') ?? '')) throw new FaultError('request.too_many');
      return take(contextOf(c, deps, NOBODY), c);
    });
  };
  on('GET', '/auth/single-sign-on/oidc/:signOnId', (ctx, c) => takeCode(ctx, readId(c), new URL(c.req.url)));
  on('POST', '/auth/single-sign-on/saml/:signOnId', (ctx, c) => takeResponse(ctx, readId(c), c.req.raw));
  on('GET', '/auth/single-sign-on/finish', (ctx, c) => finishSaml(ctx, c.req.query('token') ?? ''));
}

/** Where sign-ins begin. */
export function mountSignOnStart(app: Hono<ApiEnv>, deps: ApiDeps): void {
  const path = '/auth/single-sign-on/start';
  app.post(path, limitSignIns(deps.limits.signInsPerMinute), findActor(deps), async (c) => {
    c.set('route', path);
    return start(contextOf(c, deps, c.get('actor')), c.req.raw);
  });
}

const starting = z.union([
  z.strictObject({ email: z.string().max(320) }),
  z.strictObject({ invitation: linkToken }),
  z.strictObject({ test: signOnId }),
]);

/** Answers where the browser is to go. Of an e-mail only the domain is looked at, so nothing tells whether it exists. */
async function start(ctx: VerbContext, request: Request): Promise<Response> {
  const asked = await readForm(request, starting);
  const { token, cookie } = giveBrowserToken(ctx.deps.portalUrl, ctx.headers);
  const url = await beginSignOn(ctx.deps, { ...(await chooseBeginning(ctx, asked)), browserToken: token });
  const headers = { 'content-type': 'application/json', 'set-cookie': cookie };
  return new Response(JSON.stringify({ url: url.href, host: url.host }), { headers });
}

async function chooseBeginning(
  ctx: VerbContext,
  asked: z.output<typeof starting>,
): Promise<Omit<Beginning, 'browserToken'>> {
  const { database, clock } = ctx.deps;
  if ('test' in asked) {
    const { tenantId, memberId } = authorise(ctx, 'manage_identity');
    const signOn = await inTenant(database, tenantId, (tx) => findSignOn(tx, asked.test));
    if (signOn === undefined) throw new FaultError('thing.missing');
    return { tenantId, signOn, purpose: 'test', memberId };
  }
  if ('invitation' in asked) {
    const { tenantId, invitationId } = await findOffer(database, asked.invitation);
    const { invitation, signOn } = await inTenant(database, tenantId, async (tx) => {
      return { invitation: await findInvitation(tx, invitationId), signOn: await findEnabledSignOn(tx) };
    });
    if (invitation === undefined || !isOpen(invitation, clock.now())) throw new FaultError('invitation.expired');
    if (signOn === undefined) throw new FaultError('single_sign_on.unknown');
    return { tenantId, signOn, purpose: 'invitation', invitationId };
  }
  const domain = domainOf(asked.email);
  const place =
    domain === undefined
      ? undefined
      : await asPlatform(database, 'single sign-on look-up', (tx) => findSignOnByDomain(tx, domain));
  if (place === undefined) throw new FaultError('single_sign_on.unknown', { field: 'email' });
  const signOn = await inTenant(database, place.tenantId, (tx) => findSignOn(tx, place.signOnId));
  if (signOn === undefined) throw new FaultError('single_sign_on.unknown', { field: 'email' });
  return { tenantId: place.tenantId, signOn, purpose: 'sign_in' };
}

/** An id that can be none names no sign-in under way. */
function readId(c: Context<ApiEnv>): SignOnId {
  const read = signOnId.safeParse(c.req.param('signOnId'));
  return read.success ? read.data : (hashToken('none') as SignOnId);
}

function contextOf(c: Context<ApiEnv>, deps: ApiDeps, actor: Actor): VerbContext {
  return {
    deps,
    actor,
    requestId: c.get('requestId'),
    address: c.get('address'),
    language: acceptedLanguage(c.req.header('accept-language')),
    idempotencyKey: null,
    headers: c.req.raw.headers,
    signal: c.req.raw.signal,
  };
}
