import type { UnixMs } from './ids.ts';

/** The only source of time for everything the product decides or stores. */
export interface Clock {
  now(): UnixMs;
}
