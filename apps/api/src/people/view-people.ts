import { listFollowsOf, listOtherIds, listPresentConsents, type PersonRow, type TenantTx } from '@highwater/db';
import type { AccessCondition, Language } from '@highwater/domain';
import type { z } from '@hono/zod-openapi';
import type { personInArchive } from '../schemas/person.ts';
import { sumConsents } from './sum-consents.ts';
import { viewPerson } from './view-person.ts';

/** Remarks told in a list. */
const REMARKS = 5;

/** People as lists show them: with what employees call them and what they last decided, as far as the reader may know. */
export async function viewPeople(
  tx: TenantTx,
  access: AccessCondition,
  rows: readonly PersonRow[],
  language: Language,
): Promise<z.output<typeof personInArchive>[]> {
  const external = rows.filter((person) => person.kind === 'external_contact');
  const consents = await listPresentConsents(tx, access, external);
  const follows = await listFollowsOf(tx, access, external);
  const otherIds = await listOtherIds(tx, access, external);
  return rows.map((row) => {
    const theirs = follows.filter(
      (follow) =>
        follow.externalKey === row.personKey && follow.connectionId === row.connectionId && follow.endedBy === null,
    );
    return {
      ...viewPerson(row, language),
      firstAt: row.firstAt,
      lastAt: row.lastAt,
      consent: sumConsents(
        consents.filter(
          (consent) => consent.externalPerson === row.personKey && consent.connectionId === row.connectionId,
        ),
      ),
      otherIds: otherIds
        .filter(({ of }) => of.personKey === row.personKey && of.connectionId === row.connectionId)
        .map(({ connectionId, personKey }) => ({ connectionId, personKey })),
      remarks: [...new Set(theirs.flatMap(({ remark }) => remark || []))].slice(0, REMARKS),
    };
  });
}
