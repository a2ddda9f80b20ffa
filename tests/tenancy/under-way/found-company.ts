import { randomBytes } from 'node:crypto';
import { connectCompany, exportAll } from '../connect-company.ts';
import { createMadeUp } from '../made-up.ts';
import { invite } from '../mails.ts';
import { makeApiKey } from '../make-rights.ts';
import { openConsole } from '../open-console.ts';
import type { Person, Session } from '../session.ts';
import type { TenancyStage } from '../tenancy-stage.ts';

const EMPLOYEE = 'film.maker';
/** Far more than sockets hold, and than a slow reader gets in ten seconds. */
const FILM_BYTES = 16_000_000;
/** As a file says that is a video: support may look at it, and not save it. */
const VIDEO_HEAD = '\0\0\0\x18ftypisom\0\0\x02\0isomiso2';

export interface Colleague {
  readonly session: Session;
  readonly memberId: string;
}

/** A company with one long film, and everybody who reads it. */
export interface FilmCompany {
  readonly owner: Session;
  readonly film: string;
  readonly employee: string;
  /** Somebody new, who may see the film. */
  join(): Promise<Colleague & { readonly person: Person }>;
  /** A key that sees the film. */
  makeKey(): Promise<{ readonly keyId: string; readonly program: Session }>;
  /** One of the operator's people who looks at the film as the owner allowed. */
  admitSupport(): Promise<{ readonly requestId: string; readonly console: Session; readonly support: Session }>;
  /** The path of a new package with the film in it. */
  exportFilm(asker: Session): Promise<string>;
}

/** The same seed makes the same words. */
export async function foundCompany({ world, bare }: TenancyStage, seed: number): Promise<FilmCompany> {
  const madeUp = createMadeUp(seed ^ 0xf11);
  const newPerson = (): Person => ({
    name: madeUp.word('viewer-'),
    email: `${madeUp.word('viewer-')}@film.highwater.example`.toLowerCase(),
    password: madeUp.word('a long enough password '),
  });
  const ofOwner = newPerson();
  const owner = world.actors.nobody.fresh();
  await owner.signUp(ofOwner);
  const name = madeUp.word('远山影业');
  const beginning = { name, zone: 'Asia/Shanghai', language: 'zh-CN' };
  const { tenantId } = await owner.send<{ tenantId: string }>('POST', '/v1/me/companies', beginning);
  const content = Buffer.concat([Buffer.from(VIDEO_HEAD), randomBytes(FILM_BYTES)]);
  const film = { from: EMPLOYEE, to: [`wm${madeUp.letters(30)}`], text: '', file: { name: 'film.mp4', content } };
  const { lines } = await connectCompany(world.simulatorUrl, owner, madeUp, { tenantId, name, lines: { film } });
  // Keys are made one after the other: each asks for the password.
  let lastKey: Promise<unknown> = Promise.resolve();
  return {
    owner,
    employee: EMPLOYEE,
    film: `/v1/media/${lines.film.mediaId}`,
    async join() {
      const person = newPerson();
      const { token } = await invite(owner, person.email, 'viewer', [EMPLOYEE]);
      const session = owner.fresh();
      await session.signUp(person);
      await session.send('POST', '/v1/invitations/accept', { token });
      const { memberId } = await session.get<{ memberId: string }>('/v1/me');
      return { session, memberId, person };
    },
    async makeKey() {
      const making = lastKey.then(() => makeApiKey(owner, ofOwner.password, madeUp.word('key-')));
      lastKey = making;
      const { keyId, secret } = await making;
      return { keyId, program: owner.withKey(secret) };
    },
    async admitSupport() {
      const operator = { ...newPerson(), email: `${madeUp.word('o-')}@ops.example` };
      const { session } = await openConsole(bare, operator);
      const asked = { reason: 'a film does not play', scopes: ['conversations'], hours: 1 };
      const path = `/v1/operator/tenants/${tenantId}/support`;
      const { requestId } = await session.send<{ requestId: string }>('POST', path, asked);
      const approved = { scopes: ['conversations'], hours: 1, people: [EMPLOYEE] };
      await owner.send('POST', `/v1/support-requests/${requestId}/approve`, approved);
      return { requestId, console: session, support: session.saying({ 'highwater-support': requestId }) };
    },
    async exportFilm(asker) {
      return `/v1/exports/${await exportAll(asker)}/download`;
    },
  };
}
