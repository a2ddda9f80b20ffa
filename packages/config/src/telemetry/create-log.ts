import type { Log, LogFields } from '@highwater/domain';
import { pino, type DestinationStream, type Logger } from 'pino';
import { LOG_FIELD_NAMES } from './log-field-names.ts';

/** Long enough for every id and route, too short for a message to hide in. */
const LONGEST_VALUE = 200;

/**
 * A log of JSON lines on standard output: time, level, component, event, and allow-listed fields.
 * Fields outside the list are dropped even when a cast got them past the compiler, and so are values that are
 * neither a short string nor a number. `event` is a constant phrase, never built from data.
 */
export function createLog(component: string, destination?: DestinationStream): Log {
  const options = { base: {}, messageKey: 'event', timestamp: () => `,"time":"${new Date().toISOString()}"` };
  return logOver(destination ? pino(options, destination) : pino(options), { component });
}

function logOver(logger: Logger, fixed: LogFields): Log {
  return {
    info: (event, fields) => logger.info(allowed({ ...fixed, ...fields }), event),
    warn: (event, fields) => logger.warn(allowed({ ...fixed, ...fields }), event),
    error: (event, fields) => logger.error(allowed({ ...fixed, ...fields }), event),
    child: (fields) => logOver(logger, { ...fixed, ...fields }),
  };
}

function allowed(fields: LogFields): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(fields) as [string, unknown][]) {
    if (!LOG_FIELD_NAMES.has(name)) continue;
    if (typeof value === 'number' || (typeof value === 'string' && value.length <= LONGEST_VALUE)) kept[name] = value;
  }
  return kept;
}
