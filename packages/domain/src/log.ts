import type { Fault } from './fault.ts';

/**
 * Fields that may stand in a log line; anything else does not type-check and is dropped at run time.
 * Ids and numbers only: never text, names, keys, tokens, addresses with a query.
 */
export interface LogFields {
  readonly requestId?: string;
  readonly tenantId?: string;
  readonly memberId?: string;
  readonly connectionId?: string;
  readonly exportId?: string;
  readonly scheduleId?: string;
  readonly mediaId?: string;
  readonly jobId?: string;
  readonly queue?: string;
  readonly route?: string;
  readonly method?: string;
  readonly status?: number;
  readonly durationMs?: number;
  readonly count?: number;
  readonly bytes?: number;
  readonly seq?: string;
  readonly attempt?: number;
  readonly fault?: Fault;
  readonly port?: number;
  readonly component?: string;
  readonly errorName?: string;
  readonly errorCode?: string;
  /** File names and line numbers of our own code, without messages. */
  readonly errorAt?: string;
}

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  child(fields: LogFields): Log;
}
