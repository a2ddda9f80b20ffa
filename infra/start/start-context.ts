import type { RunningPostgres } from '../postgres/index.ts';
import type { Supervisor } from '../processes/create-supervisor.ts';
import type { Secrets } from './secrets.ts';
import type { StartOptions } from './start-options.ts';

/** What the steps of a start work on; each step adds what the later ones need. */
export interface StartContext extends StartOptions {
  /** Folder of the checkout. */
  readonly root: string;
  readonly supervisor: Supervisor;
  readonly urls: {
    readonly portal: string;
    readonly operator: string;
    readonly api: string;
    readonly simulator: string;
  };
  /** Set by prepare-data-folder. */
  secrets?: Secrets;
  /** Set by build-portal's beginning; a later step waits for it. */
  portalBuild?: Promise<boolean>;
  /** Set by start-database. */
  postgres?: RunningPostgres;
  /** Set by start-database: ends the watch over the server. */
  stopWatching?: () => Promise<void>;
  /** Set by seed-demo. */
  accounts?: readonly Account[];
}

/** A demonstration sign-in. Kept in the data folder, so that a warm start prints the same ones. */
export interface Account {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

export interface StartStep {
  /** Said while it runs: "Starting PostgreSQL". */
  readonly title: string;
  run(context: StartContext): Promise<void>;
}

/** What an earlier step should have set. */
export function need<Key extends 'secrets' | 'postgres' | 'accounts'>(
  context: Pick<StartContext, Key>,
  key: Key,
): NonNullable<StartContext[Key]> {
  const value = context[key];
  if (value === undefined || value === null) throw new Error(`a step needs ${key} before the step that sets it`);
  return value;
}
