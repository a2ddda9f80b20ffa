import { randomUUID } from 'node:crypto';

/** A fresh id of any kind that is a UUID. */
export function newId<Id extends string>(): Id {
  const id: string = randomUUID();
  return id as Id;
}

/** When rows were made that do not say: a Sunday morning in China. */
export const ROW_TIME = Date.UTC(2026, 10, 22, 0, 30);
