import { saveDepartments } from '@highwater/db';
import { FaultError, type DepartmentRecord, type SecretPurpose } from '@highwater/domain';
import { cleanRecord } from './clean-record.ts';
import type { EnrichTurn, TurnEnd } from './enrich-turn.ts';
import { mayAnotherSecretDo } from './judge-fault.ts';
import { REFRESH_MS, refreshAt } from './refresh-times.ts';

/** The one of the contacts synchronisation sees the whole tree and often no name; the other names what it sees. */
const PURPOSES: readonly SecretPurpose[] = ['contacts', 'customer_contact'];

/** The department tree, whole: from the secret that sees most of it, with names from whichever may see them. */
export async function enrichDepartments(turn: EnrichTurn): Promise<TurnEnd> {
  const nextRunAt = refreshAt(turn.startedAt, REFRESH_MS.departments);
  const at = turn.deps.clock.now();
  let tree: readonly DepartmentRecord[] | undefined;
  let refusal: unknown;
  for (const purpose of PURPOSES) {
    const secret = await turn.secret(purpose);
    if (secret === null || tree?.every(isNamed) === true) continue;
    turn.purpose = purpose;
    try {
      const listed = await turn.call(() => turn.deps.contacts.listDepartments(secret));
      tree = tree === undefined ? listed : nameFrom(tree, listed);
    } catch (error) {
      if (!mayAnotherSecretDo(error)) throw error;
      refusal ??= error;
    }
  }
  if (tree === undefined) {
    if (refusal !== undefined) throw refusal;
    return { hasMore: false, nextRunAt };
  }
  const departments = cleanRecord(tree);
  await turn.save((tx) => saveDepartments(tx, turn.connectionId, departments, at), { wholeAt: at });
  // Names known before would grow old unnoticed.
  if (departments.length > 0 && !departments.some(isNamed)) throw new FaultError('scope.missing');
  return { hasMore: false, nextRunAt };
}

const isNamed = ({ name }: DepartmentRecord): boolean => name !== null;

function nameFrom(tree: readonly DepartmentRecord[], named: readonly DepartmentRecord[]): readonly DepartmentRecord[] {
  const names = new Map(named.map(({ departmentId, name }) => [departmentId, name]));
  return tree.map((one) => (isNamed(one) ? one : { ...one, name: names.get(one.departmentId) ?? null }));
}
