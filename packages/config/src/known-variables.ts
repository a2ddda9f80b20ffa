import { APP_VARIABLES } from './apps.ts';

const known = new Set<string>(Object.values(APP_VARIABLES).flatMap((table) => Object.keys(table)));

export function isKnownVariable(name: string): boolean {
  return known.has(name);
}
