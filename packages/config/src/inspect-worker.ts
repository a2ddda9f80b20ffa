import { APP_VARIABLES } from './apps.ts';
import type { ConfigProblem } from './config-error.ts';
import { inspectVariables, type Environment } from './read-variables.ts';
import type { DatabaseTarget, databaseVariables } from './variables/database.ts';
import { financeConfig, financeRule, type FinanceConfig } from './variables/finance.ts';
import type { Values } from './variable.ts';
import type { Mode } from './variables/mode.ts';
import { productionRule } from './variables/production-rule.ts';

/** The worker's settings as far as they can be read: for finding out what is wrong with the rest. */
export interface WorkerInspection {
  readonly mode: Mode | undefined;
  readonly finance: FinanceConfig | undefined;
  /** How WeCom is reached, also without a library. */
  readonly network: Pick<FinanceConfig, 'egress' | 'upstream' | 'extraAuthorityPem'>;
  readonly wecomSimulatorUrl: string | undefined;
  readonly database: DatabaseTarget | undefined;
  readonly platformPassword: string | undefined;
  readonly appPassword: string | undefined;
  /** SPKI PEM, the present one first. */
  readonly ledgerPublicKeys: string | undefined;
  /** Every variable that names a key file. */
  readonly keyFiles: readonly { readonly variable: string; readonly path: string | undefined }[];
  readonly problems: readonly ConfigProblem[];
}

/** Files that are no keys. */
const OTHER_FILES = new Set(['HIGHWATER_WECOM_EXTRA_CA_FILE', 'HIGHWATER_CLOCK_FILE']);
const KEY_FILES = Object.keys(APP_VARIABLES.worker).filter((name) => name.endsWith('_FILE') && !OTHER_FILES.has(name));

/** Never throws: what is wrong or not set is in `problems`, without values. */
export function inspectWorker(environment: Environment = process.env): WorkerInspection {
  const { values, problems } = inspectVariables(APP_VARIABLES.worker, environment, [financeRule, productionRule]);
  return {
    mode: values.HIGHWATER_MODE,
    finance: financeConfig(values),
    network: {
      egress: values.HIGHWATER_EGRESS_PROXY ?? new Map(),
      upstream: values.HIGHWATER_WECOM_UPSTREAM,
      extraAuthorityPem: values.HIGHWATER_WECOM_EXTRA_CA_FILE,
    },
    wecomSimulatorUrl: values.HIGHWATER_WECOM_SIMULATOR_URL,
    database: findDatabase(values),
    platformPassword: values.HIGHWATER_PASSWORD_PLATFORM,
    appPassword: values.HIGHWATER_PASSWORD_APP,
    ledgerPublicKeys: values.HIGHWATER_LEDGER_PUBLIC_FILE?.key,
    keyFiles: KEY_FILES.map((variable) => ({ variable, path: environment[variable] || undefined })),
    problems,
  };
}

function findDatabase(values: Partial<Values<typeof databaseVariables>>): DatabaseTarget | undefined {
  const { HIGHWATER_DATABASE_HOST: host, HIGHWATER_DATABASE_PORT: port, HIGHWATER_DATABASE_NAME: database } = values;
  if (host === undefined || port === undefined || database === undefined) return undefined;
  return { host, port, database, tls: values.HIGHWATER_DATABASE_TLS ?? false };
}
