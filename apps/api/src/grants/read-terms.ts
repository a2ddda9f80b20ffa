import {
  listDepartmentsByPlace,
  listTagsByPlace,
  type GrantTerms,
  type OfferedGrant,
  type TenantTx,
} from '@highwater/db';
import { FaultError, MESSAGE_ACTIONS, type UnixMs } from '@highwater/domain';
import type { GrantInput } from '../schemas/grant.ts';

/**
 * A grant as it was asked for. Throws `request.malformed` where it names nothing and is not everything, is over already, or
 * names a department or a tag that the company never had; one of another company is like one that does not exist.
 */
export async function readTerms(tx: TenantTx, input: GrantInput, now: UnixMs): Promise<OfferedGrant> {
  const { departments: places, departmentsAsOf: asOf, actions, note, ...said } = input;
  const named = [said.employees, places, said.customers, said.tags, said.rooms];
  const namesSomething = said.isSelf || named.some((list) => list.length > 0);
  if (namesSomething === said.isEverything) throw malformed('grant', said.isEverything ? 'both' : 'empty');
  if (said.sentFrom !== null && said.sentUntil !== null && said.sentFrom >= said.sentUntil)
    throw malformed('sentUntil', 'before_start');
  if (said.expiresAt !== null && said.expiresAt <= now) throw malformed('expiresAt', 'past');
  const tags = [...new Map(said.tags.map((tag) => [`${tag.connectionId} ${tag.tagId}`, tag])).values()];
  if ((await listDepartmentsByPlace(tx, places)).length < places.length) throw malformed('departments', 'unknown');
  if ((await listTagsByPlace(tx, tags)).length < tags.length) throw malformed('tags', 'unknown');
  return {
    ...said,
    actions: MESSAGE_ACTIONS.filter((action) => actions.includes(action)),
    departments: { places, asOf },
    tags,
    note: note === '' ? null : note,
  };
}

function malformed(field: string, issue: string): FaultError {
  return new FaultError('request.malformed', { field, detail: { issue } });
}

/**
 * A grant as lines of the audit log keep it: ids, numbers and times, each with what it is ("employee:lin"). What is not said
 * is left out.
 */
export function termsText(terms: GrantTerms): readonly string[] {
  const { departments, tags, sentFrom, sentUntil, expiresAt } = terms;
  const each = (name: string, list: readonly string[]) => list.map((value) => `${name}:${value}`);
  const at = (name: string, time: UnixMs | null) => (time === null ? [] : [`${name}:${new Date(time).toISOString()}`]);
  return [
    ...each('action', terms.actions),
    ...(terms.isEverything ? ['everything'] : []),
    ...(terms.isSelf ? ['self'] : []),
    ...each('employee', terms.employees),
    ...departments.places.map(
      ({ connectionId, departmentId }) => `department:${connectionId}/${departmentId} ${departments.asOf}`,
    ),
    ...each('customer', terms.customers),
    ...tags.map(({ connectionId, tagId }) => `tag:${connectionId}/${tagId}`),
    ...each('room', terms.rooms),
    ...each('kind', terms.kinds),
    ...each('direction', terms.directions),
    ...at('from', sentFrom),
    ...at('until', sentUntil),
    ...at('expires', expiresAt),
  ];
}
