import type { ApiKeyId } from '@highwater/domain';
import { newId, ROW_TIME } from '@highwater/testkit';
import * as db from '../../index.ts';
import { NO_SUCH_ROW, type Cases } from './isolation-case.ts';

const NOW = ROW_TIME + 1000;

export const API_KEY_CASES = {
  findApiKey: { run: (tx, seed) => db.findApiKey(tx, seed.apiKeyId), nothing: undefined },
  findApiKeyToOpen: {
    run: (tx, seed) => db.findApiKeyToOpen(tx, seed.apiKeyId, { address: '192.0.2.7', now: NOW }),
    nothing: undefined,
  },
  listApiKeys: { run: (tx) => db.listApiKeys(tx, { after: null, limit: 10 }), nothing: [] },
  insertApiKey: {
    run: (tx, { ownerId }) =>
      db.insertApiKey(tx, {
        keyId: newId<ApiKeyId>(),
        prefix: 'q'.repeat(12),
        name: 'x',
        purpose: 'x',
        secretHash: Buffer.alloc(32),
        scopes: ['view'],
        grants: [],
        networks: [],
        madeBy: ownerId,
        madeAt: NOW,
        expiresAt: NOW + 1,
      }),
    nothing: NO_SUCH_ROW,
  },
  updateApiKey: {
    run: (tx, seed) => db.updateApiKey(tx, seed.apiKeyId, { name: 'x', networks: [], expiresAt: NOW + 1 }),
    nothing: false,
  },
  rotateApiKey: {
    run: (tx, seed) =>
      db.rotateApiKey(tx, seed.apiKeyId, { secretHash: Buffer.alloc(32), formerUntil: NOW + 1, now: NOW }),
    nothing: false,
  },
  revokeApiKey: { run: (tx, seed) => db.revokeApiKey(tx, seed.apiKeyId, seed.ownerId, NOW), nothing: false },
  noteApiKeyUse: {
    run: (tx, seed) => db.noteApiKeyUse(tx, seed.apiKeyId, '192.0.2.8', NOW + 120_000),
    nothing: undefined,
  },
  findAddressRule: { run: (tx) => db.findAddressRule(tx), nothing: undefined },
  // The owner's rule keeps this address out; where there is none everybody gets in.
  isInsideRule: { run: (tx) => db.isInsideRule(tx, '198.51.100.1'), nothing: true },
  setAddressRule: {
    run: (tx, { ownerId }) => db.setAddressRule(tx, { enabled: false, networks: [] }, { memberId: ownerId, now: NOW }),
    nothing: NO_SUCH_ROW,
  },
} satisfies Partial<Cases>;
