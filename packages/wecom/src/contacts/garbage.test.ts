import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FaultError, type ContactsGateway, type CorpSecret, type PersonKey, type RoomId } from '@highwater/domain';
import { createContactsGateway } from './create-contacts-gateway.ts';

const SECRET: CorpSecret = { corpId: 'ww1', purpose: 'archive', secret: 's' };
const TOKEN = '{"errcode":0,"errmsg":"ok","access_token":"t","expires_in":7200}';

const CALLS: readonly ((gateway: ContactsGateway) => Promise<unknown>)[] = [
  (gateway) => gateway.getEmployee(SECRET, 'x'),
  (gateway) => gateway.listDepartments(SECRET),
  (gateway) => gateway.listEmployeeIds(SECRET, null),
  (gateway) => gateway.getExternalContact(SECRET, 'wm1'),
  (gateway) => gateway.listExternalContactsOf(SECRET, ['x'], null),
  (gateway) => gateway.listCustomerTags(SECRET),
  (gateway) => gateway.getCustomerRoom(SECRET, 'wr1' as RoomId),
  (gateway) => gateway.listCustomerRooms(SECRET, [], null),
  (gateway) => gateway.getInternalRoom(SECRET, 'wr1' as RoomId),
  (gateway) => gateway.getRobot(SECRET, 'wb1'),
  (gateway) => gateway.listPermits(SECRET, 2),
  (gateway) => gateway.checkConsents(SECRET, [{ userid: 'x', externalUserid: 'wm1' }]),
  (gateway) => gateway.checkRoomConsents(SECRET, 'wr1' as RoomId),
  (gateway) => gateway.probe(SECRET),
];

/** A server that gives a right token, and whatever it is told to everything else. */
async function serve() {
  const answer = { status: 200, bytes: Buffer.from('') };
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/cgi-bin/gettoken?')) response.end(TOKEN);
    else response.writeHead(answer.status).end(answer.bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const gateway = createContactsGateway({ baseUrl: `http://127.0.0.1:${port}`, now: () => 0, timeoutMs: 5000 });
  return {
    gateway,
    async ask(call: (typeof CALLS)[number], status: number, text: string | Uint8Array): Promise<unknown> {
      answer.status = status;
      answer.bytes = Buffer.from(text);
      return call(gateway).catch((error: unknown) => {
        if (error instanceof FaultError) return error;
        throw error;
      });
    },
    async [Symbol.asyncDispose]() {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const NAMES = [
  'userid',
  'name',
  'department',
  'main_department',
  'status',
  'id',
  'parentid',
  'order',
  'department_leader',
  'dept_user',
  'next_cursor',
  'external_contact',
  'external_userid',
  'corp_name',
  'type',
  'unionid',
  'follow_user',
  'follow_info',
  'remark',
  'createtime',
  'tags',
  'tag_id',
  'tag_name',
  'remark_mobiles',
  'add_way',
  'tag_group',
  'tag',
  'deleted',
  'group_chat',
  'chat_id',
  'owner',
  'notice',
  'create_time',
  'member_list',
  'join_time',
  'invitor',
  'group_nickname',
  'admin_list',
  'group_chat_list',
  'external_contact_list',
  'roomname',
  'creator',
  'members',
  'memberid',
  'jointime',
  'data',
  'robot_id',
  'creator_userid',
  'ids',
  'agreeinfo',
  'exteranalopenid',
  'agree_status',
  'status_change_time',
  '__proto__',
  'constructor',
] as const;
/** Anything a field could hold, among it what no database text takes. */
const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '\0', '\ud800', 'Chen.Min', '9'.repeat(30), 'wmTESTaAAAZc3Wq8Ek1uMi5Ox7Pv2R', null, true),
  fc.double(),
  fc.integer(),
);
const { anything } = fc.letrec((tie) => ({
  anything: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    fc.array(tie('anything'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie('anything'), { maxKeys: 8, noNullPrototype: true }),
  ),
}));
const answers = fc.dictionary(fc.constantFrom(...NAMES), anything, { maxKeys: 12, noNullPrototype: true });

/** Every text that a record holds can be stored, and every key is a folded one. */
function checkStorable(value: unknown, name = ''): void {
  if (typeof value === 'string') {
    expect(value.isWellFormed() && !value.includes('\0')).toBe(true);
    if (/^(?:personKey|employeeKey|externalKey|owner|creator)$/.test(name)) {
      expect(value.trim()).toBe(value);
      expect(value).not.toBe('');
    }
  } else if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
  else if (Array.isArray(value)) for (const item of value) checkStorable(item, name);
  else if (typeof value === 'object' && value !== null && !(value instanceof FaultError)) {
    for (const [key, item] of Object.entries(value)) checkStorable(item, key);
  }
}

describe('whatever WeCom answers', () => {
  it('with errcode 0 becomes a record that can be stored, or a fault', async () => {
    await using it = await serve();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CALLS), answers, async (call, answer) => {
        checkStorable(await it.ask(call, 200, JSON.stringify({ errcode: 0, errmsg: 'ok', ...answer })));
      }),
      { numRuns: 1500 },
    );
  });

  it('in bytes that are no answer is a fault with its status', async () => {
    await using it = await serve();
    const status = fc.constantFrom(200, 204, 302, 400, 404, 500, 502, 503);
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 500 }),
      fc.constantFrom('', 'null', '[]', '0', '{', '{}', '{"errcode":null}', '<html></html>', '{"errcode":"x"}'),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CALLS), status, bytes, async (call, code, text) => {
        expect(await it.ask(call, code, text)).toMatchObject({ fault: 'wecom.failing', detail: { status: code } });
      }),
      { numRuns: 500 },
    );
  });

  it('in any errcode is a fault with its number', async () => {
    await using it = await serve();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CALLS), fc.integer({ min: 1, max: 999_999 }), async (call, errcode) => {
        const result = await it.ask(call, 200, JSON.stringify({ errcode, errmsg: 'planted words' }));
        // Employees without customers are refused as unknown: none is not a fault.
        if (!(result instanceof FaultError)) expect([40096, 84061]).toContain(errcode);
        else {
          expect(result.detail['errcode']).toBe(errcode);
          expect(JSON.stringify([result.detail, result.message])).not.toContain('planted');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('of more than 16 MiB is not kept', async () => {
    await using it = await serve();
    const large = Buffer.alloc(17 * 1024 * 1024, 0x20);
    const result = await it.ask((gateway) => gateway.listPermits(SECRET, 2), 200, large);
    expect(result).toMatchObject({ fault: 'wecom.error' });
  });

  it('with a cursor that stays where it is ends', async () => {
    await using it = await serve();
    const answer = JSON.stringify({ errcode: 0, external_contact: { external_userid: 'wm1' }, next_cursor: 'same' });
    const result = await it.ask((gateway) => gateway.getExternalContact(SECRET, 'wm1'), 200, answer);
    expect(result).toMatchObject({ fault: 'wecom.error' });
  });

  it('in numbers beyond 2^53 keeps their digits', async () => {
    await using it = await serve();
    const answer = '{"errcode":0,"userid":"X","department":[9007199254740993],"main_department":9007199254740993}';
    const employee = await it.ask((gateway) => gateway.getEmployee(SECRET, 'x'), 200, answer);
    expect(employee).toMatchObject({
      personKey: 'x' as PersonKey,
      writtenAs: 'X',
      departmentIds: ['9007199254740993'],
    });
  });
});
