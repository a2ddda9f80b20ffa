import type { ConnectionId, MemberId, PersonKey, RoomId, TenantId } from '@highwater/domain';
import {
  addConnection,
  addMember,
  addTenant,
  createTestDatabase,
  newId,
  ROW_TIME,
  type TestDatabase,
} from '@highwater/testkit';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { saveCustomerTags } from '../enrichment/customer-tags.ts';
import { saveDepartments } from '../enrichment/departments.ts';
import { saveFollows } from '../enrichment/follows.ts';
import { observe } from '../intervals/observe.ts';
import { getMember } from '../members/find-member.ts';
import { updateMemberPerson } from '../members/write-members.ts';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import { NO_TERMS, type GrantTerms } from './grant-terms.ts';
import { createGrantMemory } from './grant-memory.ts';
import { listGrantsOf } from './list-grants-of.ts';
import { insertGrant, revokeGrant, revokeGrants, updateGrant } from './write-grants.ts';

const [LIN, CHEN] = ['linxiaoyu', 'chen.min'] as PersonKey[] as [PersonKey, PersonKey];
const [WU, ZHOU] = ['wmTESTwu', 'wmTESTzhou'] as PersonKey[] as [PersonKey, PersonKey];
const ROOM = 'wrTESTroom' as RoomId;
const TAG = 'etTESTvip';
const NOON = ROW_TIME + 43_200_000;

let own: TestDatabase;
let tenantId: TenantId;
let connectionId: ConnectionId;
let memberId: MemberId;

beforeAll(async () => {
  own = await createTestDatabase(inject('superuser'));
});
afterAll(() => own.drop());
beforeEach(async () => {
  tenantId = await addTenant(own.database);
  connectionId = await within((tx) => addConnection(tx));
  memberId = await within((tx) => addMember(tx, { role: 'viewer' }));
});

const within = <Result>(work: (tx: TenantTx) => Promise<Result>) => inTenant(own.database, tenantId, work);

async function give(terms: Partial<GrantTerms>): Promise<string> {
  const grantId = newId();
  await within((tx) => insertGrant(tx, { ...terms, grantId, memberId, grantedBy: memberId, grantedAt: ROW_TIME }));
  return grantId;
}

/** What the member's grants give, read from the database as a request reads them. */
const resolve = () => within(async (tx) => listGrantsOf(tx, await getMember(tx, memberId)));
const clausesOf = async () => (await resolve()).flatMap(({ clauses }) => clauses);

async function tag(
  external: PersonKey,
  tags: readonly string[],
  at = ROW_TIME,
  place: ConnectionId = connectionId,
): Promise<void> {
  const follow = { externalKey: external, employeeKey: LIN, remark: null, description: null, addedAt: null };
  const rest = { areTagsNamed: true, remarkCorpName: null, remarkMobiles: [], addWay: null, at };
  await within((tx) => saveFollows(tx, place, [{ ...follow, tags, ...rest }]));
}

const nameTag = (name: string, isDeleted = false) =>
  within((tx) => saveCustomerTags(tx, connectionId, [{ tagId: TAG, groupName: '级别', name, isDeleted }], ROW_TIME));

test.each<[string, Partial<GrantTerms>, object[]]>([
  ['employees', { employees: [LIN, CHEN] }, [{ people: [LIN, CHEN] }]],
  ['customers', { customers: [WU] }, [{ with: [WU] }]],
  ['rooms', { rooms: [ROOM] }, [{ rooms: [ROOM] }]],
  ['everything', { isEverything: true }, [{}]],
  ['kinds of a room', { rooms: [ROOM], kinds: ['image'] }, [{ rooms: [ROOM], kinds: ['image'] }]],
  ['directions of everything', { isEverything: true, directions: ['inbound'] }, [{ directions: ['inbound'] }]],
  [
    'a period of employees',
    { employees: [LIN], sentFrom: ROW_TIME, sentUntil: NOON },
    [{ people: [LIN], from: ROW_TIME, until: NOON }],
  ],
  [
    'employees with customers in a room',
    { employees: [LIN], customers: [WU, ZHOU], rooms: [ROOM] },
    [{ people: [LIN], with: [WU, ZHOU], rooms: [ROOM] }],
  ],
])('a grant of %s gives these and nothing else', async (_about, terms, clauses) => {
  await give(terms);
  expect(await resolve()).toEqual([{ actions: ['view', 'search', 'export'], clauses, expiresAt: null }]);
});

test('several grants stay apart, each with its actions and its end', async () => {
  await give({ employees: [LIN], actions: ['view'], expiresAt: NOON });
  await give({ rooms: [ROOM], actions: ['view', 'hold'] });
  expect(await resolve()).toEqual(
    expect.arrayContaining([
      { actions: ['view'], clauses: [{ people: [LIN] }], expiresAt: NOON },
      { actions: ['view', 'hold'], clauses: [{ rooms: [ROOM] }], expiresAt: null },
    ]),
  );
});

test('self is the employee that the member is, and nobody while that is not said', async () => {
  await give({ isSelf: true });
  expect(await clausesOf()).toEqual([]);
  await within((tx) => updateMemberPerson(tx, memberId, LIN));
  expect(await clausesOf()).toEqual([{ people: [LIN] }]);
  await within((tx) => updateMemberPerson(tx, memberId, null));
  expect(await clausesOf()).toEqual([]);
});

test('self widens employees, and alone without a person leaves them', async () => {
  await give({ isSelf: true, employees: [CHEN] });
  expect(await clausesOf()).toEqual([{ people: [CHEN] }]);
  await within((tx) => updateMemberPerson(tx, memberId, LIN));
  expect(await clausesOf()).toEqual([{ people: [CHEN, LIN] }]);
});

test('a tag is whoever carries it now, under its name of now', async () => {
  await nameTag('重要');
  await give({ tags: [{ connectionId, tagId: TAG }] });
  expect(await clausesOf()).toEqual([]);
  await tag(WU, ['重要']);
  expect(await clausesOf()).toEqual([{ with: [WU] }]);
  await tag(ZHOU, ['重要', '其他']);
  expect(await clausesOf()).toEqual([{ with: [WU, ZHOU] }]);
  await tag(WU, []);
  expect(await clausesOf()).toEqual([{ with: [ZHOU] }]);
  await nameTag('重要', true);
  expect(await clausesOf()).toEqual([]);
});

test('a tag that nobody carries narrows employees to nothing, and customers widen it', async () => {
  await nameTag('重要');
  const grantId = await give({ employees: [LIN], tags: [{ connectionId, tagId: TAG }] });
  expect(await clausesOf()).toEqual([]);
  const terms = { ...NO_TERMS, employees: [LIN], tags: [{ connectionId, tagId: TAG }], customers: [WU], note: null };
  await within((tx) => updateGrant(tx, memberId, grantId, terms));
  expect(await clausesOf()).toEqual([{ people: [LIN], with: [WU] }]);
});

test('the memory notices a tag that somebody carries now, and a member who is another employee now', async () => {
  const memory = createGrantMemory();
  const read = () => within(async (tx) => listGrantsOf(tx, await getMember(tx, memberId), memory));
  await within((tx) =>
    saveDepartments(
      tx,
      connectionId,
      [{ departmentId: '2', parentId: '1', name: null, position: '0', leaders: [] }],
      ROW_TIME,
    ),
  );
  await within((tx) =>
    observe(tx, connectionId, [
      { subject: 'person', subjectKey: CHEN, attribute: 'departments', value: '2', at: ROW_TIME },
    ]),
  );
  await nameTag('重要');
  await tag(WU, ['重要']);
  await give({
    departments: { places: [{ connectionId, departmentId: '2' }], asOf: 'now' },
    isSelf: true,
    tags: [{ connectionId, tagId: TAG }],
  });
  const first = await read();
  expect(first.flatMap(({ clauses }) => clauses)).toEqual([{ people: [CHEN], with: [WU] }]);
  expect(await read()).toBe(first);
  await tag(ZHOU, ['重要']);
  expect((await read()).flatMap(({ clauses }) => clauses)).toEqual([{ people: [CHEN], with: [WU, ZHOU] }]);
  await within((tx) => updateMemberPerson(tx, memberId, LIN));
  expect((await read()).flatMap(({ clauses }) => clauses)).toContainEqual({ people: [LIN], with: [WU, ZHOU] });
});

test('the period of a grant cuts those in which somebody was in a department', async () => {
  await within((tx) =>
    observe(tx, connectionId, [
      { subject: 'person', subjectKey: CHEN, attribute: 'departments', value: '2', at: ROW_TIME },
    ]),
  );
  await within((tx) =>
    observe(tx, connectionId, [
      { subject: 'person', subjectKey: CHEN, attribute: 'departments', value: '3', at: NOON },
    ]),
  );
  const departments = { places: [{ connectionId, departmentId: '2' }], asOf: 'message' as const };
  await give({ departments, sentFrom: NOON - 1000 });
  expect(await clausesOf()).toEqual([{ people: [CHEN], from: NOON - 1000, until: NOON }]);
  await give({ departments, sentFrom: NOON });
  expect(await clausesOf()).toHaveLength(1);
});

/** Before 1970, so that no end is not the same as 0. */
const [EARLY, LATE] = [Date.UTC(1969, 2, 1), Date.UTC(1969, 5, 1)];

test.each<[string, number | null, number | null, object[]]>([
  ['without ends', null, null, [{ people: [LIN] }, { people: [CHEN], from: EARLY, until: LATE }]],
  [
    'around it',
    EARLY - 1,
    LATE + 1,
    [
      { people: [LIN], from: EARLY - 1, until: LATE + 1 },
      { people: [CHEN], from: EARLY, until: LATE },
    ],
  ],
  [
    'within it',
    EARLY + 1,
    LATE - 1,
    [
      { people: [LIN], from: EARLY + 1, until: LATE - 1 },
      { people: [CHEN], from: EARLY + 1, until: LATE - 1 },
    ],
  ],
  ['after it', LATE, null, [{ people: [LIN], from: LATE }]],
  ['before it', null, EARLY, [{ people: [LIN], until: EARLY }]],
])(
  'a grant of a department with a period %s lets through what both do',
  async (_where, sentFrom, sentUntil, clauses) => {
    const been = (subjectKey: PersonKey, value: string, at: number) =>
      within((tx) =>
        observe(tx, connectionId, [{ subject: 'person', subjectKey, attribute: 'departments', value, at }]),
      );
    await been(LIN, '2', EARLY - 1000);
    await been(CHEN, '3', EARLY - 1000);
    await been(CHEN, '2', EARLY);
    await been(CHEN, '3', LATE);
    const departments = { places: [{ connectionId, departmentId: '2' }], asOf: 'message' as const };
    const terms = { ...NO_TERMS, departments, sentFrom, sentUntil };
    const [resolved] = await within((tx) => listGrantsOf(tx, { personKey: null, grants: [terms] }));
    expect(resolved?.clauses).toHaveLength(clauses.length);
    expect(resolved?.clauses).toEqual(expect.arrayContaining(clauses));
  },
);

test('each tag is its own: another of the company, and the same id of another connection', async () => {
  const other = await within((tx) => addConnection(tx));
  const names: readonly (readonly [ConnectionId, string, string, PersonKey])[] = [
    [connectionId, TAG, '重要', WU],
    [connectionId, 'etTESTcold', '冷淡', ZHOU],
    [other, TAG, '新客', 'wmTESTsun' as PersonKey],
  ];
  for (const place of [connectionId, other]) {
    const own = names.filter(([at]) => at === place);
    const tags = own.map(([, tagId, name]) => ({ tagId, groupName: '级别', name, isDeleted: false }));
    await within((tx) => saveCustomerTags(tx, place, tags, ROW_TIME));
  }
  for (const [place, , name, customer] of names) await tag(customer, [name], ROW_TIME, place);
  const grants = names.map(([place, tagId]) => ({ ...NO_TERMS, tags: [{ connectionId: place, tagId }] }));
  const resolved = await within((tx) => listGrantsOf(tx, { personKey: null, grants }));
  expect(resolved.map(({ clauses }) => clauses)).toEqual(names.map(([, , , customer]) => [{ with: [customer] }]));
});

test.each<[string, Partial<GrantTerms>, object[]]>([
  ['that names nothing', {}, []],
  ['of kinds and a period alone', { kinds: ['text'], sentFrom: ROW_TIME }, []],
  ['of employees that does not say self', { employees: [CHEN] }, [{ people: [CHEN] }]],
])('a grant %s is not widened by who the member is', async (_about, terms, clauses) => {
  const [resolved] = await within((tx) => listGrantsOf(tx, { personKey: LIN, grants: [{ ...NO_TERMS, ...terms }] }));
  expect(resolved?.clauses).toEqual(clauses);
});

test('one grant ends alone, all end together, and the rows stay', async () => {
  const first = await give({ employees: [LIN] });
  const second = await give({ rooms: [ROOM] });
  expect(await within((tx) => revokeGrant(tx, memberId, first, memberId, NOON))).toBe(true);
  expect(await within((tx) => revokeGrant(tx, memberId, first, memberId, NOON))).toBe(false);
  expect(await clausesOf()).toEqual([{ rooms: [ROOM] }]);
  expect(await within((tx) => revokeGrant(tx, newId<MemberId>(), second, memberId, NOON))).toBe(false);
  await within((tx) => revokeGrants(tx, memberId, memberId, NOON));
  expect(await resolve()).toEqual([]);
  const { rows } = await within((tx) =>
    tx.query('SELECT FROM hw.grants WHERE ended_at IS NOT NULL AND ended_by = $1', [memberId]),
  );
  expect(rows).toHaveLength(2);
});

/** As code before grants of every dimension reads a member's. */
const asOldCodeReads = () =>
  within(async (tx) => {
    const { rows } = await tx.query<{ employees: string[]; departments: string[] }>(
      `SELECT ARRAY(SELECT unnest(g.employees) FROM hw.grants g WHERE g.tenant_id = $1 AND g.member_id = $2
           AND g.revoked_at IS NULL) AS employees,
         ARRAY(SELECT unnest(g.department_ids)::text FROM hw.grants g WHERE g.tenant_id = $1 AND g.member_id = $2
           AND g.revoked_at IS NULL) AS departments`,
      [tenantId, memberId],
    );
    return rows[0];
  });

test.each<Partial<GrantTerms>>([
  { rooms: [ROOM] },
  { customers: [WU] },
  { kinds: ['text'] },
  { directions: ['internal'] },
  { sentFrom: ROW_TIME },
  { sentUntil: ROW_TIME },
  { expiresAt: ROW_TIME },
  { isSelf: true },
  { actions: ['view', 'search'] },
])('code that knows employees only sees nothing of a grant that is narrower: %j', async (narrower) => {
  const departments = { places: [{ connectionId, departmentId: '2' }], asOf: 'now' as const };
  const grantId = await give({ employees: [LIN], departments });
  expect(await asOldCodeReads()).toEqual({ employees: [LIN], departments: ['2'] });
  const terms = { ...NO_TERMS, employees: [LIN], departments, ...narrower, note: null };
  await within((tx) => updateGrant(tx, memberId, grantId, terms));
  expect(await asOldCodeReads()).toEqual({ employees: [], departments: [] });
  await within((tx) => updateGrant(tx, memberId, grantId, { ...NO_TERMS, employees: [LIN], note: null }));
  expect(await asOldCodeReads()).toEqual({ employees: [LIN], departments: [] });
});

test('the database refuses a narrow grant that old code would see, and one that names nothing', async () => {
  const insert = (columns: string, values: string) =>
    within((tx) =>
      tx.query(
        `INSERT INTO hw.grants (tenant_id, grant_id, member_id, employees, granted_by, granted_at, ${columns})
         VALUES ($1, $2, $3, '{}', $3, $4, ${values})`,
        [tenantId, newId(), memberId, new Date(ROW_TIME)],
      ),
    );
  await expect(insert('rooms', `'{r}'`)).rejects.toThrow('grants_plain');
  await expect(insert('rooms, is_plain', `'{r}', false`)).rejects.toThrow('grants_hidden_from_old_code');
  await expect(insert('kinds, is_plain, revoked_at', `'{text}', false, $4`)).rejects.toThrow('grants_name_something');
  await expect(insert('rooms, is_everything, is_plain, revoked_at', `'{r}', true, false, $4`)).rejects.toThrow(
    'grants_name_something',
  );
});
