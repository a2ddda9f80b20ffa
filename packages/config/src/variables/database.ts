import { z } from 'zod';
import { port, text, yesOrNo } from '../value-schemas.ts';
import { variable, type Values } from '../variable.ts';

export const databaseVariables = {
  HIGHWATER_DATABASE_HOST: variable(text, 'Host of PostgreSQL, or the folder of its socket.', '127.0.0.1'),
  HIGHWATER_DATABASE_PORT: variable(port.default(5432), 'Port of PostgreSQL.', '5432'),
  HIGHWATER_DATABASE_NAME: variable(z.string().default('highwater'), 'Name of the database.', 'highwater'),
  HIGHWATER_DATABASE_TLS: variable(
    yesOrNo.default(false),
    'Whether the connection uses TLS with a verified certificate (yes or no).',
    'no',
  ),
};

export const passwordVariables = {
  HIGHWATER_PASSWORD_APP: variable(text, 'Password of the role hw_app.', 'a-long-random-word'),
  HIGHWATER_PASSWORD_PLATFORM: variable(text, 'Password of the role hw_platform.', 'a-long-random-word'),
  HIGHWATER_PASSWORD_SEARCH: variable(text, 'Password of the role hw_search.', 'a-long-random-word'),
};

export const identityPasswordVariables = {
  HIGHWATER_PASSWORD_IDENTITY: variable(text, 'Password of the role hw_identity.', 'a-long-random-word'),
};

export const migratorPasswordVariables = {
  HIGHWATER_PASSWORD_MIGRATOR: variable(
    text,
    'Password of the role hw_migrator; for migrating only.',
    'a-long-random-word',
  ),
};

/** Where the database is. `host` is a name, an address or the folder of a Unix socket. */
export interface DatabaseTarget {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly tls: boolean;
}

export function databaseTarget(values: Values<typeof databaseVariables>): DatabaseTarget {
  return {
    host: values.HIGHWATER_DATABASE_HOST,
    port: values.HIGHWATER_DATABASE_PORT,
    database: values.HIGHWATER_DATABASE_NAME,
    tls: values.HIGHWATER_DATABASE_TLS,
  };
}
