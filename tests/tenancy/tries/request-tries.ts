import { randomUUID } from 'node:crypto';
import { ACTORS } from '../actors.ts';
import { UNMOUNTED_PATHS } from '../list-operations.ts';
import type { Try } from './try.ts';

const json = <Body>(text: string): Body => JSON.parse(text) as Body;

export const requestTries: readonly Try[] = [
  {
    about: 'the same idempotency key in two companies',
    async run({ world, as, note }) {
      const headers = { 'idempotency-key': 'the-first-of-the-day' };
      const body = { email: 'twice@tenancy.highwater.example', role: 'admin', employees: [], language: 'en' };
      const ask = { method: 'POST', path: '/v1/invitations', body, headers };
      const ofA = await world.actors.owner.ask(ask);
      const again = await world.actors.owner.ask(ask);
      const first = json<{ invitationId: string }>(ofA.bytes.toString('utf8')).invitationId;
      if (json<{ invitationId: string }>(again.bytes.toString('utf8')).invitationId !== first) {
        note('the same key of the same member made two invitations: the key is not looked at');
      }
      const ofB = json<{ invitationId: string }>(await as('ownerB', ask, { status: [201] }));
      if (ofB.invitationId === first) note('company B was answered with the invitation of company A');
    },
  },
  {
    about: 'the same idempotency key for two people’s first company',
    async run({ world, note }) {
      const headers = { 'idempotency-key': 'my-first-company' };
      const body = { name: '同名', zone: 'Asia/Shanghai', language: 'zh-CN' };
      const ask = { method: 'POST', path: '/v1/me/companies', body, headers };
      const made = await Promise.all([world.actors.owner.ask(ask), world.actors.ownerB.ask(ask)]);
      const ids = new Set(made.map(({ bytes }) => json<{ tenantId: string }>(bytes.toString('utf8')).tenantId));
      if (ids.size !== 2) note('two people share a company because they chose the same key');
    },
  },
  {
    about: 'a file and a package by HEAD, by range and by their tags',
    async run({ world, as, note }) {
      const { a, actors } = world;
      for (const path of [`/v1/media/${a.lines.hiddenFile.mediaId}`, `/v1/exports/${a.exportId}/download`]) {
        const whole = await actors.owner.ask({ method: 'GET', path });
        const tag = /^etag: (.*)$/m.exec(whole.headers)?.[1] ?? '';
        const asks = [
          { method: 'HEAD', path },
          { method: 'GET', path, headers: { range: 'bytes=0-9' } },
          { method: 'GET', path, headers: { 'if-none-match': tag } },
        ];
        const twins = await Promise.all(asks.map((ask) => actors.owner.ask(ask)));
        if (twins.map(({ status }) => status).join() !== '200,206,304')
          note(`${path.slice(0, 12)} is not served rightly`);
        for (const ask of asks) {
          for (const actor of ['ownerB', 'viewer', 'ownerBForA'] as const) await as(actor, ask, { status: [404] });
        }
      }
    },
  },
  {
    about: 'company A named in other ways',
    async run({ world, as }) {
      const { a, b } = world;
      const path = '/v1/conversations';
      for (const named of [
        ` ${a.tenantId}`,
        a.tenantId.toUpperCase(),
        `${a.tenantId},${b.tenantId}`,
        `${b.tenantId},${a.tenantId}`,
        '*',
      ]) {
        await as('ownerB', { method: 'GET', path, headers: { 'highwater-tenant': named } }, { status: [404] });
      }
      for (const query of [`tenantId=${a.tenantId}`, `tenant=${a.tenantId}`, `tenant_id=${a.tenantId}`]) {
        await as('ownerB', { method: 'GET', path: `${path}?${query}` }, { status: [422] });
      }
      const body = { tenantId: a.tenantId, people: [a.people.hiddenGuest] };
      await as('ownerB', { method: 'POST', path: '/v1/exports', body }, { status: [422] });
    },
  },
  {
    about: 'company A’s ids where another kind of thing is asked for',
    async run({ world, as }) {
      const { a } = world;
      const ids = [
        ...Object.values(a.lines).flatMap((line) => [line.messageId, line.conversationId]),
        a.tenantId,
        a.connectionId,
        a.keyId,
        a.exportId,
        a.scheduleId,
        a.findingId,
        a.lines.hiddenFile.mediaId,
        a.members.owner,
        a.invitations.open.invitationId,
      ];
      const places = ['messages', 'media', 'exports', 'connections'];
      const actors = ACTORS.filter((actor) => actor === 'ownerB' || actor === 'nobody' || actor === 'removedForA');
      for (const id of ids) {
        const paths = places.map((place) => `/v1/${place}/${id}`);
        await Promise.all(
          paths.flatMap((path) => actors.map((actor) => as(actor, { method: 'GET', path }, { status: [404, 401] }))),
        );
      }
    },
  },
  {
    about: 'paths of the identity library that are not mounted',
    async run({ as }) {
      for (const path of UNMOUNTED_PATHS) {
        await as('ownerB', { method: 'GET', path }, { status: [404] });
        await as('ownerB', { method: 'POST', path, body: {} }, { status: [404] });
      }
    },
  },
  {
    about: 'cookies that were altered, invented or signed out',
    async run({ world, note }) {
      const { actors, people } = world;
      const [value = ''] = actors.owner.cookieValues();
      const [token = ''] = value.split('.');
      const forged = [token, `${token}.`, `${value.slice(0, -6)}AAAA%3D`, `${randomUUID()}.${value.split('.')[1]}`];
      for (const cookie of forged) {
        const headers = { cookie: `highwater.session_token=${cookie}` };
        const { status } = await actors.nobody.ask({ method: 'GET', path: '/v1/me', headers });
        if (status !== 401) note(`a forged cookie is answered ${status}`);
      }
      const rightly = await actors.nobody.ask({
        method: 'GET',
        path: '/v1/me',
        headers: { cookie: `highwater.session_token=${value}` },
      });
      if (rightly.status !== 200) note('the cookie as it was given is not taken, so forged ones prove nothing');

      const left = actors.nobody.fresh();
      await left.send('POST', '/auth/sign-in/email', { email: people.ownerA.email, password: people.ownerA.password });
      const [kept = ''] = left.cookieValues();
      await left.send('POST', '/auth/sign-out', {});
      const headers = { cookie: `highwater.session_token=${kept}` };
      const { status } = await actors.nobody.ask({ method: 'GET', path: '/v1/me', headers });
      if (status !== 401) note(`a session that was signed out is answered ${status}`);
    },
  },
];
