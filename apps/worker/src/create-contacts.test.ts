import type { CorpSecret } from '@highwater/domain';
import { startSimulator } from '@highwater/wecom-simulator';
import { expect, it } from 'vitest';
import { createContacts } from './create-contacts.ts';

const clock = { now: () => Date.UTC(2026, 10, 20) };
const LIBRARY = {
  library: '/does/not/exist',
  pinnedHashes: [],
  helper: undefined,
  user: undefined,
  egress: new Map(),
  extraAuthorityPem: undefined,
};

it('speaks to the stand-in where its address is set', async () => {
  const simulator = await startSimulator({ host: '127.0.0.1', port: 0, clock, talkEveryMs: 0 });
  const corp = simulator.corps.add({ name: '果园' });
  corp.setTrustedIps(['127.0.0.1']);
  const contacts = createContacts({ finance: undefined, wecomSimulatorUrl: simulator.url }, clock);
  const { corpId, secrets } = corp;
  const secret: CorpSecret = { corpId, purpose: 'contacts', secret: secrets.contacts };
  await contacts.gateway.probe(secret);
  contacts.close();
  await simulator.stop();
});

it('leaves by the way that is set for the archive, towards WeCom and with its certificate', async () => {
  // A port that nobody listens on: the way out is tried, and nothing goes anywhere else.
  const egress = new Map([['default', { kind: 'proxy', host: '127.0.0.1', port: 1 } as const]]);
  const finance = { ...LIBRARY, egress, upstream: undefined };
  const contacts = createContacts({ finance, wecomSimulatorUrl: undefined }, clock);
  const secret: CorpSecret = { corpId: 'ww1', purpose: 'contacts', secret: 's' };
  await expect(contacts.gateway.probe(secret)).rejects.toMatchObject({
    fault: 'wecom.unreachable',
    cause: { message: 'ECONNREFUSED' },
  });
  contacts.close();
});

it('says that there is no way where none is set', async () => {
  const contacts = createContacts({ finance: undefined, wecomSimulatorUrl: undefined }, clock);
  const secret: CorpSecret = { corpId: 'ww1', purpose: 'archive', secret: 's' };
  await expect(contacts.gateway.listPermits(secret, 1)).rejects.toMatchObject({ fault: 'wecom.unreachable' });
  contacts.close();
});
