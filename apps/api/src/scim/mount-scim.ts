import { errorFields } from '@highwater/config/telemetry';
import { hashToken } from '@highwater/crypto';
import {
  asPlatform,
  findScimToken,
  findSignOn,
  findSignOnIdentity,
  inTenant,
  listSignOnIdentities,
  useScimToken,
  type SignOnIdentityRow,
  type TenantTx,
} from '@highwater/db';
import type { Context, Hono } from 'hono';
import { bearerOf } from '../actor/actor-of-request.ts';
import type { ApiDeps } from '../api-deps.ts';
import { readLimited } from '../callbacks/read-limited.ts';
import type { ApiEnv } from '../http/api-env.ts';
import { createTokenBucket } from '../http/token-bucket.ts';
import type { VerbContext } from '../verbs/verb-context.ts';
import { describeSchemas, describeService, describeTypes, listOf } from './describe-service.ts';
import { addPerson, changePerson, releasePerson, type ScimAsker } from './keep-person.ts';
import { readPatch } from './read-patch.ts';
import { answerScim, answerScimError, ScimError } from './scim-error.ts';
import { readPerson, viewPerson } from './scim-user.ts';

const LARGEST_BODY = 64 * 1024;
const MOST_LISTED = 100;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

interface Asked {
  readonly ctx: VerbContext;
  readonly tx: TenantTx;
  readonly asker: ScimAsker;
  readonly c: Context<ApiEnv>;
  readonly body: unknown;
  readonly base: string;
}

/**
 * Everything below /scim: an identity provider keeps memberships of one company with a bearer token, and nothing else of
 * it. A token is no session: no cookie is looked at.
 */
export function mountScim(app: Hono<ApiEnv>, deps: ApiDeps): void {
  const base = `${deps.portalUrl}/scim/v2`;
  const bucket = createTokenBucket(deps.limits.requestsPerMinute);
  const on = (method: string, path: string, work: (asked: Asked) => Promise<Response>): void => {
    app.on(method, `/scim/v2${path}`, async (c) => {
      c.set('route', `/scim/v2${path}`);
      try {
        if (!bucket.take(c.get('address') ?? '')) throw new ScimError(429, 'Too many requests.');
        return await inToken(c, deps, (asker, tx, ctx, body) => work({ ctx, tx, asker, c, body, base }));
      } catch (error) {
        if (error instanceof ScimError) return answerScimError(error);
        deps.log.error('scim failed', { requestId: c.get('requestId'), ...errorFields(error) });
        return answerScimError(new ScimError(500, 'Something went wrong on our side.'));
      }
    });
  };
  on('GET', '/ServiceProviderConfig', async () => answerScim(200, describeService(base)));
  on('GET', '/ResourceTypes', async () => answerScim(200, describeTypes(base)));
  on('GET', '/Schemas', async () => answerScim(200, describeSchemas(base)));
  on('GET', '/Users', listPeople);
  on('POST', '/Users', async (asked) => {
    const { role, ...person } = readPerson(asked.body);
    const id = await addPerson(asked.ctx, asked.tx, asked.asker, person, role);
    return answerScim(201, viewPerson(await getPerson(asked, id), base));
  });
  on('GET', '/Users/:id', async (asked) => answerScim(200, viewPerson(await getPerson(asked), base)));
  on('PUT', '/Users/:id', async (asked) => {
    const { role: _asked, ...person } = readPerson(asked.body);
    await changePerson(asked.ctx, asked.tx, asked.asker, await getPerson(asked), person);
    return answerScim(200, viewPerson(await getPerson(asked), base));
  });
  on('PATCH', '/Users/:id', async (asked) => {
    const known = await getPerson(asked);
    const { email, name, isActive } = known;
    await changePerson(asked.ctx, asked.tx, asked.asker, known, { email, name, isActive, ...readPatch(asked.body) });
    return answerScim(200, viewPerson(await getPerson(asked), base));
  });
  on('DELETE', '/Users/:id', async (asked) => {
    await releasePerson(asked.ctx, asked.tx, asked.asker, await getPerson(asked));
    return new Response(null, { status: 204 });
  });
  for (const method of ['GET', 'POST']) {
    on(method, '/Groups', async () => {
      throw new ScimError(501, 'Groups are not kept here: what somebody sees is granted in Highwater.');
    });
  }
  app.all('/scim/*', (c) => {
    c.set('route', '/scim/*');
    return answerScimError(new ScimError(404, 'There is no such resource.'));
  });
}

/** The work in one transaction of the token's company. Whatever is wrong with a token is answered alike. */
async function inToken(
  c: Context<ApiEnv>,
  deps: ApiDeps,
  work: (asker: ScimAsker, tx: TenantTx, ctx: VerbContext, body: unknown) => Promise<Response>,
): Promise<Response> {
  const refused = new ScimError(401, 'The token is missing or does not work any more.');
  const hash = hashToken(bearerOf(c.req.raw.headers) ?? '');
  const found = await asPlatform(deps.database, 'single sign-on look-up', (tx) => findScimToken(tx, hash));
  if (found === undefined) throw refused;
  const body = await readJson(c.req.raw);
  const ctx: VerbContext = {
    deps,
    actor: { kind: 'nobody' },
    requestId: c.get('requestId'),
    address: c.get('address'),
    language: 'en',
    idempotencyKey: null,
    headers: c.req.raw.headers,
    signal: c.req.raw.signal,
  };
  return inTenant(deps.database, found.tenantId, async (tx) => {
    const token = await useScimToken(tx, found.tokenId, deps.clock.now());
    const signOn = token && (await findSignOn(tx, token.signOnId));
    if (token === undefined || signOn === undefined) throw refused;
    return work({ token, signOn }, tx, ctx, body);
  });
}

async function readJson(request: Request): Promise<unknown> {
  if (request.method === 'GET' || request.method === 'DELETE') return undefined;
  const bytes = await readLimited(request.body, LARGEST_BODY);
  if (bytes === undefined) throw new ScimError(413, 'The body is too large.');
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new ScimError(400, 'The body is not JSON.', 'invalidSyntax');
  }
}

async function getPerson({ tx, asker, c }: Asked, id: string = c.req.param('id') ?? ''): Promise<SignOnIdentityRow> {
  const found = ID.test(id) ? await findSignOnIdentity(tx, asker.signOn.signOnId, id) : undefined;
  if (found === undefined) throw new ScimError(404, 'There is no such user.');
  return found;
}

async function listPeople({ tx, asker, c, base }: Asked): Promise<Response> {
  const startIndex = wholeNumber(c.req.query('startIndex'), 1);
  const limit = Math.min(wholeNumber(c.req.query('count'), MOST_LISTED), MOST_LISTED);
  const page = { ...readFilter(c.req.query('filter')), skip: Math.max(startIndex, 1) - 1, limit };
  const { rows, total } = await listSignOnIdentities(tx, asker.signOn.signOnId, page);
  return answerScim(
    200,
    listOf(
      rows.map((row) => viewPerson(row, base)),
      total,
      Math.max(startIndex, 1),
    ),
  );
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^\d{1,6}$/.test(text)) throw new ScimError(400, 'startIndex and count are whole numbers.', 'invalidValue');
  return Number(text);
}

function readFilter(filter: string | undefined): { readonly email: string | null; readonly subject: string | null } {
  if (filter === undefined) return { email: null, subject: null };
  const [, attribute = '', value = ''] = /^\s*(userName|externalId)\s+eq\s+"([^"\\]*)"\s*$/i.exec(filter) ?? [];
  if (attribute === '') throw new ScimError(400, 'Known filters: userName eq "…", externalId eq "…".', 'invalidFilter');
  return attribute.toLowerCase() === 'username' ? { email: value, subject: null } : { email: null, subject: value };
}
