import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BareStage } from './fault-stage.ts';

/** What the simulated WeCom gave numbers to: read from its own record, not through anything that is tested here. */
export interface Source {
  /** By seq, in order: the key version that each message was sealed with. */
  readonly versions: ReadonlyMap<bigint, number>;
  /** Numbers it left out, both ends included, in order. */
  readonly holes: readonly { readonly from: bigint; readonly to: bigint }[];
}

export function readSource({ context }: BareStage, corpId: string): Source {
  const file = join(context.dataDir, 'simulator/corps', `${corpId}.jsonl`);
  const versions = new Map<bigint, number>();
  const holes: { from: bigint; to: bigint }[] = [];
  let next = 1n;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (!line.startsWith('{"e":"message"') || !line.endsWith('}')) continue;
    const { seq: written, version } = JSON.parse(line) as { seq: string; version: number };
    const seq = BigInt(written);
    versions.set(seq, version);
    if (seq > next) holes.push({ from: next, to: seq - 1n });
    next = seq + 1n;
  }
  return { versions, holes };
}
