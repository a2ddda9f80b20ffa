/** Where a PostgreSQL server listens and who knocks. `host` is a name or the folder of a Unix socket. */
export interface ServerSettings {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  /** Encrypted, with the server's certificate verified. */
  readonly tls?: boolean;
}

export interface LoginSettings extends ServerSettings {
  readonly user: string;
  readonly password: string;
}

/** The runtime roles; none owns a table, is superuser or bypasses row-level security. */
export const RUNTIME_ROLES = ['hw_app', 'hw_platform', 'hw_search', 'hw_identity'] as const;
export type RuntimeRole = (typeof RUNTIME_ROLES)[number];
/** Migrates and owns the tables; never serves. */
export const MIGRATOR_ROLE = 'hw_migrator';
export type RolePasswords = Readonly<Record<RuntimeRole | typeof MIGRATOR_ROLE, string>>;
