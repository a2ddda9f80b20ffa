import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { need } from '../../infra/start/start-context.ts';
import { DATABASE_NAME } from '../../infra/start/steps/migrate-database.ts';
import type { BareStage } from './fault-stage.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';

/** The disks of a stage that can be full; undefined where none may be mounted. */
export interface FullDisks {
  /** Holds every table and index. */
  readonly database: SmallDisk | undefined;
  /** Holds the objects. */
  readonly objects: SmallDisk | undefined;
  /** After the stage's own folders and server are gone. */
  remove(): void;
}

/** Puts a stage's database and objects on disks of their own. Called before anything is connected. */
export async function openFullDisks(stage: BareStage, wanted: boolean): Promise<FullDisks> {
  if (!wanted) return { database: undefined, objects: undefined, remove: () => undefined };
  const { dataDir } = stage.context;
  const { folder } = JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8')) as { folder: string };
  const { uid, gid } = statSync(join(folder, 'data'));
  const database = mountSmallDisk({ owner: { uid, gid } });
  const objects = mountSmallDisk({});
  if (database !== undefined) await moveDatabase(stage, database.folder);
  return {
    database,
    objects,
    remove() {
      database?.remove();
      objects?.remove();
    },
  };
}

async function moveDatabase(stage: BareStage, folder: string): Promise<void> {
  const client = new pg.Client(need(stage.context, 'postgres').superuser);
  await client.connect();
  try {
    await client.query(`CREATE TABLESPACE small_disk LOCATION '${folder}'`);
    await client.query(`ALTER DATABASE ${DATABASE_NAME} SET TABLESPACE small_disk`);
  } finally {
    await client.end();
  }
}
