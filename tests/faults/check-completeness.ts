import type { Visitor } from '@highwater/testkit';
import type { BareStage } from './fault-stage.ts';
import { readSource } from './read-source.ts';

interface CompletenessView {
  readonly connections: readonly {
    readonly lastSeq: string;
    readonly stored: number;
    readonly opened: number;
    readonly sealed: number;
    readonly unreadable: number;
    readonly unseen: readonly { readonly from: string; readonly to: string }[];
    readonly unseenTotal: string;
  }[];
}

/** What the tenant is told about completeness, against what the simulated WeCom knows it left out and sealed. */
export async function checkCompleteness(
  stage: BareStage,
  owner: Visitor,
  corpId: string,
  sealedVersions: readonly number[],
): Promise<readonly string[]> {
  const { versions, holes } = readSource(stage, corpId);
  const { connections } = await owner.get<CompletenessView>('/v1/completeness');
  const [told] = connections;
  if (told === undefined) return ['the tenant is told nothing about completeness'];
  const sealed = [...versions.values()].filter((version) => sealedVersions.includes(version)).length;
  const missing = holes.reduce((total, { from, to }) => total + (to - from + 1n), 0n);
  const newest = holes.toReversed().slice(0, told.unseen.length);
  const pairs = [
    ['the last number', told.lastSeq, String([...versions.keys()].at(-1) ?? 0n)],
    ['stored messages', told.stored, versions.size],
    ['sealed messages', told.sealed, sealed],
    ['unreadable messages', told.unreadable, 0],
    ['opened messages', told.opened, versions.size - sealed],
    ['numbers unseen', told.unseenTotal, String(missing)],
    ['unseen ranges', written(told.unseen), written(newest)],
    ['unseen ranges shown', told.unseen.length, Math.min(holes.length, 200)],
  ] as const;
  return pairs.flatMap(([what, said, is]) => (said === is ? [] : [`told ${what}: ${said}, true: ${is}`]));
}

function written(ranges: readonly { readonly from: string | bigint; readonly to: string | bigint }[]): string {
  return ranges.map(({ from, to }) => `${from}-${to}`).join();
}
