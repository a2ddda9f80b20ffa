import { APP_VARIABLES } from './apps.ts';
import { readVariables, type Environment } from './read-variables.ts';
import { databaseTarget, type DatabaseTarget } from './variables/database.ts';
import { productionRule } from './variables/production-rule.ts';

export interface MigrateConfig {
  /** Where a link that enrols an operator leads; undefined where there is no console. */
  readonly operatorUrl: string | undefined;
  readonly database: DatabaseTarget;
  readonly passwords: {
    readonly migrator: string;
    readonly app: string;
    readonly platform: string;
    readonly search: string;
    readonly identity: string;
  };
}

/** The only config with the migrator's password. Throws a ConfigError that lists every wrong variable at once. */
export function readMigrateConfig(environment: Environment = process.env): MigrateConfig {
  const values = readVariables('Migrating', APP_VARIABLES.migrate, environment, [productionRule]);
  return {
    operatorUrl: values.HIGHWATER_OPERATOR_URL,
    database: databaseTarget(values),
    passwords: {
      migrator: values.HIGHWATER_PASSWORD_MIGRATOR,
      app: values.HIGHWATER_PASSWORD_APP,
      platform: values.HIGHWATER_PASSWORD_PLATFORM,
      search: values.HIGHWATER_PASSWORD_SEARCH,
      identity: values.HIGHWATER_PASSWORD_IDENTITY,
    },
  };
}
