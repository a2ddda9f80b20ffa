import { randomUUID } from 'node:crypto';
import { waitUntil } from '@highwater/testkit';
import { asSuperuser, type BareStage } from '../faults/fault-stage.ts';
import type { MadeUp } from './made-up.ts';
import type { Session } from './session.ts';
import type { MadeOfRights } from './world.ts';

/** The month of the statement that each company has. */
export const STATEMENT_MONTH = '2026-01';

const YEAR_MS = 360 * 86_400_000;

/** A key with every scope that sees everything its maker sees. */
export async function makeApiKey(
  owner: Session,
  password: string,
  name: string,
): Promise<{ readonly keyId: string; readonly secret: string }> {
  await owner.send('POST', '/v1/me/proof', { proof: password });
  const made = await owner.send<{ key: { keyId: string }; secret: string }>('POST', '/v1/api-keys', {
    name,
    purpose: 'asks for what it may have',
    scopes: ['view', 'search', 'export', 'see_members', 'see_audit', 'see_completeness'],
    grants: [{ isEverything: true }],
    expiresAt: Date.now() + YEAR_MS,
  });
  return { keyId: made.key.keyId, secret: made.secret };
}

/** A role, a key, a search with sealed words, a passkey: what company A's owner made of rights. */
export async function makeRights(
  stage: BareStage,
  given: {
    readonly owner: Session;
    readonly password: string;
    readonly viewerId: string;
    readonly madeUp: MadeUp;
    readonly email: string;
  },
): Promise<MadeOfRights> {
  const { owner, password, viewerId, madeUp, email } = given;
  const [roleName, apiKeyName, searched] = [madeUp.word('质检-'), madeUp.word('对接-'), madeUp.word('找词-')];
  const { roleId } = await owner.send<{ roleId: string }>('POST', '/v1/roles', {
    name: roleName,
    actions: ['view'],
    reach: 'granted',
  });
  const { keyId, secret } = await makeApiKey(owner, password, apiKeyName);
  const grants = await owner.get<{ items: { grantId: string }[] }>(`/v1/members/${viewerId}/grants`);
  await owner.get(`/v1/messages/search?q=${encodeURIComponent(searched)}`);
  const searchAuditId = await waitUntil('the search stands in the log', async () => {
    const { items } = await owner.get<{ items: { auditId: string; event: string }[] }>('/v1/audit?limit=200');
    return items.find(({ event }) => event === 'messages.searched')?.auditId;
  });
  return {
    roleId,
    roleName,
    grantId: grants.items[0]?.grantId ?? '',
    apiKeyId: keyId,
    apiKeyName,
    apiKeySecret: secret,
    searchAuditId,
    passkeyId: await addPasskey(stage, email),
  };
}

/** A passkey in the owner's list; nobody signs in with it. */
async function addPasskey(stage: BareStage, email: string): Promise<string> {
  const passkeyId = randomUUID();
  await asSuperuser(stage, (client) =>
    client.query(
      `INSERT INTO identity.passkey (id, name, "publicKey", "userId", "credentialID", counter, "deviceType", "backedUp")
       SELECT $1, 'Laptop', 'none', id, $1, 0, 'singleDevice', false FROM identity."user" WHERE email = $2`,
      [passkeyId, email],
    ),
  );
  return passkeyId;
}

/** What the worker would have counted when the month was over. */
export async function addStatements(stage: BareStage, tenantIds: readonly string[]): Promise<void> {
  const [from, until] = [new Date('2025-12-31T16:00:00Z'), new Date('2026-01-31T16:00:00Z')];
  await asSuperuser(stage, (client) =>
    client.query(
      `INSERT INTO hw.audit_statements (tenant_id, month, zone, from_at, until_at, made_at, lines)
       SELECT unnest($1::uuid[]), $2, 'Asia/Shanghai', $3, $4, $4, '[]'`,
      [tenantIds, STATEMENT_MONTH, from, until],
    ),
  );
}
