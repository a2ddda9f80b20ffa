import type { TableExceptions } from './list-table-violations.ts';

/**
 * Operators belong to no tenant; a corp is claimed before anybody knows for whom; a domain is proven by one company only,
 * and whoever holds its DNS is the only one to learn that another did.
 */
export const TABLE_EXCEPTIONS: TableExceptions = {
  withoutTenant: ['operators'],
  keyedOtherwise: ['corp_claims', 'sign_on_domains'],
};
