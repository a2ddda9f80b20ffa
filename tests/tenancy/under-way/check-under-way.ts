import type { TenancyStage } from '../tenancy-stage.ts';
import { foundCompany, type FilmCompany } from './found-company.ts';
import { readSlowly, type SlowReader } from './slow-reader.ts';
import type { Session } from '../session.ts';

export interface UnderWayFigures {
  /** Answers under way that something happened to. */
  readonly cut: number;
  /** The longest that one went on afterwards, in milliseconds, with what happened to it. */
  readonly slowest: { readonly about: string; readonly ms: number };
  /** Answers under way to which nothing happened. */
  readonly whole: number;
  readonly problems: readonly string[];
}

/** The product's promise, by the machine's clock. */
const CUT_WITHIN_MS = 5000;
const HURRY_AFTER_MS = 4500;
/** A grant that runs out meanwhile lives this long from the moment that its download begins. */
const GRANTED_MS = 1500;

/** Somebody who reads, and what takes away by what right. */
interface Reading {
  readonly about: string;
  readonly session: Session;
  readonly path: string;
  readonly prepare?: () => Promise<void>;
  /** Takes it away. */
  readonly happens: () => Promise<unknown>;
  /** When it takes effect, where that is not when `happens` is through. */
  readonly at?: () => number;
}

/**
 * Downloads over a poor line, of a film and of a package with it. Whatever each rests on is taken away, and the
 * connection has to end within five seconds; those of people to whom nothing happens go on to their last byte.
 */
export async function checkUnderWay(stage: TenancyStage, seed: number): Promise<UnderWayFigures> {
  const company = await foundCompany(stage, seed);
  const readings = await prepareReadings(company);
  const { owner, film } = company;
  const problems: string[] = [];
  const begun: { readonly reading: Reading; readonly reader: SlowReader }[] = [];
  const going: SlowReader[] = await Promise.all([
    readSlowly(owner, film),
    company.exportFilm(owner).then((path) => readSlowly(owner, path)),
  ]);
  for (const reading of readings) {
    await reading.prepare?.();
    const reader = await readSlowly(reading.session, reading.path);
    if (reader.status !== 200) problems.push(`${reading.about}: answered ${reader.status} before anything happened`);
    else begun.push({ reading, reader });
  }
  const cuts = await Promise.all(
    begun.map(async ({ reading, reader }) => {
      await reading.happens();
      const at = reading.at?.() ?? Date.now();
      reader.read('steady');
      // What has come by then is the reader's own, however slowly it takes it out of the system's hands.
      const hurried = setTimeout(() => reader.read('all'), at - Date.now() + HURRY_AFTER_MS);
      const late = Promise.withResolvers<undefined>();
      const timer = setTimeout(late.resolve, at - Date.now() + CUT_WITHIN_MS, undefined);
      const ended = await Promise.race([reader.ended, late.promise]);
      for (const each of [hurried, timer]) clearTimeout(each);
      if (ended === undefined) problems.push(`${reading.about}: still goes on after ${CUT_WITHIN_MS} ms`);
      else if (!ended.isCut) problems.push(`${reading.about}: was read to its end`);
      else if (ended.at < at) problems.push(`${reading.about}: ended before anything happened`);
      return { about: reading.about, ms: (ended?.at ?? Date.now()) - at };
    }),
  );
  for (const reader of going) reader.read('all');
  const ends = await Promise.all(going.map(({ ended }) => ended));
  for (const [place, { isCut }] of ends.entries()) {
    const reader = going[place];
    if (isCut || reader?.bytes() !== reader?.length) problems.push('an answer ended to whose reader nothing happened');
  }
  const slowest = cuts.toSorted((x, y) => y.ms - x.ms)[0] ?? { about: 'nothing', ms: 0 };
  return { cut: begun.length, slowest, whole: going.length, problems };
}

async function prepareReadings(company: FilmCompany): Promise<readonly Reading[]> {
  const { owner, film, employee, join, makeKey, admitSupport, exportFilm } = company;
  const [ended, out, removed, demoted, narrowed, lapsing, ...supports] = await Promise.all([
    join(),
    join(),
    join(),
    join(),
    join(),
    join(),
    admitSupport(),
    admitSupport(),
  ]);
  const keys = await Promise.all([makeKey(), makeKey()]);
  const [byKey, exportingKey] = keys;
  const [endedSupport, leftConsole] = supports;
  if (byKey === undefined || exportingKey === undefined) throw new Error('There are no keys.');
  if (endedSupport === undefined || leftConsole === undefined) throw new Error('There is no support.');
  const other = owner.fresh();
  await other.send('POST', '/auth/sign-in/email', ended.person);
  const { items } = await other.get<{ items: { sessionId: string; isThis: boolean }[] }>('/v1/me/sessions');
  const sessionId = items.find(({ isThis }) => !isThis)?.sessionId ?? '';
  const packages = await Promise.all([exportFilm(narrowed.session), exportFilm(exportingKey.program)]);
  const [ofNarrowed = '', ofKey = ''] = packages;
  let lapsesAt = 0;
  return [
    {
      about: 'a film, by a session that was ended from another',
      session: ended.session,
      path: film,
      happens: () => other.send('DELETE', `/v1/me/sessions/${sessionId}`),
    },
    {
      about: 'a film, by a session that was signed out',
      session: out.session,
      path: film,
      happens: () => out.session.send('POST', '/auth/sign-out', {}),
    },
    {
      about: 'a film, by a member who was removed',
      session: removed.session,
      path: film,
      happens: () => owner.send('DELETE', `/v1/members/${removed.memberId}`),
    },
    {
      about: 'a film, by a member who was given a role without content',
      session: demoted.session,
      path: film,
      happens: () => owner.send('PATCH', `/v1/members/${demoted.memberId}`, { role: 'billing' }),
    },
    {
      about: 'a package, by a member whose grant was taken',
      session: narrowed.session,
      path: ofNarrowed,
      happens: () => owner.send('PUT', `/v1/grants/${narrowed.memberId}`, { employees: [] }),
    },
    {
      about: 'a film, by a program whose key was revoked',
      session: byKey.program,
      path: film,
      happens: () => owner.send('DELETE', `/v1/api-keys/${byKey.keyId}`),
    },
    {
      about: 'a package, by a program whose key was revoked',
      session: exportingKey.program,
      path: ofKey,
      happens: () => owner.send('DELETE', `/v1/api-keys/${exportingKey.keyId}`),
    },
    {
      about: 'a film, by support that the owner ended',
      session: endedSupport.support,
      path: film,
      happens: () => owner.send('POST', `/v1/support-requests/${endedSupport.requestId}/end`, {}),
    },
    {
      about: 'a film, by support whose operator signed out',
      session: leftConsole.support,
      path: film,
      happens: () => leftConsole.console.send('POST', '/operator-auth/sign-out', {}),
    },
    {
      about: 'a film, by a member whose grant ran out',
      session: lapsing.session,
      path: film,
      async prepare() {
        await owner.send('PUT', `/v1/grants/${lapsing.memberId}`, { employees: [] });
        lapsesAt = Date.now() + GRANTED_MS;
        const terms = { employees: [employee], expiresAt: lapsesAt };
        await owner.send('POST', `/v1/members/${lapsing.memberId}/grants`, terms);
      },
      happens: async () => undefined,
      at: () => lapsesAt,
    },
  ];
}
