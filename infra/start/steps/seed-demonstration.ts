import { randomBytes } from 'node:crypto';
import { seedDemo } from '@highwater/testkit';
import { makeOperator } from '../../postgres/demonstration-database.ts';
import { beginSeeding, readAccounts, saveAccounts } from '../accounts-file.ts';
import { need, type StartStep } from '../start-context.ts';
import { DATABASE_NAME } from './migrate-database.ts';

/** Once per data folder: the demo company and the operator, made through the public address as people would. */
export const seedDemonstration: StartStep = {
  title: 'Making the demo company',
  async run(context) {
    const known = readAccounts(context.dataDir);
    if (known) {
      context.accounts = known;
      return;
    }
    beginSeeding(context.dataDir);
    const { superuser } = need(context, 'postgres');
    context.accounts = await seedDemo({
      portalUrl: context.urls.portal,
      simulatorUrl: context.urls.simulator,
      password: () => randomBytes(12).toString('base64url'),
      makeOperator: (email) => makeOperator(superuser, DATABASE_NAME, email),
    });
    saveAccounts(context.dataDir, context.accounts);
  },
};
