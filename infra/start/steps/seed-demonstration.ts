import { randomBytes } from 'node:crypto';
import { seedDemo } from '@highwater/testkit';
import { beginSeeding, readAccounts, saveAccounts } from '../accounts-file.ts';
import { makeDemoOperator } from '../make-demo-operator.ts';
import type { Account, StartStep } from '../start-context.ts';

const OPERATOR_NAME = '运营小林';

/** Once per data folder: the demo company and the operator, made through the public address as people would. */
export const seedDemonstration: StartStep = {
  title: 'Making the demo company',
  async run(context) {
    const known = readAccounts(context.dataDir);
    if (known) {
      // Of a folder from before operators had accounts of their own.
      const enter = async (account: Account): Promise<Account> =>
        account.role === 'operator'
          ? { ...account, password: await makeDemoOperator(context, { name: OPERATOR_NAME, email: account.email }) }
          : account;
      context.accounts = await Promise.all(known.map(enter));
      return;
    }
    beginSeeding(context.dataDir);
    context.accounts = await seedDemo({
      portalUrl: context.urls.portal,
      simulatorUrl: context.urls.simulator,
      password: () => randomBytes(12).toString('base64url'),
      makeOperator: (email) => makeDemoOperator(context, { name: OPERATOR_NAME, email }),
    });
    saveAccounts(context.dataDir, context.accounts);
  },
};
