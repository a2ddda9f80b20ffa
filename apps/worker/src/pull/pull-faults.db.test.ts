import type { ConnectionId, TenantId } from '@highwater/domain';
import { createI18n } from '@highwater/i18n';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { createChainFixture, type ChainFixture } from '../testing/chain-fixture.ts';
import { pullArchive } from './pull-archive.ts';

let fixture: ChainFixture;
let tenantId: TenantId;
let connectionId: ConnectionId;

beforeAll(async () => {
  fixture = await createChainFixture(inject('superuser'));
  tenantId = await fixture.makeTenant();
  connectionId = (await fixture.connect(tenantId)).connectionId;
});
afterAll(() => fixture.close());
beforeEach(() => {
  fixture.finance.faults.length = 0;
  fixture.finance.answers.length = 0;
});

const pull = () => pullArchive(fixture.deps, tenantId, connectionId);
const open = () =>
  fixture.read<{ fault: 'wecom.error'; detail: Record<string, string | number> }>(
    tenantId,
    'SELECT fault, detail FROM hw.findings WHERE resolved_at IS NULL ORDER BY fault',
  );

const IP_NOT_TRUSTED =
  'get chatdata whiteip not match, hint: [1794500000_42_a1b2], from ip: 203.0.113.7, more info at https://open.work.weixin.qq.com/devtool/query?e=301042';

it.each([
  [-1, 'system busy', 'wecom.busy'],
  [40001, 'invalid credential', 'secret.wrong'],
  [40013, 'invalid corpid', 'corp_id.wrong'],
  [40014, 'invalid access_token', 'wecom.token_refused'],
  [41001, 'access_token missing', 'wecom.token_refused'],
  [42001, 'access_token expired', 'wecom.token_refused'],
  [45009, 'api freq out of limit', 'wecom.throttled'],
  [45033, 'too many concurrent calls', 'wecom.throttled'],
  [48002, 'api forbidden', 'secret.wrong_kind'],
  [60020, 'not allow to access from your ip, from ip: 203.0.113.7', 'ip.untrusted'],
  [301042, IP_NOT_TRUSTED, 'ip.untrusted'],
  [301052, 'contract is over time.pls recharge', 'archive.expired'],
  [301053, 'corp is not open msgaudit', 'archive.not_opened'],
  [60011, 'no privilege', 'wecom.error'],
  [86001, 'invalid chat id', 'wecom.error'],
  [301002, 'no permission', 'wecom.error'],
  [123456, 'something new', 'wecom.error'],
])(
  'errcode %i is a finding with its number, whatever the list beside it says, and heals',
  async (errcode, errmsg, fault) => {
    for (const chatdata of ['[]', 'null', '[{"seq":1,"msgid":"a"}]']) {
      fixture.finance.answers.push(`{"errcode":${errcode},"errmsg":${JSON.stringify(errmsg)},"chatdata":${chatdata}}`);
      await pull();
    }
    const [finding, ...others] = await open();
    expect([finding?.fault, finding?.detail['errcode'], others.length]).toEqual([fault, errcode, 0]);
    if (fault === 'ip.untrusted') {
      expect(createI18n('zh-CN').fault('ip.untrusted', finding?.detail).title).toContain('203.0.113.7');
    }
    expect(await fixture.read(tenantId, 'SELECT 1 FROM hw.pages')).toEqual([]);
    await pull();
    expect(await open()).toEqual([]);
  },
);

it.each(['{"errcode":0,"errmsg":"ok","chatdata":[]}', '{"errcode":0,"chatdata":null}', '{"errcode":0,"errmsg":"ok"}'])(
  '%s is an answer with nothing new, which closes what was open',
  async (answer) => {
    fixture.finance.faults.push({ fault: 'wecom.unreachable' });
    await pull();
    expect(await open()).toMatchObject([{ fault: 'wecom.unreachable' }]);
    fixture.clock.at += 60_000;
    fixture.finance.answers.push(answer);
    await pull();
    expect(await open()).toEqual([]);
    const [row] = await fixture.read<{ at: number }>(tenantId, 'SELECT last_answer_at AS at FROM hw.connections');
    expect(row?.at).toBe(fixture.clock.at);
  },
);

it.each([
  ['an answer without errcode', '{"errmsg":"ok","chatdata":[]}'],
  ['a list that is none', '{"errcode":0,"chatdata":"x"}'],
  ['a page of a proxy', '<html><title>502</title></html>'],
  ['nothing', ''],
  [
    'more than was asked for',
    `{"errcode":0,"chatdata":[${Array.from({ length: 1001 }, (_, n) => `{"seq":${n + 1}}`).join()}]}`,
  ],
])('%s is garbled, never nothing new', async (_, answer) => {
  fixture.finance.answers.push(answer);
  await pull();
  expect(await open()).toMatchObject([{ fault: 'page.garbled' }]);
  await pull();
});

it.each([
  'helper.died',
  'helper.timed_out',
  'library.missing',
  'library.refused',
  'wecom.certificate',
  'wecom.arguments',
] as const)('%s is a finding that heals', async (fault) => {
  fixture.finance.faults.push({ fault });
  await pull();
  expect(await open()).toMatchObject([{ fault }]);
  await pull();
  expect(await open()).toEqual([]);
});

it('messages that WeCom no longer has stay a finding', async () => {
  fixture.finance.faults.push({ fault: 'archive.window_passed', detail: { code: 10010 } });
  await pull();
  await pull();
  expect(await open()).toMatchObject([{ fault: 'archive.window_passed', detail: { code: 10010 } }]);
});
