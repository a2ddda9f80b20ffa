import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { askConsole } from '@highwater/testkit';
import type pg from 'pg';

/** What there is of a company, or of nobody's: each thing by its place, with something that differs once it was touched. */
export type Look = ReadonlyMap<string, string>;

export interface Looked {
  readonly of: (tenantId: string) => Look;
  /** What is no company's: mails, jobs of others, rows without a company. */
  readonly rest: Look;
}

export interface Place {
  readonly client: pg.Client;
  readonly dataDir: string;
  readonly simulatorUrl: string;
  readonly companies: readonly { readonly tenantId: string; readonly corpId: string }[];
}

/** Every row, waiting job, object, mail and call to WeCom: two looks differ where something was written, sent or asked. */
export async function lookAround({ client, dataDir, simulatorUrl, companies }: Place): Promise<Looked> {
  const looks = new Map(companies.map(({ tenantId }) => [tenantId, new Map<string, string>()]));
  const rest = new Map<string, string>();
  for (const { place, tenantId, stand } of await readRows(client)) {
    const look = looks.get(tenantId ?? '');
    if (look === undefined) rest.set(`${place} of ${tenantId ?? 'nobody'}`, stand);
    else look.set(place, stand);
  }
  for (const file of listFiles(join(dataDir, 'objects'))) {
    const owner = companies.find(({ tenantId }) => file.includes(tenantId))?.tenantId ?? '';
    (looks.get(owner) ?? rest).set(`object ${file}`, String(statSync(join(dataDir, 'objects', file)).mtimeMs));
  }
  for (const file of listFiles(join(dataDir, 'mailbox'))) rest.set(`mail ${file}`, '');
  for (const { tenantId, corpId } of companies) {
    const { calls } = await askConsole<{ calls: object }>(simulatorUrl, 'GET', `/corps/${corpId}/calls`);
    looks.get(tenantId)?.set('calls to WeCom', JSON.stringify(calls));
  }
  return { of: (tenantId) => looks.get(tenantId) ?? new Map(), rest };
}

/** Places that differ, in words. */
export function differences(before: Look, after: Look): readonly string[] {
  const places = new Set([...before.keys(), ...after.keys()]);
  return [...places].filter((place) => before.get(place) !== after.get(place));
}

interface Standing {
  readonly place: string;
  readonly tenantId: string | null;
  readonly stand: string;
}

/** Whatever writes a row leaves the number of its transaction in it. Tables are found in the catalogue, so that none is forgotten. */
async function readRows(client: pg.Client): Promise<readonly Standing[]> {
  const { rows: tables } = await client.query<{ name: string; hasTenant: boolean }>(
    `SELECT c.relname AS name, EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id'
       AND NOT a.attisdropped) AS "hasTenant"
     FROM pg_class c WHERE c.relnamespace = 'hw'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
     ORDER BY 1`,
  );
  const looks = tables.map(({ name, hasTenant }) => {
    const tenant = hasTenant ? 't.tenant_id::text' : 'NULL::text';
    return `SELECT 'rows of ${name}' AS place, ${tenant} AS "tenantId",
      count(*) || ' by ' || sum(t.xmin::text::bigint) AS stand FROM hw.${name} t GROUP BY 2`;
  });
  const jobs = `SELECT 'jobs of ' || name AS place, data->>'tenantId' AS "tenantId",
    string_agg(data::text, ' ' ORDER BY data::text) AS stand FROM pgboss.job GROUP BY 1, 2`;
  const { rows } = await client.query<Standing>([...looks, jobs].join('\nUNION ALL\n'));
  return rows;
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
