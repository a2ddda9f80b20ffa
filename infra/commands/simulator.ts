import { join } from 'node:path';
import { createShiftableClock, readSimulatorConfig, systemClock } from '@highwater/config';
import { startSimulator } from '@highwater/wecom-simulator';
import { ROOT, runCommand } from '../processes/run-command.ts';

/** `npm run simulator`: the stand-in WeCom alone, on the port it has beside the other apps unless told otherwise. */
await runCommand(async () => {
  const defaults = { HIGHWATER_PORT: '4402', HIGHWATER_SIMULATOR_FOLDER: join(ROOT, '.highwater/simulator') };
  const config = readSimulatorConfig({ ...defaults, ...process.env });
  const simulator = await startSimulator({
    host: config.host,
    port: config.port,
    dataDir: config.folder,
    clock: config.clockFile === undefined ? systemClock() : createShiftableClock(config.clockFile),
  });
  console.log(`The stand-in WeCom runs: ${simulator.url}/console`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void simulator.stop().then(() => process.exit(0)));
  }
});
