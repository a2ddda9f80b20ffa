import { appendFileSync, chownSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { savePlace, type ClusterPlace } from './cluster-place.ts';
import type { Binaries } from './prepare-binaries.ts';
import { runProgram } from './run-program.ts';

/**
 * Makes the cluster, unless there is one. It is made beside its place and moved there complete, so a start that was
 * killed half-way begins again. C.UTF-8 of the built-in provider depends on no library of this machine.
 */
export async function initCluster(place: ClusterPlace, binaries: Binaries, fast: boolean): Promise<void> {
  const data = join(place.folder, 'data');
  if (!existsSync(data)) {
    const draft = join(place.folder, 'data.draft');
    const passwordFile = join(place.folder, 'password.draft');
    rmSync(draft, { recursive: true, force: true });
    writeFileSync(passwordFile, place.superuserPassword, { mode: 0o600 });
    if (place.owner) chownSync(passwordFile, place.owner.uid, place.owner.gid);
    const args = `--username=postgres --auth-local=scram-sha-256 --auth-host=scram-sha-256 --encoding=UTF8
      --locale-provider=builtin --builtin-locale=C.UTF-8 --no-locale ${fast ? '--no-sync' : ''}`.match(/\S+/g);
    const paths = ['-D', draft, `--pwfile=${passwordFile}`];
    const { code, output } = await runProgram(binaries.initdb, [...(args ?? []), ...paths], place);
    rmSync(passwordFile, { force: true });
    if (code !== 0) throw new Error(`initdb ended with ${code}:\n${output}`);
    appendFileSync(join(draft, 'postgresql.conf'), "\ninclude 'highwater.conf'\n");
    renameSync(draft, data);
  }
  if (!place.initialised) savePlace({ ...place, initialised: true });
}
