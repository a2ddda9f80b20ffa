import type { TableExceptions } from './list-table-violations.ts';

/** Operators belong to no tenant; a corp is claimed before anybody knows for whom. */
export const TABLE_EXCEPTIONS: TableExceptions = { withoutTenant: ['operators'], keyedOtherwise: ['corp_claims'] };
