import { hashToken, openBytes, signOnLoginPlace } from '@highwater/crypto';
import {
  asPlatform,
  findSignOn,
  findSignOnLogin,
  inTenant,
  readSignOnLogin,
  type SignOnLoginRow,
  type SignOnRow,
} from '@highwater/db';
import type { SignOnId, TenantId } from '@highwater/domain';
import type { ApiDeps } from '../api-deps.ts';
import { readBrowserToken } from './browser-cookie.ts';
import { SignOnRefusal } from './sign-on-refusal.ts';

/** A sign-in under way, and the connection by which it goes as it is now. */
export interface FoundLogin {
  readonly tenantId: TenantId;
  readonly login: SignOnLoginRow;
  readonly signOn: SignOnRow;
}

/** The sign-in that a state, or the token after it, belongs to; undefined for one that is nobody's. */
export async function findLogin(
  { database, clock }: Pick<ApiDeps, 'database' | 'clock'>,
  by: 'state' | 'finish',
  token: string,
  expected: { readonly stage: SignOnLoginRow['stage']; readonly signOnId?: SignOnId },
): Promise<FoundLogin | undefined> {
  const place = await asPlatform(database, 'single sign-on look-up', (tx) => findSignOnLogin(tx, by, hashToken(token)));
  if (place === undefined) return undefined;
  const { tenantId, loginId } = place;
  return inTenant(database, tenantId, async (tx) => {
    const login = await readSignOnLogin(tx, loginId);
    if (login === undefined || login.stage !== expected.stage || login.expiresAt <= clock.now()) return undefined;
    if (expected.signOnId !== undefined && login.signOnId !== expected.signOnId) return undefined;
    const signOn = await findSignOn(tx, login.signOnId);
    return signOn && { tenantId, login, signOn };
  });
}

/** Throws a SignOnRefusal unless the browser that comes back is the one that began, and people may come by this one. */
export function checkBrowser({ login, signOn }: FoundLogin, portalUrl: string, headers: Headers): void {
  const token = readBrowserToken(portalUrl, headers);
  if (token === undefined || hashToken(token) !== login.browserHash) throw new SignOnRefusal('browser');
  if (login.purpose !== 'test' && signOn.enabledAt === null) throw new SignOnRefusal('disabled');
}

/** What was kept with it. */
export async function openLogin<Secrets>(
  { tenantKeys }: Pick<ApiDeps, 'tenantKeys'>,
  { tenantId, login }: FoundLogin,
): Promise<Secrets> {
  const subkey = await tenantKeys.subkey(tenantId, 'single-sign-on');
  const opened = openBytes(subkey, signOnLoginPlace(tenantId, login.loginId), login.secretsSealed);
  return JSON.parse(Buffer.from(opened).toString('utf8')) as Secrets;
}
