import type { ConversationId, PersonKey, UnixMs } from '@highwater/domain';
import { encodeArray } from '../arrays/encode-array.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';

/** Who took part in a message of which conversation, and when. */
export interface Attendance {
  readonly conversationId: ConversationId;
  readonly personKey: PersonKey;
  readonly sentAt: UnixMs;
}

const DAY_MS = 86_400_000;

/**
 * Notes on which days people took part in conversations, before their participants are written. It tells the trigger of
 * hw.participants that this is done: the trigger is for releases that do not do it, and looks every message up.
 */
export async function noteAttendance(tx: TenantTx, rows: readonly Attendance[]): Promise<void> {
  const days = new Map<string, Attendance>();
  for (const { conversationId, personKey, sentAt } of rows) {
    const day = Math.floor(sentAt / DAY_MS) * DAY_MS;
    days.set(`${conversationId} ${day} ${personKey}`, { conversationId, personKey, sentAt: day });
  }
  const sorted = [...days].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
  await tx.query(
    `INSERT INTO hw.attendance (tenant_id, conversation_id, person_key, day)
     SELECT $1, conversation_id, person_key, (day AT TIME ZONE 'UTC')::date
     FROM (SELECT set_config('hw.attendance', 'noted', true)) AS told,
       unnest($2::uuid[], $3::text[], $4::timestamptz[]) AS seen (conversation_id, person_key, day)
     ON CONFLICT DO NOTHING`,
    [
      tx.tenantId,
      encodeArray.uuids(sorted.map((row) => row.conversationId)),
      encodeArray.texts(sorted.map((row) => row.personKey)),
      encodeArray.times(sorted.map((row) => row.sentAt)),
    ],
  );
}
