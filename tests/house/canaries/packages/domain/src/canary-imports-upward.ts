// Planted: domain imports nothing.
export { canaryQuery } from '../../db/src/canary-query.ts';
