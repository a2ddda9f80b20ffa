import { setTimeout as sleep } from 'node:timers/promises';
import { FaultError, type CorpCredentials, type Fault, type FinanceGateway, type MediaShard } from '@highwater/domain';

/** Official for these (10001 to 10003 of the library): the same shard is asked for again. */
const REPEATED: readonly Fault[] = ['media.interrupted', 'wecom.unreachable', 'wecom.busy', 'helper.died'];
/** Before the second and the third time; what lasts longer is put off, and goes on at the same shard. */
const WAITS_MS = [150, 600];
/** A call that took so long is not repeated at once: it would hold others up. */
const SLOW_MS = 5_000;

/** One shard of a file, asked for up to three times. */
export async function askShard(
  finance: FinanceGateway,
  corp: CorpCredentials,
  sdkfileid: string,
  index: string,
  signal?: AbortSignal,
): Promise<MediaShard> {
  for (let time = 0; ; time += 1) {
    const begun = performance.now();
    try {
      const shard = await finance.fetchShard(corp, sdkfileid, index);
      // An empty unfinished shard that leads nowhere would go on for ever.
      if (!shard.finished && shard.nextIndex === index) throw new FaultError('wecom.error');
      return shard;
    } catch (error) {
      const wait = WAITS_MS[time];
      const again = error instanceof FaultError && REPEATED.includes(error.fault);
      if (!again || wait === undefined || signal?.aborted === true || performance.now() - begun > SLOW_MS) throw error;
      // Jitter: files that failed together do not come back together.
      await sleep(wait * (0.5 + Math.random()));
    }
  }
}
