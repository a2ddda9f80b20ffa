import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrapCluster, migrate } from '@highwater/db';
import { installQueues } from '@highwater/jobs/boss';
import { dropDatabase } from '../../postgres/demonstration-database.ts';
import { isHalfSeeded } from '../accounts-file.ts';
import { need, type StartStep } from '../start-context.ts';

export const DATABASE_NAME = 'highwater';

export const migrateDatabase: StartStep = {
  title: 'Bringing the database up to date',
  async run(context) {
    const { superuser } = need(context, 'postgres');
    const { migrator, app, platform, search, identity } = need(context, 'secrets');
    const passwords = {
      hw_migrator: migrator,
      hw_app: app,
      hw_platform: platform,
      hw_search: search,
      hw_identity: identity,
    };
    if (isHalfSeeded(context.dataDir)) {
      for (const folder of ['simulator', 'objects', 'mailbox'])
        rmSync(join(context.dataDir, folder), { recursive: true, force: true });
      await dropDatabase(superuser, DATABASE_NAME);
    }
    await bootstrapCluster(superuser, passwords, DATABASE_NAME);
    const login = { ...superuser, database: DATABASE_NAME, user: 'hw_migrator', password: migrator };
    await migrate(login);
    await installQueues(login);
  },
};
