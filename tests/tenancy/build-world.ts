import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultStage } from '../faults/fault-stage.ts';
import { comeByB } from './come-by-b.ts';
import { connectCompany, exportAll } from './connect-company.ts';
import { giveDepartment } from './give-department.ts';
import { liveInA } from './live-in-a.ts';
import { createMadeUp } from './made-up.ts';
import { invite } from './mails.ts';
import { addStatements, makeApiKey, makeRights } from './make-rights.ts';
import { makePeople } from './people.ts';
import { writeScriptOfA, writeScriptOfB } from './script-of-a.ts';
import { openSession, type Person, type Session } from './session.ts';
import { openConsole } from './open-console.ts';
import type { World } from './world.ts';

/** Invitations hold for seven days. */
const EIGHT_DAYS_AGO_MS = -8 * 86_400_000;
const BEGINNING = { zone: 'Asia/Shanghai', language: 'zh-CN' };

/** Both companies, everybody and everything, made through the API as people would. The same seed makes the same words. */
export async function buildWorld(stage: FaultStage, seed: number): Promise<World> {
  const { dataDir, urls } = stage.context;
  const nobody = openSession({ api: urls.api, origin: urls.portal });
  // Each company has words of its own stream: they are made at the same time.
  const [madeUp, madeUpForB] = [createMadeUp(seed), createMadeUp(seed ^ 0xb)];
  const people = makePeople(madeUp);
  const [ofA, ofB] = [writeScriptOfA(madeUp), writeScriptOfB(madeUpForB)];
  const signUp = async (person: Person): Promise<Session> => {
    const session = nobody.fresh();
    await session.signUp(person);
    return session;
  };
  const found = async (owner: Session, name: string): Promise<{ tenantId: string; name: string }> => {
    const company = { name, ...BEGINNING };
    return { ...(await owner.send<{ tenantId: string }>('POST', '/v1/me/companies', company)), name };
  };
  const setClock = (offsetMs: number): void => writeFileSync(join(dataDir, 'clock.json'), JSON.stringify({ offsetMs }));

  setClock(EIGHT_DAYS_AGO_MS);
  const owner = await signUp(people.ownerA);
  const foundedA = await found(owner, madeUp.word('澄海果业'));
  const expired = await invite(owner, people.expired.email, 'admin', []);
  setClock(0);

  const makeA = async () => {
    const connected = await connectCompany(urls.simulator, owner, madeUp, { ...foundedA, lines: ofA.lines });
    const departmentName = madeUp.word('果园部');
    await giveDepartment(urls.simulator, owner, connected, departmentName);
    const { granted, roommate } = ofA.people;
    const { life, sessions } = await liveInA({ owner, people, granted, roommate, expired, madeUp });
    const rights = { owner, password: people.ownerA.password, viewerId: life.members.viewer, madeUp };
    const made = await makeRights(stage, { ...rights, email: people.ownerA.email });
    const revokedKey = await makeApiKey(owner, people.ownerA.password, '用过的');
    await owner.send('DELETE', `/v1/api-keys/${revokedKey.keyId}`);
    return {
      revokedKey: revokedKey.secret,
      a: { ...connected, ...life, made, departmentName, people: ofA.people, rooms: ofA.rooms, words: ofA.words },
      sessions,
    };
  };
  const makeB = async () => {
    const ownerB = await signUp(people.ownerB);
    const founded = await found(ownerB, madeUpForB.word('北岸茶行'));
    const connected = await connectCompany(urls.simulator, ownerB, madeUpForB, { ...founded, lines: ofB.lines });
    const exportId = await exportAll(ownerB);
    const key = await makeApiKey(ownerB, people.ownerB.password, '乙方的');
    return {
      b: { ...connected, people: ofB.people, rooms: ofB.rooms, words: ofB.words, exportId },
      ownerB,
      keyOfB: nobody.withKey(key.secret),
    };
  };
  const [{ a, sessions, revokedKey }, { b, ownerB, keyOfB }] = await Promise.all([makeA(), makeB()]);

  const { granted } = ofA.people;
  const employee = { tenantId: b.tenantId, employee: ofB.people.employee };
  const byB = await comeByB(stage, { people, ownerA: owner, ownerB, granted, b: employee });

  await addStatements(stage, [a.tenantId, b.tenantId]);
  const { session: operator, doorWord, enrolOperator } = await openConsole(stage, people.operator);
  const colleague = await openConsole(stage, people.colleague);
  return {
    people,
    madeUp,
    doorWord,
    enrolOperator,
    simulatorUrl: urls.simulator,
    portalUrl: urls.portal,
    operatorUrl: urls.operator,
    a,
    b,
    bothInA: byB.both.memberId,
    actors: {
      ...sessions,
      bothInA: byB.both.session,
      signedOnB: byB.signedOnB,
      signedOnBForA: byB.signedOnB.forTenant(a.tenantId),
      bothByB: byB.bothByB,
      bothByBForA: byB.bothByB.forTenant(a.tenantId),
      supportOfB: byB.supportOfB,
      supportOfBForA: byB.supportOfB.forTenant(a.tenantId),
      nobody,
      owner,
      ownerB,
      operator,
      stranger: await signUp(people.stranger),
      ownerBForA: ownerB.forTenant(a.tenantId),
      removedForA: sessions.removed.forTenant(a.tenantId),
      revoked: await signUp(people.revoked),
      expired: await signUp(people.expired),
      invitee: await signUp(people.open),
      viewerOfA: sessions.viewer,
      operatorRightful: colleague.session,
      revokedKey: nobody.withKey(revokedKey),
      keyOfB,
      keyOfBForA: keyOfB.forTenant(a.tenantId),
      anybody: nobody,
      visitor: nobody.fresh(),
    },
  };
}
