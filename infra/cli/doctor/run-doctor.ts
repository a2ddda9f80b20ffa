import type { WorkerInspection } from '@highwater/config';
import { findHelper } from '@highwater/wecom/library';
import { notChecked, failed, type Check } from './check.ts';
import { checkClock } from './check-clock.ts';
import { askDatabase, checkDatabase } from './check-database.ts';
import { checkHelper } from './check-helper.ts';
import { checkKeyFiles } from './check-key-files.ts';
import { checkLibc, readLibcFacts } from './check-libc.ts';
import { checkLibrary } from './check-library.ts';
import { checkNetwork } from './check-network.ts';

const CONNECT_MS = 5_000;

/** Everything that the worker needs from this machine, in the order in which a failure causes the next. */
export async function runDoctor(settings: WorkerInspection, now: () => number = Date.now): Promise<Check[]> {
  const checks = settings.wecomSimulatorUrl === undefined ? await checkWayToWecom(settings, now) : [STAND_IN];
  const { database, platformPassword: password } = settings;
  checks.push(
    database === undefined || password === undefined
      ? notChecked('database', 'its settings are missing or wrong (see the lines "setting")')
      : await checkDatabase(() => askDatabase(database, password)),
    ...checkKeyFiles(settings),
  );
  const keyVariables = new Set(settings.keyFiles.map(({ variable }) => variable));
  for (const { variable, problem, fix } of settings.problems) {
    if (!keyVariables.has(variable)) checks.push(failed('setting', `${variable} ${problem}`, fix));
  }
  return checks;
}

const STAND_IN = notChecked(
  'WeCom',
  'HIGHWATER_WECOM_SIMULATOR_URL is set: the stand-in is used, and no library, helper or network is needed',
);

async function checkWayToWecom(settings: WorkerInspection, now: () => number): Promise<Check[]> {
  const { finance, network } = settings;
  const library = await checkLibrary(finance?.library, finance?.pinnedHashes ?? []);
  const helper = await checkHelper({
    program: finance?.helper ?? findHelper(),
    library: finance?.library,
    pinnedHashes: finance?.pinnedHashes ?? [],
    ...(finance?.user === undefined ? {} : { user: finance.user }),
  });
  const { upstream, extraAuthorityPem } = network;
  const { check, date } = await checkNetwork(network.egress.get('default') ?? { kind: 'direct' }, {
    connectMs: CONNECT_MS,
    ...(upstream === undefined ? {} : { upstream }),
    ...(extraAuthorityPem === undefined ? {} : { extraAuthorityPem }),
  });
  return [...library, checkLibc(readLibcFacts()), helper, check, checkClock(now(), date)];
}
