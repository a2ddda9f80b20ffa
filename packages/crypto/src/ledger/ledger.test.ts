import type { ConnectionId, TenantId } from '@highwater/domain';
import { describe, expect, it } from 'vitest';
import { readCryptoFormats } from '../crypto-formats-vectors.ts';
import { chainHash, CHAIN_START } from './chain-hash.ts';
import { leafHash, type LedgerPage } from './leaf-hash.ts';

const { ledger } = readCryptoFormats();
const page: LedgerPage = {
  tenantId: 't1' as TenantId,
  connectionId: 'c1' as ConnectionId,
  after: 0n,
  first: 2n,
  last: 18446744073709551615n,
  count: 1000,
  unseen: [['1', '1']],
  sha256: 'ab'.repeat(32),
  receivedAt: 1794500000000,
};

describe('the ledger', () => {
  it('keeps its format', () => {
    expect(leafHash(page)).toBe(ledger.leaf);
    expect(chainHash(CHAIN_START, ledger.leaf)).toBe(ledger.head);
  });

  it('has another leaf for any other fact', () => {
    const others: LedgerPage[] = [
      { ...page, tenantId: 't2' as TenantId },
      { ...page, connectionId: 'c2' as ConnectionId },
      { ...page, after: 1n },
      { ...page, first: 3n },
      { ...page, last: 1n },
      { ...page, count: 999 },
      { ...page, unseen: [['1', '2']] },
      { ...page, sha256: 'ac'.repeat(32) },
      { ...page, receivedAt: 1 },
    ];
    expect(new Set([page, ...others].map(leafHash)).size).toBe(10);
  });

  it('has another head when links change places', () => {
    const [one, two] = [leafHash(page), leafHash({ ...page, count: 1 })];
    expect(chainHash(chainHash(CHAIN_START, one), two)).not.toBe(chainHash(chainHash(CHAIN_START, two), one));
    expect(() => chainHash('', one)).toThrow(RangeError);
  });
});
