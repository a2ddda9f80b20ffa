export const query = (table: string): string => `SELECT message_id FROM ${table} WHERE tenant_id = $1`;
