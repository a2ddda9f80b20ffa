import { lstatSync, mkdirSync } from 'node:fs';
import { Sentence } from '../processes/sentence.ts';

/**
 * Where root keeps clusters and PostgreSQL's programs for the unprivileged user: a short path (a socket's name has
 * about 100 characters) below a folder that only root can write.
 */
export const SHARED_FOLDER = '/var/lib/highwater-pg';

/** The shared folder, made when missing: root's, entered by all, listed by root. Throws when it is somebody else's. */
export function ensureSharedFolder(): string {
  mkdirSync(SHARED_FOLDER, { mode: 0o711, recursive: true });
  checkFolder(SHARED_FOLDER, 0, 0o022);
  return SHARED_FOLDER;
}

/** Throws unless `path` is a real folder (no link) of that user without any of the forbidden permissions. */
export function checkFolder(path: string, uid: number, forbidden: number): void {
  const stat = lstatSync(path);
  if (stat.isDirectory() && stat.uid === uid && (stat.mode & forbidden) === 0) return;
  throw new Sentence(`${path} belongs to someone else or is open to others. Move it away and start again.`);
}
