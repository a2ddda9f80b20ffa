import { countEmployees, countSearchable, countUnreadableFiles, type GrantTerms, type TenantTx } from '@highwater/db';
import type { AccessCondition } from '@highwater/domain';
import type { z } from '@hono/zod-openapi';
import type { searchCoverage } from '../schemas/search-coverage.ts';
import type { VerbContext } from '../verbs/verb-context.ts';

/**
 * What a search looked through, for the line under every result: the archive's messages and how many of them are indexed,
 * files whose text is not, and how many of the employees the reader's role sees. The first three are those of the
 * whole archive, whoever asks.
 */
export async function viewSearchCoverage(
  { actor }: Pick<VerbContext, 'actor'>,
  tx: TenantTx,
  access: AccessCondition,
): Promise<z.output<typeof searchCoverage>> {
  const { archived, indexed } = await countSearchable(tx);
  const filesNotReadable = await countUnreadableFiles(tx);
  const employees = await countEmployees(tx, access);
  return {
    archived,
    indexed,
    filesNotReadable,
    employeesSeen: employees.seen,
    employeesTotal: employees.total,
    isNarrowed:
      isNarrowed(access) || (access.kind === 'where' && actor.kind === 'member' && actor.grants.some(isOfPeriod)),
  };
}

/** Whether a part only of what the employees wrote and received is seen. Who was in a department then is named as a whole. */
function isNarrowed(access: AccessCondition): boolean {
  if (access.kind !== 'where') return false;
  return access.any.some(
    ({ people, with: others, rooms, kinds, directions }) =>
      [others, rooms, kinds, directions].some((list) => list !== undefined) || people === undefined,
  );
}

function isOfPeriod({ sentFrom, sentUntil }: GrantTerms): boolean {
  return sentFrom !== null || sentUntil !== null;
}
