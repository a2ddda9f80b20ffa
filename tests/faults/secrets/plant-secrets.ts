import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askConsole, connectSimulatedCorp, createVisitor, waitUntil, type Visitor } from '@highwater/testkit';
import { unwrapDataKey } from '@highwater/crypto';
import type { TenantId } from '@highwater/domain';
import { need } from '../../../infra/start/start-context.ts';
import { asSuperuser } from '../fault-stage.ts';
import type { FaultWorld } from '../fault-world.ts';
import type { Secret } from './search-places.ts';

export interface Planted {
  readonly secrets: readonly Secret[];
  readonly owner: Visitor;
  readonly corpId: string;
  readonly connectionId: string;
}

const OWNER = { name: 'Owner', email: 'owner@secrets.highwater.example', password: `password-${word()}` };

/** Lives a day in the stack with values that can be recognised, and lists everything that must stay where it belongs. */
export async function plantSecrets(world: FaultWorld): Promise<Planted> {
  const { urls, dataDir } = world.context;
  const secrets: Secret[] = [];
  const keep = (what: string, value: string, mayStandIn: Secret['mayStandIn'] = []): string => {
    if (value.length < 8) throw new Error(`There is no ${what}: it could not be noticed.`);
    secrets.push({ what, value, mayStandIn });
    return value;
  };

  const owner = createVisitor(urls.portal, urls.api);
  await owner.signUp(OWNER);
  keep('password', OWNER.password);
  const signedIn = await owner.send('POST', '/auth/sign-in/email', OWNER);
  for (const cookie of signedIn.headers.getSetCookie()) {
    const [, value = ''] = /^[^=]+=([^;]*)/.exec(cookie) ?? [];
    // The token stands before its signature; the row that knows it is the identity library's.
    if (value.length >= 32) keep('session token', decodeURIComponent(value).split('.')[0] ?? '', ['table']);
  }
  const { tenantId } = await owner.post<{ tenantId: string }>('/v1/me/companies', {
    name: 'Secrets Ltd',
    zone: 'Asia/Shanghai',
    language: 'en',
  });
  const corp = await connectSimulatedCorp(owner, urls.simulator, { name: 'Secrets', talking: false });
  keep('archive secret', corp.archiveSecret);
  const wrong = keep('archive secret that WeCom refuses', `wrong-${word()}`);
  await owner.send('POST', '/v1/connections', { corpId: 'ww0123456789abcdef', archiveSecret: wrong, name: 'Wrong' });

  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const body = privateKey.split('\n').slice(1, -2);
  keep('private key', body.join(''));
  keep('line of the private key', body[7] ?? '');
  const ofConnection = `/v1/connections/${corp.connectionId}`;
  await owner.post(`${ofConnection}/keys/import`, { privateKeyPem: privateKey });
  await owner.send('POST', `${ofConnection}/keys/import`, { privateKeyPem: `${privateKey.slice(0, 700)}\n` });

  const callback = await owner.post<{ url: string; token: string; encodingAesKey: string }>(`${ofConnection}/callback`);
  keep('callback Token', callback.token);
  keep('callback EncodingAESKey', callback.encodingAesKey);
  keep('callback path', callback.url.split('/').at(-1) ?? '');

  const chinese = keep('Chinese text of a message', `荔枝报价${word()}不可外传`);
  const english = keep('text of a message', `lychee quote ${word()} stays inside`);
  const media = await askConsole<{ sdkfileid: string; md5sum: string; filesize: number }>(
    urls.simulator,
    'POST',
    `/corps/${corp.corpId}/media`,
    { size: 600_000, seed: 'secret' },
  );
  keep('sdkfileid', media.sdkfileid);
  keep('middle of the sdkfileid', media.sdkfileid.slice(60, 120));
  const now = world.clock.now();
  const envelope = { action: 'send', from: 'wangqiang', tolist: ['lina'], roomid: '', msgtime: now };
  const { md5sum, filesize, sdkfileid } = media;
  await askConsole(urls.simulator, 'POST', `/corps/${corp.corpId}/messages`, {
    messages: [
      { ...envelope, msgid: 's1', msgtype: 'text', text: { content: chinese } },
      { ...envelope, msgid: 's2', msgtype: 'text', text: { content: english } },
      { ...envelope, msgid: 's3', msgtype: 'image', image: { sdkfileid, md5sum, filesize } },
    ],
  });
  await owner.send('POST', `${ofConnection}/pull`);
  await waitUntil('the messages and the file are stored', async () => {
    world.clock.advance(2000);
    const overview = await owner.get<{ storedMessages: number; mediaWanted: number }>('/v1/overview');
    return overview.storedMessages >= 3 && overview.mediaWanted === 0;
  });
  for (const words of [chinese, english]) await owner.get(`/v1/messages/search?q=${encodeURIComponent(words)}`);
  await owner.post('/v1/exports', { words: chinese.slice(0, 6) }).catch(() => undefined);
  await owner.post('/v1/invitations', { email: 'guest@secrets.example', role: 'admin', employees: [], language: 'en' });
  const mailbox = join(dataDir, 'mailbox');
  const invitation = await waitUntil('the invitation is mailed', () => Promise.resolve(findToken(mailbox)));
  keep('token of a mailed link', invitation, ['mail']);

  const kek = readFileSync(join(dataDir, 'keys/kek.key'), 'utf8').trim();
  for (const file of readdirSync(join(dataDir, 'keys')).filter((name) => name.endsWith('.key'))) {
    const text = readFileSync(join(dataDir, 'keys', file), 'utf8').trim();
    keep(file, text.startsWith('-----') ? (text.split('\n')[1] ?? '') : text);
  }
  const dataKey = await findDataKey(world, tenantId as TenantId, Buffer.from(kek, 'base64'));
  keep('data key of the tenant in base64', dataKey.toString('base64'));
  keep('data key of the tenant in hex', dataKey.toString('hex'));
  // Worker and API are told the passwords of their roles by their environment, and by nothing else.
  for (const [role, password] of Object.entries(need(world.context, 'secrets')))
    keep(`database password of ${role}`, password, ['environment']);
  return { secrets, owner, corpId: corp.corpId, connectionId: corp.connectionId };
}

function word(): string {
  return randomBytes(9).toString('hex');
}

function findToken(mailbox: string): string | undefined {
  if (!existsSync(mailbox)) return undefined;
  for (const name of readdirSync(mailbox).filter((file) => file.endsWith('.json'))) {
    const [, token] = /\/invitations\/([\w-]{20,})/.exec(readFileSync(join(mailbox, name), 'utf8')) ?? [];
    if (token !== undefined) return token;
  }
  return undefined;
}

async function findDataKey(world: FaultWorld, tenantId: TenantId, kek: Buffer): Promise<Buffer> {
  return asSuperuser(world, async (client) => {
    const { rows } = await client.query<{ version: number; wrapped: Buffer }>(
      'SELECT version, wrapped FROM hw.tenant_keys WHERE tenant_id = $1',
      [tenantId],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('The tenant has no data key.');
    return Buffer.from(unwrapDataKey(kek, tenantId, Number(row.version), row.wrapped));
  });
}
