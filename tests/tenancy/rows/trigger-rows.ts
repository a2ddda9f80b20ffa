import { askConsole } from '@highwater/testkit';
import { sealCallback, signCallback } from '@highwater/wecom-simulator';
import { same, thing, type Prepared, type Row } from '../cell.ts';
import type { World } from '../world.ts';

const WORD = 'the word of the address check';

interface Made {
  readonly url: string;
  readonly token: string;
  readonly encodingAesKey: string;
}

/** Gives company A's connection a new callback; its path and a right address check are what the rows ask with. */
async function prepareCallback({ a, actors }: World): Promise<Prepared> {
  const made = await actors.owner.send<Made>('POST', `/v1/connections/${a.connectionId}/callback`, {});
  const encrypt = sealCallback(made.encodingAesKey, WORD, a.corpId);
  const parts = { timestamp: String(Math.floor(Date.now() / 1000)), nonce: 'n', encrypt };
  const { timestamp, nonce } = parts;
  const signature = (token: string): string =>
    new URLSearchParams({ msg_signature: signCallback(token, parts), timestamp, nonce, echostr: encrypt }).toString();
  return {
    path: new URL(made.url).pathname,
    right: signature(made.token),
    wrong: signature('somebodyElsesToken'),
  };
}

/** Gives company A's connection the secret of contacts that WeCom has for it. */
async function setContactsSecret({ a, actors, simulatorUrl }: World): Promise<Prepared> {
  const { contactsSecret: secret } = await askConsole<{ contactsSecret: string }>(
    simulatorUrl,
    'GET',
    `/corps/${a.corpId}`,
  );
  await actors.owner.send('PUT', `/v1/connections/${a.connectionId}/secrets/contacts`, { secret });
  return {};
}

/** Its path before anything is prepared: only its shape is looked at. */
const pathOf = ({ path = '/callbacks/wecom/none' }: Prepared): string => path;

/** What sets pulls going, and the one door that asks for no session. */
export const triggerRows: readonly Row[] = [
  thing({
    operation: 'pullNow',
    about: 'a connection',
    // Asked for a moment ago: whoever may ask is told when again, and nobody else is.
    prepare: async ({ a, actors }) => {
      await actors.owner.ask({ method: 'POST', path: `/v1/connections/${a.connectionId}/pull` });
      return {};
    },
    ask: ({ a }) => ({ method: 'POST', path: `/v1/connections/${a.connectionId}/pull` }),
    rightful: () => ({ status: 429, holds: ['pull.too_soon'] }),
  }),
  thing({
    operation: 'changePulling',
    about: 'a connection',
    ask: ({ a }) => ({
      method: 'PATCH',
      path: `/v1/connections/${a.connectionId}/pulling`,
      body: { mode: 'continuous' },
    }),
    rightful: ({ a }) => ({ status: 200, holds: [a.corpId] }),
  }),
  thing({
    operation: 'makeCallback',
    about: 'a connection',
    ask: ({ a }) => ({ method: 'POST', path: `/v1/connections/${a.connectionId}/callback` }),
    rightful: () => ({ status: 201, holds: ['encodingAesKey', '/callbacks/wecom/'] }),
  }),
  thing({
    operation: 'replaceSecret',
    about: 'a connection',
    ask: ({ a }) => ({
      method: 'PUT',
      path: `/v1/connections/${a.connectionId}/secret`,
      body: { archiveSecret: a.archiveSecret },
    }),
    rightful: ({ a }) => ({ status: 200, holds: [a.corpId] }),
  }),
  thing({
    operation: 'setSecret',
    about: 'a connection',
    // A guess: whoever may set it is told by WeCom that it is wrong, and nobody else is told anything.
    ask: ({ a, madeUp }) => ({
      method: 'PUT',
      path: `/v1/connections/${a.connectionId}/secrets/contacts`,
      body: { secret: madeUp.letters(43) },
    }),
    rightful: () => ({ status: 422, holds: ['secret.wrong'] }),
  }),
  thing({
    operation: 'checkSecret',
    about: 'a connection’s secret',
    prepare: setContactsSecret,
    ask: ({ a }) => ({ method: 'POST', path: `/v1/connections/${a.connectionId}/secrets/contacts/check` }),
    rightful: ({ a }) => ({ status: 202, holds: [a.corpId, '"purpose":"contacts"'] }),
  }),
  thing({
    operation: 'removeSecret',
    about: 'a connection’s secret',
    prepare: setContactsSecret,
    ask: ({ a }) => ({ method: 'DELETE', path: `/v1/connections/${a.connectionId}/secrets/contacts` }),
    rightful: () => ({ status: 204 }),
  }),
  thing({
    operation: 'listRepulls',
    about: 'a connection',
    ask: ({ a }) => ({ method: 'GET', path: `/v1/connections/${a.connectionId}/repulls` }),
    rightful: () => ({ status: 200, holds: ['"items":'] }),
  }),
  thing({
    operation: 'requestRepull',
    about: 'a connection',
    ask: ({ a }) => ({
      method: 'POST',
      path: `/v1/connections/${a.connectionId}/repulls`,
      body: { fromSeq: '0', toSeq: '0' },
    }),
    // Told what a range is: only who may ask for one gets as far.
    rightful: () => ({ status: 422, holds: ['range.invalid'] }),
  }),
  same(
    {
      operation: 'GET /callbacks/wecom/{token}',
      about: 'company A’s path, signed with its token',
      prepare: prepareCallback,
      ask: (_world, prepared) => ({ method: 'GET', path: `${pathOf(prepared)}?${prepared['right'] ?? ''}` }),
      rightful: () => ({ actor: 'anybody', status: 200, holds: [WORD] }),
    },
    200,
  ),
  same(
    {
      operation: 'GET /callbacks/wecom/{token}',
      about: 'company A’s path, signed with another token',
      prepare: prepareCallback,
      ask: (_world, prepared) => ({ method: 'GET', path: `${pathOf(prepared)}?${prepared['wrong'] ?? ''}` }),
      rightful: () => ({ actor: 'anybody', status: 403 }),
    },
    403,
  ),
  same(
    {
      operation: 'GET /callbacks/wecom/{token}',
      about: 'a path of nobody, signed with company A’s token',
      prepare: prepareCallback,
      ask: (_world, prepared) => ({
        method: 'GET',
        path: `/callbacks/wecom/${'B'.repeat(22)}?${prepared['right'] ?? ''}`,
      }),
      rightful: () => ({ actor: 'anybody', status: 403 }),
    },
    403,
  ),
  same(
    {
      operation: 'POST /callbacks/wecom/{token}',
      about: 'company A’s path, with a body that nobody sealed',
      prepare: prepareCallback,
      ask: ({ a }, prepared) => ({ method: 'POST', path: pathOf(prepared), body: { corpId: a.corpId } }),
      rightful: () => ({ actor: 'anybody', status: 403 }),
    },
    403,
  ),
];
