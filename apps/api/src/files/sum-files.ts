import type { FileGroup } from '@highwater/db';
import type { z } from '@hono/zod-openapi';
import type { fileLedgerView, fileTotals } from '../schemas/file.ts';

type Totals = z.output<typeof fileTotals>;
type Cause = Omit<z.output<typeof fileLedgerView>['causes'][number], 'params'>;

/** The groups as wanted, got and absent, with what the hashes said. */
export function sumFiles(groups: readonly FileGroup[]): Totals {
  const sum = (of: (group: FileGroup) => boolean) => {
    const own = groups.filter(of);
    return {
      count: own.reduce((total, { count }) => total + count, 0),
      bytes: own.reduce((total, { bytes }) => total + BigInt(bytes), 0n).toString(),
    };
  };
  const stored = (of: (group: FileGroup) => boolean) => sum((group) => group.state === 'stored' && of(group)).count;
  return {
    wanted: sum(({ state }) => state === 'wanted'),
    stored: sum(({ state }) => state === 'stored'),
    absent: sum(({ state }) => state === 'absent'),
    md5: {
      agreed: stored(({ md5State }) => md5State === 'agreed'),
      absent: stored(({ md5State }) => md5State === 'absent'),
      differed: stored(({ md5State }) => md5State === 'differed'),
      unchecked: stored(({ md5State }) => md5State === null),
    },
    sizeDiffers: stored(({ fault }) => fault === 'media.size_differs'),
    blocked: sum(({ state, isBlocked }) => state === 'wanted' && isBlocked).count,
  };
}

/** Why files are not here, or not as announced: one line per connection, list and cause, the most first. */
export function listCauses(groups: readonly FileGroup[]): Cause[] {
  const causes = new Map<string, Cause>();
  for (const group of groups) {
    const list = listOf(group);
    if (list === undefined) continue;
    const fault = list === 'deviating' ? (group.fault ?? 'media.md5_differs') : group.fault;
    const key = `${group.connectionId} ${list} ${fault} ${group.isBlocked}`;
    const { connectionId, isBlocked } = group;
    const cause = causes.get(key) ?? { connectionId, list, fault, isBlocked, count: 0, bytes: '0' };
    const bytes = (BigInt(cause.bytes) + BigInt(group.bytes)).toString();
    causes.set(key, { ...cause, count: cause.count + group.count, bytes });
  }
  return [...causes.values()].toSorted((one, other) => other.count - one.count);
}

function listOf({ state, fault, md5State }: FileGroup): Cause['list'] | undefined {
  if (state === 'wanted') return 'waiting';
  if (state === 'absent') return 'absent';
  const deviates = md5State === 'differed' || fault === 'media.md5_differs' || fault === 'media.size_differs';
  return deviates ? 'deviating' : undefined;
}
