import { hashToken, makeToken, sealBytes, signOnLoginPlace } from '@highwater/crypto';
import { inTenant, moveSignOnLogin } from '@highwater/db';
import { errorFields } from '@highwater/config/telemetry';
import type { SignOnId } from '@highwater/domain';
import { readLimited } from '../callbacks/read-limited.ts';
import type { VerbContext } from '../verbs/verb-context.ts';
import { providerAddresses } from './addresses.ts';
import { discoverOf, samlSettings } from './begin-sign-on.ts';
import { endTest, openCompany, recordRefusal } from './end-login.ts';
import { checkBrowser, findLogin, openLogin, type FoundLogin } from './find-login.ts';
import { finishOidc, type Asserted } from './oidc.ts';
import { readSamlResponse } from './saml.ts';
import { problemOf, SignOnRefusal } from './sign-on-refusal.ts';

/** Responses with every group of a person have less. */
const LARGEST_RESPONSE = 256 * 1024;

/** A code of an OpenID provider comes back with the browser that began. */
export async function takeCode(ctx: VerbContext, signOnId: SignOnId, asked: URL): Promise<Response> {
  const { deps, headers } = ctx;
  const state = asked.searchParams.get('state') ?? '';
  const found = await findLogin(deps, 'state', state, { stage: 'open', signOnId });
  if (found === undefined) return refuse(ctx);
  return answer(ctx, found, async () => {
    checkBrowser(found, deps.portalUrl, headers);
    await use(ctx, found, 'open');
    const cameBackTo = new URL(providerAddresses(deps.portalUrl, signOnId).redirectUrl);
    cameBackTo.search = asked.search;
    const secrets = await openLogin<{ verifier: string; nonce: string }>(deps, found);
    const configuration = await discoverOf(deps, found.tenantId, found.signOn).catch((cause: unknown) => {
      throw new SignOnRefusal('unreachable', cause);
    });
    return finishOidc(configuration, { secrets, state, cameBackTo });
  });
}

/**
 * A SAML response is posted by another site, so the browser brings no cookie with it. What it asserts is kept, and the
 * browser is sent on to `finishSaml`, where it has to be the one that began.
 */
export async function takeResponse(ctx: VerbContext, signOnId: SignOnId, request: Request): Promise<Response> {
  const { deps } = ctx;
  const body = await readLimited(request.body, LARGEST_RESPONSE);
  const form = new URLSearchParams(body?.toString('utf8') ?? '');
  const found = await findLogin(deps, 'state', form.get('RelayState') ?? '', { stage: 'open', signOnId });
  if (found === undefined) return refuse(ctx);
  const { tenantId, login, signOn } = found;
  try {
    const settings = samlSettings(deps.portalUrl, signOn);
    const asserted = await readSamlResponse(settings, login.requestId ?? '', form.get('SAMLResponse') ?? '');
    const finish = makeToken();
    const place = signOnLoginPlace(tenantId, login.loginId);
    const subkey = await deps.tenantKeys.subkey(tenantId, 'single-sign-on');
    const secretsSealed = sealBytes(subkey, place, Buffer.from(JSON.stringify(asserted)));
    await use(ctx, found, 'open', { finishHash: hashToken(finish), secretsSealed });
    return goTo(ctx, `/auth/single-sign-on/finish?token=${finish}`);
  } catch (error) {
    return refuseLogin(ctx, found, error);
  }
}

export async function finishSaml(ctx: VerbContext, token: string): Promise<Response> {
  const { deps, headers } = ctx;
  const found = await findLogin(deps, 'finish', token, { stage: 'answered' });
  if (found === undefined) return refuse(ctx);
  return answer(ctx, found, async () => {
    checkBrowser(found, deps.portalUrl, headers);
    await use(ctx, found, 'answered');
    return openLogin<Asserted>(deps, found);
  });
}

/** Nothing is used twice, and of two at once one comes through. */
async function use(
  ctx: VerbContext,
  { tenantId, login }: FoundLogin,
  from: 'open' | 'answered',
  answered?: Parameters<typeof moveSignOnLogin>[3],
): Promise<void> {
  const isFirst = await inTenant(ctx.deps.database, tenantId, (tx) =>
    moveSignOnLogin(tx, login.loginId, from, answered),
  );
  if (!isFirst) throw new SignOnRefusal('replayed');
}

async function answer(ctx: VerbContext, found: FoundLogin, read: () => Promise<Asserted>): Promise<Response> {
  try {
    const asserted = await read();
    if (found.login.purpose === 'test') return endOfTest(ctx, (await endTest(ctx, found, asserted)) === null);
    const cookies = await openCompany(ctx, found, asserted);
    const arrived = goTo(ctx, '/');
    for (const cookie of cookies) arrived.headers.append('set-cookie', cookie);
    return arrived;
  } catch (error) {
    return refuseLogin(ctx, found, error);
  }
}

async function refuseLogin(ctx: VerbContext, found: FoundLogin, error: unknown): Promise<Response> {
  const isUnforeseen = !(error instanceof SignOnRefusal);
  if (isUnforeseen) ctx.deps.log.warn('single sign-on failed', { requestId: ctx.requestId, ...errorFields(error) });
  const isOtherBrowser = problemOf(error) === 'browser';
  if (found.login.purpose === 'test' && !isOtherBrowser) {
    await endTest(ctx, found, problemOf(error));
    return endOfTest(ctx, false);
  }
  await recordRefusal(ctx, found, error);
  return refuse(ctx);
}

function endOfTest(ctx: VerbContext, isRight: boolean): Response {
  return goTo(ctx, `/settings/single-sign-on?test=${isRight ? 'passed' : 'failed'}`);
}

/** The one answer for whatever was wrong. */
function refuse(ctx: VerbContext): Response {
  return goTo(ctx, '/sign-in?refused=single_sign_on.refused');
}

function goTo({ deps }: VerbContext, path: string): Response {
  return new Response(null, { status: 303, headers: { location: `${deps.portalUrl}${path}` } });
}
