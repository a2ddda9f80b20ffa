import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { ROW_TIME } from '@highwater/testkit';
import type { Browser } from '../testing/browser.ts';
import { joinCompany, makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { startTalk, type SaidMessage, type Talk } from '../testing/talk.ts';

interface Context {
  readonly items: readonly { messageId: string; startsDialog: boolean }[];
  readonly hiddenAt: readonly { afterId: string | null; count: number; isMore: boolean }[];
  readonly hidden: number;
  readonly olderCursor: string | null;
  readonly newerCursor: string | null;
}
interface Dialog {
  readonly firstMessageId: string;
  readonly lastMessageId: string;
  readonly messages: number;
  readonly hidden: number;
  readonly topic: string | null;
  readonly people: readonly { personKey: string }[];
  readonly frozen: readonly { dialogId: string; reason: string }[];
}
interface Dialogs {
  readonly items: readonly Dialog[];
  readonly nextCursor: string | null;
  readonly gapMinutes: number;
}

interface Export {
  readonly exportId: string;
  readonly selection: { readonly dialogId: string };
}

const ROOM = 'wrRoomOfTheDialogs00000001';
const CUSTOMER = 'wmCustomerOfTheDialogs0001';
const MINUTE = 60_000;
const START = ROW_TIME + 10 * 86_400_000;

let api: TestApi;
let company: Company;
let talk: Talk;
/** Said in one room; `s` is what the viewer sees, `h` what it does not; the number is the minute. */
const said = new Map<string, SaidMessage>();
const SCRIPT = ['h0', 'h1', 's10', 's10b', 'h20', 's45', 's75', 'h106', 'h107', 's137', 's200', 'h201'] as const;

beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  talk = await startTalk(api, company);
  for (const name of SCRIPT) {
    const at = START + Number(name.slice(1).replace('b', '')) * MINUTE;
    const isSeen = name.startsWith('s');
    const from = isSeen ? 'linxiaoyu' : 'boss';
    const to = isSeen ? ['boss', CUSTOMER] : ['zhaokai', CUSTOMER];
    said.set(name, await talk.say({ from, to, roomId: ROOM, text: `第${name}句\n第二行`, at }));
  }
});
afterAll(() => api.stop());

const idOf = (name: string): string => said.get(name)?.messageId ?? '';
const nameOf = (id: string | null): string | null => SCRIPT.find((name) => idOf(name) === id) ?? null;
const conversation = (): string => said.get('s10')?.conversationId ?? '';

async function around(browser: Browser, name: string, query: string): Promise<Context> {
  return (await browser.ask<Context>('GET', `/v1/messages/${idOf(name)}/context?${query}`)).body;
}

/** "*" before what begins a dialog; how many are hidden in brackets. */
function shown({ items, hiddenAt }: Context): string {
  const hidden = (id: string | null) =>
    hiddenAt.filter(({ afterId }) => afterId === id).map(({ count }) => `(${count})`);
  const parts = items.flatMap(({ messageId, startsDialog }) => [
    `${startsDialog ? '*' : ''}${nameOf(messageId)}`,
    ...hidden(messageId),
  ]);
  return [...hidden(null), ...parts].join(' ');
}

async function dialogs(browser: Browser, query = ''): Promise<Dialogs> {
  return (await browser.ask<Dialogs>('GET', `/v1/conversations/${conversation()}/dialogs${query}`)).body;
}
const span = (dialog: Dialog) => `${nameOf(dialog.firstMessageId)}–${nameOf(dialog.lastMessageId)}`;

it('tells what the role does not see in its place, both ends included', async () => {
  const same = [said.get('s10')?.messageId ?? '', said.get('s10b')?.messageId ?? ''].toSorted().map(nameOf);
  const whole = await around(company.viewer, 's45', 'before=50&after=50');
  expect(shown(whole)).toBe(`(2) *${same.join(' ')} (1) s45 s75 (2) *s137 *s200 (1)`);
  expect(whole).toMatchObject({ hidden: 6, olderCursor: null, newerCursor: null });
  const owner = await around(company.owner, 's45', 'before=50&after=50');
  expect(shown(owner)).toBe(`*h0 h1 ${same.join(' ')} h20 s45 s75 *h106 h107 s137 *s200 h201`);
  expect(owner.hidden).toBe(0);
});

it('tells each run of hidden messages once, however the conversation is read on', async () => {
  const { viewer } = company;
  for (const count of [1, 2, 3]) {
    const first = await around(viewer, 's75', `before=${count}&after=${count}`);
    const parts = [first];
    for (let cursor = first.olderCursor; cursor !== null;) {
      const part = await around(viewer, 's75', `before=${count}&cursor=${cursor}`);
      parts.unshift(part);
      cursor = part.olderCursor;
    }
    for (let cursor = first.newerCursor; cursor !== null;) {
      const part = await around(viewer, 's75', `after=${count}&cursor=${cursor}`);
      parts.push(part);
      cursor = part.newerCursor;
    }
    expect(parts.map(shown).join(' ')).toBe(shown(await around(viewer, 's75', 'before=50&after=50')));
  }
});

it('begins a dialog after a silence longer than the gap, hidden messages counted in', async () => {
  // Between 45 and 75 stand exactly 30 minutes: no silence longer than that.
  const starts = async (browser: Browser, gap: string) => {
    const { items } = await around(browser, 's45', `before=50&after=50${gap}`);
    return items.flatMap(({ messageId, startsDialog }) => (startsDialog ? [nameOf(messageId)] : []));
  };
  expect(await starts(company.owner, '')).toEqual(await starts(company.owner, '&gap=30'));
  expect(await starts(company.owner, '&gap=29')).toEqual(['h0', 's75', 'h106', 's137', 's200']);
  expect(await starts(company.owner, '&gap=1440')).toEqual(['h0']);
  expect(await company.owner.faultOf('GET', `/v1/messages/${idOf('s45')}/context?gap=0`)).toBe('request.malformed');
});

it('lists dialogs newest first, the same for everybody but for what is seen', async () => {
  const own = await dialogs(company.owner);
  expect(own.gapMinutes).toBe(30);
  expect(own.items.map(span)).toEqual(['s200–h201', 'h106–s137', 'h0–s75']);
  expect(own.items.map(({ messages, hidden }) => [messages, hidden])).toEqual([
    [2, 0],
    [3, 0],
    [7, 0],
  ]);
  const seen = await dialogs(company.viewer);
  expect(seen.items.map(({ messages, hidden }) => [messages, hidden])).toEqual([
    [1, 1],
    [1, 2],
    [4, 3],
  ]);
  expect(seen.items.map(({ topic }) => topic)).toEqual([
    '第s200句 第二行',
    '第s137句 第二行',
    expect.stringMatching(/^第s10b?句 第二行$/),
  ]);
  expect(own.items.map(({ people }) => people.map(({ personKey }) => personKey).toSorted())).toEqual([
    ['boss', 'linxiaoyu'],
    ['boss', 'linxiaoyu'],
    ['boss', 'linxiaoyu'],
  ]);
  expect(seen.items.every(({ people }) => people.every(({ personKey }) => personKey === 'linxiaoyu'))).toBe(true);
});

it('pages dialogs without repeats, and begins with the one of a time', async () => {
  const first = await dialogs(company.owner, '?limit=1');
  const second = await dialogs(company.owner, `?limit=1&cursor=${first.nextCursor}`);
  const third = await dialogs(company.owner, `?limit=1&cursor=${second.nextCursor}`);
  expect([...first.items, ...second.items, ...third.items]).toEqual((await dialogs(company.owner)).items);
  expect(third.nextCursor).toBeNull();
  const until = await dialogs(company.owner, `?until=${START + 50 * MINUTE}`);
  expect(until.items.map(span)).toEqual(['h0–s75']);
  expect((await dialogs(company.owner, '?gap=5')).items.map(span)[0]).toBe('s200–h201');
});

it('gives the dialog of a message, and nothing of a hidden one', async () => {
  const one = await company.viewer.ask<Dialog>('GET', `/v1/messages/${idOf('s75')}/dialog`);
  expect(one.body).toMatchObject({ messages: 4, hidden: 3, lastMessageId: idOf('s75'), isCut: false });
  expect(one.body).toEqual({ ...(await dialogs(company.viewer)).items[2], gapMinutes: 30 });
  expect(await company.viewer.faultOf('GET', `/v1/messages/${idOf('h20')}/dialog`)).toBe('thing.missing');
});

it('keeps the list of a cited dialog whatever is archived later', async () => {
  const body = { messageId: idOf('s137'), gapMinutes: 30, reason: 'cited', note: '见 boss 的话' };
  const made = await company.owner.ask<{ dialogId: string }>('POST', '/v1/dialogs', { body });
  expect(made.status).toBe(201);
  const path = `/v1/dialogs/${made.body.dialogId}`;
  const late = await talk.say({
    from: 'linxiaoyu',
    to: ['boss'],
    roomId: ROOM,
    text: '迟到',
    at: START + 120 * MINUTE,
  });
  const names = (items: readonly { messageId: string }[]) => items.map(({ messageId }) => nameOf(messageId));

  const own = await company.owner.ask<Context & Dialog>('GET', path);
  expect(names(own.body.items)).toEqual(['h106', 'h107', 's137']);
  expect(own.body).toMatchObject({ messages: 3, hidden: 0, archivedLater: 1, note: body.note, mayRemove: true });
  expect((await dialogs(company.owner)).items[1]).toMatchObject({
    messages: 4,
    frozen: [{ dialogId: made.body.dialogId, reason: 'cited' }],
  });

  const seen = await company.viewer.ask<Context & Dialog>('GET', path);
  expect(names(seen.body.items)).toEqual(['s137']);
  expect(seen.body).toMatchObject({
    messages: 1,
    hidden: 2,
    archivedLater: 1,
    note: null,
    noteWithheld: true,
    mayRemove: false,
    createdBy: null,
    firstAt: said.get('s137')?.sentAt,
    hiddenAt: [{ afterId: null, count: 2, isMore: false }],
  });
  expect(own.body).toMatchObject({ noteWithheld: false, hiddenAt: [] });
  expect(late.conversationId).toBe(conversation());

  const first = await company.owner.ask<{ items: unknown[]; nextCursor: string }>('GET', `${path}?limit=2`);
  const rest = await company.owner.ask<Context & Dialogs>('GET', `${path}?limit=2&cursor=${first.body.nextCursor}`);
  expect([first.body.items.length, names(rest.body.items), rest.body.nextCursor]).toEqual([2, ['s137'], null]);
});

it('takes a citation back for whoever made it or sees everything, and lists the others', async () => {
  const cite = async (browser: Browser) => {
    const body = { messageId: idOf('s200'), gapMinutes: 30, reason: 'cited' };
    return (await browser.ask<{ dialogId: string }>('POST', '/v1/dialogs', { body })).body.dialogId;
  };
  const listed = async (browser: Browser) => {
    const { body } = await browser.ask<{ items: { dialogId: string }[] }>('GET', '/v1/dialogs');
    return body.items.map(({ dialogId }) => dialogId);
  };
  const [owners, viewers] = [await cite(company.owner), await cite(company.viewer)];
  expect((await listed(company.viewer)).slice(0, 2)).toEqual([viewers, owners]);
  expect(await company.viewer.faultOf('DELETE', `/v1/dialogs/${owners}`)).toBe('thing.missing');
  expect((await company.viewer.ask('DELETE', `/v1/dialogs/${viewers}`)).status).toBe(204);
  expect((await company.owner.ask('DELETE', `/v1/dialogs/${owners}`)).status).toBe(204);
  for (const id of [owners, viewers]) {
    expect(await listed(company.owner)).not.toContain(id);
    expect(await company.owner.faultOf('GET', `/v1/dialogs/${id}`)).toBe('thing.missing');
    expect(await company.owner.faultOf('DELETE', `/v1/dialogs/${id}`)).toBe('thing.missing');
  }
  const dialogOf = { messageId: idOf('s200'), gapMinutes: 30 };
  const { selection } = (await company.owner.ask<Export>('POST', '/v1/exports', { body: { dialogOf } })).body;
  expect(await company.owner.faultOf('DELETE', `/v1/dialogs/${selection.dialogId}`)).toBe('request.conflict');
});

it('knows nothing of a citation of which the reader sees nothing', async () => {
  const body = { messageId: idOf('s45'), gapMinutes: 30, reason: 'cited' };
  const made = await company.owner.ask<{ dialogId: string }>('POST', '/v1/dialogs', { body });
  const stranger = await makeCompany(api, '陌生人');
  const nobodys = await joinCompany(api, company.owner, company.tenantId, { role: 'viewer', employees: ['nobody'] });
  for (const other of [stranger.owner, nobodys]) {
    expect(await other.faultOf('GET', `/v1/dialogs/${made.body.dialogId}`)).toBe('thing.missing');
    expect((await other.ask('GET', '/v1/dialogs')).body).toMatchObject({ items: [] });
    expect(await other.faultOf('POST', '/v1/dialogs', { body })).toBe('thing.missing');
    for (const path of ['', '/dialogs', '/at?at=0', `/days?from=0&until=1`]) {
      expect(await other.faultOf('GET', `/v1/conversations/${conversation()}${path}`)).toBe('thing.missing');
    }
  }
});

it('freezes the dialog that an export is of with the export, once', async () => {
  const frozen = async () => {
    const { body } = await company.owner.ask<{ items: { dialogId: string; reason: string }[] }>('GET', '/v1/dialogs');
    return body.items.filter(({ reason }) => reason === 'exported').map(({ dialogId }) => dialogId);
  };
  const before = await frozen();
  const headers = { 'idempotency-key': 'export of a dialog' };
  const body = { dialogOf: { messageId: idOf('s45'), gapMinutes: 30 } };
  const ask = () => company.viewer.ask<Export>('POST', '/v1/exports', { body, headers });
  const asked = await ask();
  expect(asked).toMatchObject({ status: 201, body: { selection: { dialogId: expect.any(String) } } });
  expect((await ask()).body).toEqual(asked.body);
  const { dialogId } = asked.body.selection;
  expect(await frozen()).toEqual([dialogId, ...before]);
  const whole = await company.owner.ask<Context>('GET', `/v1/dialogs/${dialogId}`);
  const names = whole.body.items.map(({ messageId }) => nameOf(messageId));
  expect(names.toSorted()).toEqual(['h0', 'h1', 'h20', 's10', 's10b', 's45', 's75'].toSorted());

  const refused = { dialogOf: { messageId: idOf('h20'), gapMinutes: 30 } };
  expect(await company.viewer.faultOf('POST', '/v1/exports', { body: refused })).toBe('thing.missing');
  const both = { ...body, dialog: dialogId };
  expect(await company.viewer.faultOf('POST', '/v1/exports', { body: both })).toBe('request.malformed');
  const backwards = { ...body, from: 2, until: 1 };
  expect(await company.viewer.faultOf('POST', '/v1/exports', { body: backwards })).toBe('request.malformed');
  expect(await frozen()).toEqual([dialogId, ...before]);
});

it('exports the list of a frozen dialog', async () => {
  const body = { messageId: idOf('s75'), gapMinutes: 30, reason: 'cited' };
  const made = await company.owner.ask<{ dialogId: string }>('POST', '/v1/dialogs', { body });
  const dialog = made.body.dialogId;
  const asked = await company.owner.ask('POST', '/v1/exports', { body: { dialog } });
  expect(asked.status).toBe(201);
  expect(asked.body).toMatchObject({ selection: { dialogId: dialog, conversationId: null } });
  const stranger = await makeCompany(api, '又一个陌生人');
  expect(await stranger.owner.faultOf('POST', '/v1/exports', { body: { dialog } })).toBe('thing.missing');
});

it('jumps to a time, and says on which days something was said', async () => {
  const at = async (browser: Browser, minute: number) => {
    const path = `/v1/conversations/${conversation()}/at?at=${START + minute * MINUTE}`;
    return nameOf((await browser.ask<{ messageId: string }>('GET', path)).body.messageId);
  };
  expect(await at(company.owner, 0)).toBe('h0');
  expect(await at(company.viewer, 11)).toBe('s45');
  expect(await at(company.viewer, 45)).toBe('s45');
  expect(await at(company.viewer, 1000)).toBe('s200');
  const days = (browser: Browser, range: string) =>
    browser.ask('GET', `/v1/conversations/${conversation()}/days?${range}`);
  const all = `from=${START - 86_400_000}&until=${START + 2 * 86_400_000}`;
  expect((await days(company.viewer, all)).body).toMatchObject({
    zone: 'Asia/Shanghai',
    firstAt: said.get('s10')?.sentAt,
    lastAt: said.get('s200')?.sentAt,
  });
  expect((await days(company.owner, `from=${START}&until=${START + 400 * 86_400_000}`)).status).toBe(422);
});
