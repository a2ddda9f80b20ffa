import { inTenant } from '@highwater/db';
import type { ConnectionId, TenantId } from '@highwater/domain';
import { ROW_TIME } from '@highwater/testkit';
import type { TestApi } from './start-api.ts';

export interface KnownInterval {
  readonly subject?: 'person' | 'follow' | 'room';
  readonly key: string;
  readonly attribute?: string;
  readonly value: string;
  /** Unix ms. */
  readonly from: number;
  readonly endedBy?: number;
}

/** Writes what enrichment would have found of people and rooms; columns and tables are named by the test. */
export interface KnownPeople {
  person(personKey: string, columns: Readonly<Record<string, unknown>>): Promise<void>;
  interval(interval: KnownInterval): Promise<void>;
  row(table: string, columns: Readonly<Record<string, unknown>>): Promise<void>;
}

export function knowPeople(api: TestApi, tenantId: TenantId, connectionId: ConnectionId): KnownPeople {
  async function run(sql: string, values: readonly unknown[]): Promise<void> {
    await inTenant(api.database.database, tenantId, (tx) => tx.query(sql, [tenantId, connectionId, ...values]));
  }
  const row = (table: string, columns: Readonly<Record<string, unknown>>) => {
    const names = Object.keys(columns);
    const places = names.map((_name, at) => `$${at + 3}`);
    return run(
      `INSERT INTO hw.${table} (tenant_id, connection_id, ${names.join(', ')}) VALUES ($1, $2, ${places.join(', ')})`,
      Object.values(columns),
    );
  };
  return {
    row,
    person: (personKey, columns) =>
      run(
        `UPDATE hw.people SET ${Object.keys(columns)
          .map((name, at) => `${name} = $${at + 4}`)
          .join(', ')} WHERE tenant_id = $1 AND connection_id = $2 AND person_key = $3`,
        [personKey, ...Object.values(columns)],
      ),
    interval: ({ subject = 'person', key, attribute = 'name', value, from, endedBy }) =>
      row('intervals', {
        subject,
        subject_key: key,
        attribute,
        value,
        seen_from: new Date(from),
        seen_until: new Date(endedBy ?? Math.max(from, ROW_TIME)),
        ended_by: endedBy === undefined ? null : new Date(endedBy),
      }),
  };
}
