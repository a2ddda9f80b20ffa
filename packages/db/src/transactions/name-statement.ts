import type pg from 'pg';

/** Names of one connection; the statements of a request are about forty, and only rights of many periods bring more texts. */
const MOST = 300;

const namesOf = new WeakMap<pg.PoolClient, Map<string, string>>();

/** The name under which a connection keeps the statement; undefined for further ones once it keeps very many. */
export function nameStatement(client: pg.PoolClient, text: string): string | undefined {
  const names = namesOf.get(client) ?? new Map<string, string>();
  namesOf.set(client, names);
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST) return known;
  const name = `hw${names.size}`;
  names.set(text, name);
  return name;
}
