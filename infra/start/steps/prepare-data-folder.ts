import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildPortal } from '../build-portal.ts';
import { checkPorts } from '../check-ports.ts';
import { makeKeys } from '../make-keys.ts';
import { openSecrets } from '../secrets.ts';
import type { StartStep } from '../start-context.ts';

/** Ports, keys and passwords; and the portal's build begins, beside the steps that mostly wait. */
export const prepareDataFolder: StartStep = {
  title: 'Preparing the data folder',
  async run(context) {
    await checkPorts(context.ports);
    rmSync(join(context.dataDir, 'ready.json'), { force: true });
    makeKeys(context.dataDir);
    context.secrets = openSecrets(context.dataDir);
    context.portalBuild = buildPortal(context.root);
    // The step that waits for it reports a failure; until then it must not count as unhandled.
    context.portalBuild.catch(() => undefined);
  },
};
