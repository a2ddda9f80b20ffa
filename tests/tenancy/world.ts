import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeOperator } from '../../infra/postgres/demonstration-database.ts';
import { need } from '../../infra/start/start-context.ts';
import { DATABASE_NAME } from '../../infra/start/steps/migrate-database.ts';
import type { FaultStage } from '../faults/fault-stage.ts';
import type { ActorName, RightfulName } from './actors.ts';
import { connectCompany, exportAll, type ConnectedCompany } from './connect-company.ts';
import type { MadeUp } from './made-up.ts';
import { invite, readMailedToken } from './mails.ts';
import { writeScriptOfA, writeScriptOfB, type ScriptOfA, type ScriptOfB } from './script-of-a.ts';
import { openSession, type Person, type Session } from './session.ts';

const DAY_MS = 86_400_000;
/** Invitations hold for seven days. */
const EIGHT_DAYS_AGO = -8 * DAY_MS;

type PersonName = 'ownerA' | 'ownerB' | 'stranger' | 'removed' | 'viewer' | 'bare' | 'leaving' | 'operator';
type Invited = 'open' | 'revoked' | 'expired' | 'spare';

interface Invitation {
  readonly invitationId: string;
  readonly token: string;
}

export interface CompanyA extends ConnectedCompany<keyof ScriptOfA['lines']>, Omit<ScriptOfA, 'lines'> {
  readonly exportId: string;
  readonly viewerExportId: string;
  readonly scheduleId: string;
  readonly scheduleName: string;
  /** Of the morning mails to the owner and to the viewer. */
  readonly links: { readonly owner: string; readonly viewer: string };
  readonly invitations: Readonly<Record<Invited, Invitation>>;
  readonly members: Readonly<Record<'owner' | 'viewer' | 'bare' | 'leaving', string>>;
  readonly findingId: string;
}

export interface CompanyB extends ConnectedCompany<keyof ScriptOfB['lines']>, Omit<ScriptOfB, 'lines'> {
  readonly exportId: string;
}

/** Two companies with everything that companies have, and everybody who asks. */
export interface World {
  readonly actors: Readonly<Record<ActorName | RightfulName, Session>>;
  readonly people: Readonly<Record<PersonName | Invited, Person>>;
  readonly a: CompanyA;
  readonly b: CompanyB;
  readonly simulatorUrl: string;
  readonly madeUp: MadeUp;
}

export async function buildWorld(stage: FaultStage, madeUp: MadeUp): Promise<World> {
  const { api, simulator: simulatorUrl, portal: origin } = stage.context.urls;
  const address = { api, origin };
  const makePerson = (name: string): Person => ({
    name: madeUp.word(`${name}-`),
    email: `${madeUp.word(`${name}-`)}@tenancy.highwater.example`,
    password: madeUp.word('a long enough password '),
  });
  const people = {
    ...{ ownerA: makePerson('owner-a'), ownerB: makePerson('owner-b'), stranger: makePerson('stranger') },
    ...{ removed: makePerson('removed'), viewer: makePerson('viewer'), bare: makePerson('bare') },
    ...{ leaving: makePerson('leaving'), operator: makePerson('operator'), spare: makePerson('spare') },
    ...{ open: makePerson('open'), revoked: makePerson('revoked'), expired: makePerson('expired') },
  };
  const signUp = async (person: Person, cookies?: Map<string, string>): Promise<Session> => {
    const session = openSession(address, {}, cookies);
    await session.signUp(person);
    return session;
  };
  const setClock = (offsetMs: number): void =>
    writeFileSync(join(stage.context.dataDir, 'clock.json'), JSON.stringify({ offsetMs }));

  setClock(EIGHT_DAYS_AGO);
  const owner = await signUp(people.ownerA);
  const scriptOfA = writeScriptOfA(madeUp);
  const scriptOfB = writeScriptOfB(madeUp);
  const nameOfA = madeUp.word('澄海果业');
  const nameOfB = madeUp.word('北岸茶行');
  const { tenantId } = await owner.send<{ tenantId: string }>('POST', '/v1/me/companies', companyOf(nameOfA));
  const expired = await invite(owner, people.expired.email, 'admin', []);
  setClock(0);

  const jars = { ownerB: new Map<string, string>(), removed: new Map<string, string>() };
  const ownerB = await signUp(people.ownerB, jars.ownerB);
  const madeB = await ownerB.send<{ tenantId: string }>('POST', '/v1/me/companies', companyOf(nameOfB));
  const [connectedA, connectedB] = await Promise.all([
    connectCompany(simulatorUrl, owner, madeUp, { tenantId, name: nameOfA, lines: scriptOfA.lines }),
    connectCompany(simulatorUrl, ownerB, madeUp, { ...madeB, name: nameOfB, lines: scriptOfB.lines }),
  ]);

  const joinA = async (person: Person, role: 'admin' | 'viewer', cookies?: Map<string, string>) => {
    const employees = role === 'viewer' ? [scriptOfA.people.granted] : [];
    const { token } = await invite(owner, person.email, role, employees);
    const session = await signUp(person, cookies);
    await session.send('POST', '/v1/invitations/accept', { token });
    const { memberId } = await session.get<{ memberId: string }>('/v1/me');
    return { session, memberId };
  };
  const viewer = await joinA(people.viewer, 'viewer');
  const bare = await joinA(people.bare, 'viewer');
  const leaving = await joinA(people.leaving, 'viewer');
  const removed = await joinA(people.removed, 'admin', jars.removed);
  await owner.send('DELETE', `/v1/members/${removed.memberId}`);
  await owner.send('PUT', `/v1/grants/${bare.memberId}`, { employees: [] });
  const { memberId } = await owner.get<{ memberId: string }>('/v1/me');

  const open = await invite(owner, people.open.email, 'viewer', [scriptOfA.people.granted]);
  const spare = await invite(owner, people.spare.email, 'viewer', [scriptOfA.people.granted]);
  const revoked = await invite(owner, people.revoked.email, 'viewer', [scriptOfA.people.granted]);
  await owner.send('DELETE', `/v1/invitations/${revoked.invitationId}`);

  const scheduleName = madeUp.word('晨报');
  const { scheduleId } = await owner.send<{ scheduleId: string }>('POST', '/v1/export-schedules', {
    ...{ name: scheduleName, timeOfDay: '03:17', zone: 'Asia/Shanghai' },
    recipients: [memberId, viewer.memberId],
  });
  await owner.send('POST', `/v1/export-schedules/${scheduleId}/run`, {});
  const [exportId, viewerExportId, exportOfB] = [await exportAll(owner), await exportAll(viewer.session), await exportAll(ownerB)];
  const links = {
    owner: await readMailedToken(owner, people.ownerA.email, 'links'),
    viewer: await readMailedToken(owner, people.viewer.email, 'links'),
  };
  const findings = await owner.get<{ items: { findingId: string }[] }>('/v1/findings');

  const operator = await signUp(people.operator);
  await makeOperator(need(stage.context, 'postgres').superuser, DATABASE_NAME, people.operator.email);
  const forA = { 'highwater-tenant': tenantId };
  const nobody = openSession(address);
  return {
    ...{ people, simulatorUrl, madeUp },
    actors: {
      ...{ nobody, ownerB, operator, anybody: nobody, operatorRightful: operator, owner },
      ...{ viewer: viewer.session, viewerOfA: viewer.session, bare: bare.session, leaving: leaving.session },
      stranger: await signUp(people.stranger),
      ownerBForA: openSession(address, forA, jars.ownerB),
      removed: removed.session,
      removedForA: openSession(address, forA, jars.removed),
      revoked: await signUp(people.revoked),
      expired: await signUp(people.expired),
      invitee: await signUp(people.open),
    },
    a: {
      ...connectedA,
      ...{ people: scriptOfA.people, rooms: scriptOfA.rooms, words: scriptOfA.words },
      ...{ exportId, viewerExportId, scheduleId, scheduleName, links },
      invitations: { open, revoked, expired, spare },
      members: { owner: memberId, viewer: viewer.memberId, bare: bare.memberId, leaving: leaving.memberId },
      findingId: findings.items[0]?.findingId ?? '',
    },
    b: {
      ...connectedB,
      ...{ people: scriptOfB.people, rooms: scriptOfB.rooms, words: scriptOfB.words, exportId: exportOfB },
    },
  };
}

function companyOf(name: string): object {
  return { name, zone: 'Asia/Shanghai', language: 'zh-CN' };
}
