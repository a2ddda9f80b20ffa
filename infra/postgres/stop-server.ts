import { join } from 'node:path';
import type { ClusterPlace } from './cluster-place.ts';
import type { Binaries } from './prepare-binaries.ts';
import { runProgram } from './run-program.ts';

/** Stops the server and waits for it: clients are cut off, everything committed is written. Nothing to stop is no error. */
export async function stopServer(
  place: ClusterPlace,
  binaries: Binaries,
  mode: 'fast' | 'immediate' = 'fast',
): Promise<void> {
  const data = join(place.folder, 'data');
  const stop = (how: string) => runProgram(binaries.pgCtl, ['-D', data, '-m', how, '-w', '-t', '12', 'stop'], place);
  const { code } = await stop(mode);
  // Recovery at the next start repairs what an immediate stop leaves; a server that stays is worse.
  if (code !== 0 && mode === 'fast') await stop('immediate');
}
