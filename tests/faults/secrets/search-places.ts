import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { asSuperuser, type BareStage } from '../fault-stage.ts';
import { findValues } from '../../tenancy/protected-values.ts';

/** Something that must not be found, and the places where it stands by right. */
export interface Secret {
  /** What it is, for the report. Never its value. */
  readonly what: string;
  readonly value: string;
  readonly mayStandIn?: readonly Place[];
}

export const PLACES = ['log', 'database log', 'table', 'mail', 'core', 'command line', 'environment'] as const;
export type Place = (typeof PLACES)[number];

interface Found {
  readonly place: Place;
  /** File, table or process. */
  readonly where: string;
  readonly what: string;
}

/** Everything of a stage where a secret could end up: output of every process, the database, mails, cores and /proc. */
export async function searchPlaces(
  stage: BareStage,
  secrets: readonly Secret[],
): Promise<{ readonly found: readonly Found[]; readonly looked: Readonly<Record<Place, number>> }> {
  const { dataDir } = stage.context;
  const cluster = clusterFolder(stage);
  const found: Found[] = [];
  const looked: Record<Place, number> = Object.fromEntries(PLACES.map((place) => [place, 0])) as Record<Place, number>;
  const look = (place: Place, where: string, bytes: Uint8Array): void => {
    looked[place] += 1;
    const forbidden = secrets.filter(({ mayStandIn }) => mayStandIn?.includes(place) !== true);
    for (const { what } of findValues(bytes, forbidden)) found.push({ place, where, what });
  };
  const lookAtFiles = (place: Place, folder: string, wanted: RegExp): void => {
    for (const path of filesBelow(folder)) if (wanted.test(path)) look(place, path, readFileSync(join(folder, path)));
  };

  lookAtFiles('log', join(dataDir, 'logs'), /\.log/);
  lookAtFiles('database log', cluster, /^postgres\.log$/);
  lookAtFiles('mail', join(dataDir, 'mailbox'), /\.json$/);
  for (const folder of [dataDir, cluster, stage.context.root]) {
    lookAtFiles('core', folder, folder === stage.context.root ? /^core(\.\d+)?$/ : /(^|\/)core(\.\d+)?$/);
  }
  await lookAtTables(stage, (table, bytes) => look('table', table, bytes));
  for (const pid of processesOf(stage)) {
    for (const [place, file] of [
      ['command line', 'cmdline'],
      ['environment', 'environ'],
    ] as const) {
      const bytes = readProcFile(pid, file);
      if (bytes !== undefined) look(place, `process ${pid}`, bytes);
    }
  }
  return { found, looked };
}

export function clusterFolder({ context }: BareStage): string {
  const { folder } = JSON.parse(readFileSync(join(context.dataDir, 'postgres.json'), 'utf8')) as { folder: string };
  return folder;
}

/** Rows read at once. */
const PER_READ = 2000;

/** Every table that the product or its queue writes, row by row as text: jsonb as it is, bytes as hex. */
async function lookAtTables(stage: BareStage, look: (table: string, bytes: Uint8Array) => void): Promise<void> {
  await asSuperuser(stage, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname IN ('hw', 'identity', 'pgboss') ORDER BY 1`,
    );
    for (const { name } of tables) {
      for (let offset = 0; ; offset += PER_READ) {
        const { rows } = await client.query<{ text: string }>(
          `SELECT t::text AS text FROM ${name} t ORDER BY ctid LIMIT ${PER_READ} OFFSET ${offset}`,
        );
        look(name, Buffer.from(rows.map(({ text }) => text).join('\n')));
        if (rows.length < PER_READ) break;
      }
    }
  });
}

/** Processes that the stage started, by descent or, the database's, by their folder. */
function processesOf(stage: BareStage): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const parent = Number.isInteger(pid) ? parentOf(pid) : undefined;
    if (parent !== undefined) parents.set(pid, parent);
  }
  const descends = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent === process.pid || (parent !== undefined && parent > 1 && descends(parent));
  };
  const cluster = clusterFolder(stage);
  return [...parents.keys()].filter((pid) => descends(pid) || folderOf(pid)?.startsWith(cluster) === true);
}

function parentOf(pid: number): number | undefined {
  const stat = readProcFile(pid, 'stat')?.toString();
  const parent = Number(stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  return Number.isNaN(parent) ? undefined : parent;
}

function folderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function readProcFile(pid: number, file: string): Buffer | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`);
  } catch {
    return undefined;
  }
}

function filesBelow(folder: string, depth = 3): readonly string[] {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    if (entry.isFile()) return [entry.name];
    if (!entry.isDirectory() || depth === 0 || entry.name === 'node_modules') return [];
    return filesBelow(join(folder, entry.name), depth - 1).map((path) => `${entry.name}/${path}`);
  });
}
