import type { Database } from '../pools/create-database.ts';
import type { ResolvedGrant } from './list-grants-of.ts';

/** What grants of departments were found to give, kept while nobody moved. */
export interface GrantMemory {
  /** What was kept under the key, if it is of this version. */
  find(key: string, version: string): readonly ResolvedGrant[] | undefined;
  keep(key: string, version: string, grants: readonly ResolvedGrant[]): void;
}

/** People of all that is kept, each of them about a hundred bytes. */
const MOST_PEOPLE = 400_000;

/** Forgets what was not asked for the longest. */
export function createGrantMemory(most = MOST_PEOPLE): GrantMemory {
  const held = new Map<string, { version: string; grants: readonly ResolvedGrant[]; size: number }>();
  let size = 0;
  const forget = (key: string): void => {
    size -= held.get(key)?.size ?? 0;
    held.delete(key);
  };
  return {
    find(key, version) {
      const known = held.get(key);
      if (known?.version !== version) return undefined;
      held.delete(key);
      held.set(key, known);
      return known.grants;
    },
    keep(key, version, grants) {
      forget(key);
      const own = 1 + grants.reduce((sum, grant) => sum + sizeOf(grant), 0);
      held.set(key, { version, grants, size: own });
      size += own;
      for (const oldest of held.keys()) {
        if (size <= most) break;
        forget(oldest);
      }
    },
  };
}

function sizeOf({ clauses }: ResolvedGrant): number {
  return clauses.reduce((sum, clause) => sum + (clause.people?.length ?? 0) + (clause.with?.length ?? 0), 0);
}

const memories = new WeakMap<Database['app'], GrantMemory>();

/** The memory of a process for one database. */
export function grantMemoryOf({ app }: Pick<Database, 'app'>): GrantMemory {
  const memory = memories.get(app) ?? createGrantMemory();
  memories.set(app, memory);
  return memory;
}
