import { createWorkingClock, readWorkingClock } from '@highwater/calendar';
import type {
  ConnectionId,
  ConversationId,
  Direction,
  MessageId,
  MessageKind,
  PersonKey,
  TenantId,
} from '@highwater/domain';
import {
  addConnection,
  addMessages,
  addTenant,
  createTestDatabase,
  newId,
  type TestDatabase,
} from '@highwater/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { listMessages } from '../messages/list-messages.ts';
import { listUnanswered } from '../messages/list-unanswered.ts';
import { findUnansweredRule } from '../reading-settings/find-unanswered-rule.ts';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import { SqlValues } from './sql-values.ts';
import { unansweredSql, workingClockSql } from './unanswered-sql.ts';

const LIN = 'linxiaoyu' as PersonKey;
const WANG = 'wmTESTaAAAQx7Rk2Lp9sVt0Bn4Yd6H' as PersonKey;
const ROBOT = 'wbTESTaAAAQx7Rk2Lp9sVt0Bn4Yd6H' as PersonKey;
const HOUR = 3_600_000;
/** Friday, 2026-11-20 in Shanghai. */
const friday = (hour: number, minute = 0) => Date.UTC(2026, 10, 20, hour - 8, minute);
const MONDAY = Date.UTC(2026, 10, 23, -8);
const NOW = MONDAY + 5 * 24 * HOUR;

let own: TestDatabase;
let tenantId: TenantId;
let connectionId: ConnectionId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
  tenantId = await addTenant(own.database);
  connectionId = await within((tx) => addConnection(tx));
});
afterAll(() => own.drop());

const within = <Result>(work: (tx: TenantTx) => Promise<Result>) => inTenant(own.database, tenantId, work);

interface Said {
  readonly at: number;
  readonly by?: 'customer' | 'employee' | 'robot';
  readonly kind?: MessageKind;
}

/** One conversation; answers which of its messages count as unanswered, by their place in it. */
async function unansweredOf(said: readonly Said[], asOf = NOW): Promise<readonly number[]> {
  const conversationId = newId<ConversationId>();
  const sender = { customer: WANG, employee: LIN, robot: ROBOT };
  const direction: Record<keyof typeof sender, Direction> = {
    customer: 'inbound',
    employee: 'outbound',
    robot: 'outbound',
  };
  return within(async (tx) => {
    const ids = await addMessages(
      tx,
      connectionId,
      said.map(({ at, by = 'customer', kind = 'text' }) => ({
        people: [LIN, WANG],
        sender: sender[by],
        direction: direction[by],
        kind,
        conversationId,
        sentAt: at,
      })),
    );
    const unanswered = await findUnansweredRule(tx, asOf);
    const found = await listUnanswered(tx, ids, unanswered);
    const listed = await listMessages(
      tx,
      { kind: 'all' },
      { conversationId, isUnanswered: true, unanswered },
      { from: null, towards: 'older', limit: 100 },
    );
    expect(new Set(listed.map(({ messageId }) => messageId))).toEqual(found);
    return ids.flatMap((id: MessageId, place) => (found.has(id) ? [place] : []));
  });
}

// Four working hours, Monday to Friday, 9 to 18, unless the company says otherwise.
test.each<[string, readonly Said[], readonly number[]]>([
  ['nobody answered', [{ at: friday(10) }], [0]],
  ['an employee answered in time', [{ at: friday(10) }, { at: friday(14), by: 'employee' }], []],
  ['an employee answered a minute late', [{ at: friday(10) }, { at: friday(14, 1), by: 'employee' }], [0]],
  ['the evening and the weekend lay between', [{ at: friday(17) }, { at: MONDAY + 11 * HOUR, by: 'employee' }], []],
  ['it came at night and was answered at noon', [{ at: friday(3) }, { at: friday(12), by: 'employee' }], []],
  [
    'one answer answers all that waited',
    [{ at: friday(10) }, { at: friday(11) }, { at: friday(12), by: 'employee' }],
    [],
  ],
  [
    'only the later ones were answered in time',
    [{ at: friday(9) }, { at: friday(11) }, { at: friday(14), by: 'employee' }],
    [0],
  ],
  ['a robot answered', [{ at: friday(10) }, { at: friday(10, 1), by: 'robot' }], [0]],
  ['an employee took something back', [{ at: friday(10) }, { at: friday(11), by: 'employee', kind: 'revoke' }], [0]],
  ['the customer took something back', [{ at: friday(10), kind: 'revoke' }], []],
  ['the customer agreed to be archived', [{ at: friday(10), kind: 'agree' }], []],
  ['an employee spoke before', [{ at: friday(9), by: 'employee' }, { at: friday(10) }], [1]],
  ['an employee had the last word', [{ at: friday(9), by: 'employee' }], []],
])('%s', async (_name, said, expected) => {
  expect(await unansweredOf(said)).toEqual(expected);
});

test('a message has its time before anybody is late', async () => {
  expect(await unansweredOf([{ at: friday(10) }], friday(14))).toEqual([]);
  expect(await unansweredOf([{ at: friday(10) }], friday(14, 1))).toEqual([0]);
});

test('the hours are those of the company', async () => {
  const other = await addTenant(own.database);
  await inTenant(own.database, other, async (tx) => {
    await tx.query(
      `UPDATE hw.tenants SET zone = 'Europe/Berlin', unanswered_hours = 1, working_days = '{6,7}', working_from = '08:00',
         working_until = '24:00' WHERE tenant_id = $1`,
      [other],
    );
    const connection = await addConnection(tx);
    const saturday = Date.UTC(2026, 10, 21, -1);
    const [id] = await addMessages(tx, connection, [
      { people: [WANG, LIN], direction: 'inbound', sentAt: saturday + 2 * HOUR },
    ]);
    const late = async (asOf: number) =>
      (await listUnanswered(tx, [id as MessageId], await findUnansweredRule(tx, asOf))).size;
    expect(await late(saturday + 9 * HOUR)).toBe(0);
    expect(await late(saturday + 9 * HOUR + 1)).toBe(1);
  });
});

test('a selection that does not say what unanswered is, is refused', async () => {
  const asked = within((tx) =>
    listMessages(tx, { kind: 'all' }, { isUnanswered: true }, { from: null, towards: 'older', limit: 1 }),
  );
  await expect(asked).rejects.toMatchObject({ fault: 'internal' });
});

test('the database reads the working clock as the calendar does', async () => {
  const zones = ['Asia/Shanghai', 'Europe/Berlin', 'Australia/Lord_Howe', 'Africa/Casablanca'] as const;
  const clocks = zones.map((zone, at) =>
    createWorkingClock({ zone, days: [1, 2, 3, 4, 5, 6, 7].slice(at), from: `0${at}:30`, until: '22:15' }, NOW),
  );
  const times = fc.sample(fc.integer({ min: Date.UTC(2000, 0, 1), max: NOW }), 500);
  for (const clock of clocks) {
    const values = new SqlValues();
    const worked = workingClockSql(clock, values);
    const { rows } = await within((tx) =>
      tx.query<{ ms: string }>(
        `SELECT ${worked('at')} AS ms FROM unnest(${values.add(times.map((at) => new Date(at)))}::timestamptz[])
           WITH ORDINALITY AS t (at, place) ORDER BY place`,
        values.all,
      ),
    );
    expect(rows.map(({ ms }) => Number(ms))).toEqual(times.map((at) => readWorkingClock(clock, at)));
  }
});

test('the next answer is found in the index of what employees said', async () => {
  const plan = await within(async (tx) => {
    await tx.query('SET LOCAL enable_seqscan = off');
    const values = new SqlValues();
    const condition = unansweredSql(await findUnansweredRule(tx, NOW), 'm', values);
    const { rows } = await tx.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT FROM hw.messages m WHERE m.tenant_id = ${values.add(tenantId)} AND ${condition}`,
      values.all,
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toMatch(/Index (Only )?Scan using messages_of_employees/);
});
