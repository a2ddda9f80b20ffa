import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  writeFileSync,
  renameSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { Sentence } from '../processes/sentence.ts';
import type { Owner } from './run-program.ts';
import { checkFolder, ensureSharedFolder } from './shared-folder.ts';

/** Linux allows 107 bytes for a socket's path; `/.s.PGSQL.5432` follows the folder. */
const LONGEST_SOCKET_FOLDER = 90;

const pointer = z.object({
  /** Folder of the cluster: `data`, its log and, where the path is short enough, the socket. */
  folder: z.string(),
  socketFolder: z.string(),
  superuserPassword: z.string(),
  /** True once initdb had finished: from then on a missing cluster is a loss, not a beginning. */
  initialised: z.boolean(),
});

export type ClusterPlace = z.infer<typeof pointer> & {
  readonly owner: Owner | undefined;
  readonly pointerFile: string;
};

/** Where the cluster of a data folder lives, as its pointer `postgres.json` says; a new place when there is none. */
export function openClusterPlace(dataDir: string): ClusterPlace {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const pointerFile = join(dataDir, 'postgres.json');
  const owner = process.getuid?.() === 0 ? findUnprivilegedUser() : undefined;
  const known = existsSync(pointerFile) ? pointer.parse(JSON.parse(readFileSync(pointerFile, 'utf8'))) : undefined;
  const place = { ...(known ?? newPlace(dataDir, owner)), owner, pointerFile };
  if (place.initialised && !existsSync(join(place.folder, 'data/PG_VERSION'))) {
    throw new Sentence(
      `The database of ${dataDir} is gone from ${place.folder}. Restore it, or remove ${dataDir} to begin anew.`,
    );
  }
  makeFolder(place.folder, owner);
  if (place.socketFolder !== place.folder) makeFolder(place.socketFolder, owner);
  savePlace(place);
  return place;
}

export function savePlace({ owner: _owner, pointerFile, ...place }: ClusterPlace): void {
  const draft = `${pointerFile}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(place, null, 2), { mode: 0o600 });
  renameSync(draft, pointerFile);
}

/** Begins every cluster folder of one data folder, so that those of a removed data folder can be found. */
export function placePrefix(dataDir: string): string {
  return createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 12);
}

function newPlace(dataDir: string, owner: Owner | undefined): z.infer<typeof pointer> {
  const folder = owner
    ? join(ensureSharedFolder(), `${placePrefix(dataDir)}-${randomBytes(4).toString('hex')}`)
    : join(realpathSync(dataDir), 'postgres');
  const socketFolder =
    Buffer.byteLength(folder) <= LONGEST_SOCKET_FOLDER ? folder : mkdtempSync(join(shortTemporaryFolder(), 'hw-'));
  return { folder, socketFolder, superuserPassword: randomBytes(24).toString('base64url'), initialised: false };
}

function shortTemporaryFolder(): string {
  return Buffer.byteLength(tmpdir()) <= LONGEST_SOCKET_FOLDER - 10 ? tmpdir() : '/tmp';
}

function makeFolder(path: string, owner: Owner | undefined): void {
  if (!existsSync(path)) {
    mkdirSync(path, { mode: 0o700, recursive: true });
    if (owner) chownSync(path, owner.uid, owner.gid);
  }
  checkFolder(path, owner?.uid ?? process.getuid?.() ?? 0, 0o077);
}

function findUnprivilegedUser(): Owner {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (!uid || !gid)
    throw new Sentence('This machine has no user "nobody" to run PostgreSQL. Start as a user other than root.');
  return { uid: Number(uid), gid: Number(gid) };
}
