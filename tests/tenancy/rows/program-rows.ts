import { list, thing, type Row } from '../cell.ts';
import { makeApiKey } from '../make-rights.ts';
import type { World } from '../world.ts';

async function makeKey({ actors, people }: World): Promise<Record<string, string>> {
  const { keyId } = await makeApiKey(actors.owner, people.ownerA.password, 'for a row');
  return { keyId };
}

const HOUR_MS = 3_600_000;

/** Keys of programs, and from where people may work. */
export const programRows: readonly Row[] = [
  list(
    {
      operation: 'listApiKeys',
      about: 'keys of programs',
      ask: { method: 'GET', path: '/v1/api-keys?limit=200' },
      rightful: ({ a }) => ({ status: 200, holds: [a.made.apiKeyId, a.made.apiKeyName], lacks: [a.made.apiKeySecret] }),
    },
    () => ({ status: 200, holds: ['"state":"open"'] }),
  ),
  list(
    {
      operation: 'createApiKey',
      about: 'a key for company A’s employee',
      phase: 'typed',
      async prepare({ actors, people }) {
        for (const [session, { password }] of [
          [actors.owner, people.ownerA],
          [actors.ownerB, people.ownerB],
        ] as const) {
          await session.send('POST', '/v1/me/proof', { proof: password });
        }
        return {};
      },
      ask: ({ a }) => ({
        method: 'POST',
        path: '/v1/api-keys',
        body: {
          name: 'aimed',
          purpose: 'aimed',
          scopes: ['view'],
          grants: [{ employees: [a.people.hiddenEmployee] }],
          expiresAt: Date.now() + HOUR_MS,
        },
      }),
      rightful: () => ({ status: 201, holds: ['"secret":"hw_live_'] }),
    },
    // A key for nobody whom company B knows opens nothing.
    ({ a }) => ({ status: 201, allows: [a.people.hiddenEmployee] }),
    // Showed nothing since they came in.
    () => ({ signedOnB: { status: 403 } }),
  ),
  thing({
    operation: 'changeApiKey',
    about: 'a key of company A',
    ask: ({ a }) => ({
      method: 'PATCH',
      path: `/v1/api-keys/${a.made.apiKeyId}`,
      body: { name: a.made.apiKeyName },
    }),
    rightful: ({ a }) => ({ status: 200, holds: [a.made.apiKeyId], lacks: [a.made.apiKeySecret] }),
  }),
  thing(
    {
      operation: 'rotateApiKey',
      about: 'a key of company A',
      phase: 'still',
      async prepare(world) {
        const { actors, people } = world;
        await actors.ownerB.send('POST', '/v1/me/proof', { proof: people.ownerB.password });
        return makeKey(world);
      },
      ask: ({ a }, { keyId = a.made.apiKeyId }) => ({ method: 'POST', path: `/v1/api-keys/${keyId}/rotate`, body: {} }),
      rightful: (_world, { keyId = '' }) => ({ status: 200, holds: [keyId, '"secret":"hw_live_'] }),
    },
    () => ({ signedOnB: { status: 403 } }),
  ),
  thing({
    operation: 'revokeApiKey',
    about: 'a key of company A',
    phase: 'still',
    prepare: makeKey,
    ask: (_world, { keyId = 'none' }) => ({ method: 'DELETE', path: `/v1/api-keys/${keyId}` }),
    rightful: () => ({ status: 204 }),
  }),
  list(
    {
      operation: 'getAddressRule',
      about: 'from which networks people work',
      ask: { method: 'GET', path: '/v1/address-rules' },
      rightful: () => ({ status: 200, holds: ['"yourAddress"'] }),
    },
    () => ({ status: 200, holds: ['"enabled":false'] }),
  ),
  list(
    {
      operation: 'setAddressRule',
      about: 'from which networks people work',
      phase: 'still',
      ask: {
        method: 'PUT',
        path: '/v1/address-rules',
        body: { enabled: false, networks: [{ network: '192.0.2.0/24' }] },
      },
      rightful: () => ({ status: 200, holds: ['192.0.2.0/24'] }),
    },
    () => ({ status: 200, holds: ['"enabled":false'] }),
  ),
];
