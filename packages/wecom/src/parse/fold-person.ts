import type { PersonKey } from '@highwater/domain';

const KEPT_AS_WRITTEN = /^w[mob][A-Za-z0-9_-]{18,}$/;

/** Ids go into database text, which takes neither NUL nor lone surrogates. */
export function cleanId(written: string): string {
  return written.replaceAll('\0', '').toWellFormed().trim();
}

/** The key of a person: external contacts and robots as written, employees in lower case. Null for an empty id. */
export function foldPerson(written: string): PersonKey | null {
  const id = cleanId(written);
  if (id === '') return null;
  return (KEPT_AS_WRITTEN.test(id) ? id : id.toLowerCase()) as PersonKey;
}

export function isExternalPerson(key: PersonKey): boolean {
  return KEPT_AS_WRITTEN.test(key) && !key.startsWith('wb');
}

export function isRobot(key: PersonKey): boolean {
  return KEPT_AS_WRITTEN.test(key) && key.startsWith('wb');
}
