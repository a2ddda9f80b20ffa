import { waitUntil } from '@highwater/testkit';
import { exportAll } from './connect-company.ts';
import type { MadeUp } from './made-up.ts';
import { invite, readMailedToken } from './mails.ts';
import type { People } from './people.ts';
import type { Person, Session } from './session.ts';
import type { Invitation, LifeOfA } from './world.ts';

export type Colleague =
  | 'viewer'
  | 'bare'
  | 'leaving'
  | 'removed'
  | 'demoted'
  | 'lapsed'
  | 'looker'
  | 'billing'
  | 'admin'
  | 'auditor'
  | 'mechanic'
  | 'keeper'
  | 'narrowed';

/** Long enough to be given, short enough to be over when the world is there. */
const LAPSES_AFTER_MS = 2_000;

interface Member {
  readonly session: Session;
  readonly memberId: string;
}

/** Colleagues join and leave company A, are invited, export, and get a morning mail. */
export async function liveInA(given: {
  readonly owner: Session;
  readonly people: People;
  /** The employee whose messages viewers are granted. */
  readonly granted: string;
  /** Another one, who meets the first in a room. */
  readonly roommate: string;
  readonly expired: Invitation;
  readonly madeUp: MadeUp;
}): Promise<{
  readonly life: Omit<LifeOfA, 'made'>;
  readonly sessions: Readonly<Record<Colleague, Session>>;
}> {
  const { owner, people, granted, roommate, expired, madeUp } = given;
  const inviteViewer = ({ email }: Person): Promise<Invitation> => invite(owner, email, 'viewer', [granted]);
  const join = async (person: Person, { token }: Invitation): Promise<Member> => {
    const session = owner.fresh();
    await session.signUp(person);
    await session.send('POST', '/v1/invitations/accept', { token });
    const { memberId } = await session.get<{ memberId: string }>('/v1/me');
    return { session, memberId };
  };
  const joinAsViewer = async (person: Person): Promise<Member> => join(person, await inviteViewer(person));
  const joinAs = async (person: Person, role: 'admin' | 'viewer' | 'billing' | 'auditor'): Promise<Member> =>
    join(person, await invite(owner, person.email, role, role === 'viewer' ? [granted] : []));
  const [demoted, lapsed, looker, billing, admin, auditor, mechanic, keeper, narrowed] = await Promise.all([
    joinAs(people.demoted, 'admin'),
    joinAs(people.lapsed, 'viewer'),
    joinAs(people.looker, 'viewer'),
    joinAs(people.billing, 'billing'),
    joinAs(people.admin, 'admin'),
    joinAs(people.auditor, 'auditor'),
    joinAs(people.mechanic, 'auditor'),
    joinAs(people.keeper, 'auditor'),
    joinAs(people.narrowed, 'viewer'),
  ]);
  const [viewer, bare, leaving, removed, open, spare, revoked] = await Promise.all([
    joinAsViewer(people.viewer),
    joinAsViewer(people.bare),
    joinAsViewer(people.leaving),
    invite(owner, people.removed.email, 'admin', []).then((invitation) => join(people.removed, invitation)),
    inviteViewer(people.open),
    inviteViewer(people.spare),
    inviteViewer(people.revoked),
  ]);
  await demoted.session.get('/v1/members');
  await owner.send('PATCH', `/v1/members/${demoted.memberId}`, { role: 'viewer' });
  const grantOf = async ({ memberId }: Member, terms: object): Promise<void> => {
    await owner.send('PUT', `/v1/grants/${memberId}`, { employees: [] });
    await owner.send('POST', `/v1/members/${memberId}/grants`, { employees: [granted], ...terms });
  };
  // Rights that no role of ours has together: what one gate refuses, the next would let through.
  const giveRole = async ({ memberId }: Member, name: string, actions: readonly string[]): Promise<void> => {
    const role = { name: madeUp.word(name), actions, reach: 'granted' };
    const { roleId } = await owner.send<{ roleId: string }>('POST', '/v1/roles', role);
    await owner.send('PATCH', `/v1/members/${memberId}`, { role: 'custom', roleId });
  };
  await giveRole(mechanic, '机务-', ['connect', 'read_searches', 'bill']);
  await giveRole(keeper, '档案-', ['view', 'connect', 'read_searches']);
  for (const member of [keeper, auditor]) await grantOf(member, { actions: ['view'] });
  await owner.send('DELETE', `/v1/members/${removed.memberId}`);
  await owner.send('PUT', `/v1/grants/${bare.memberId}`, { employees: [] });
  await owner.send('DELETE', `/v1/invitations/${revoked.invitationId}`);

  const { memberId } = await owner.get<{ memberId: string }>('/v1/me');
  const scheduleName = madeUp.word('晨报');
  const { scheduleId } = await owner.send<{ scheduleId: string }>('POST', '/v1/export-schedules', {
    name: scheduleName,
    timeOfDay: '03:17',
    zone: 'Asia/Shanghai',
    recipients: [memberId, viewer.memberId, narrowed.memberId, looker.memberId],
  });
  await owner.send('POST', `/v1/export-schedules/${scheduleId}/run`, {});
  const [exportId, viewerExportId, ownersLink, viewersLink, narrowedsLink, lookersLink] = await Promise.all([
    exportAll(owner),
    exportAll(viewer.session),
    readMailedToken(owner, people.ownerA.email, 'links'),
    readMailedToken(owner, people.viewer.email, 'links'),
    readMailedToken(owner, people.narrowed.email, 'links'),
    readMailedToken(owner, people.looker.email, 'links'),
  ]);
  await owner.send('PUT', `/v1/grants/${narrowed.memberId}`, { employees: [roommate] });
  await grantOf(looker, { actions: ['view'] });
  await grantOf(lapsed, { expiresAt: Date.now() + LAPSES_AFTER_MS });
  await waitUntil(
    'a grant has run out',
    async () => (await lapsed.session.get<{ scope: { kind: string } }>('/v1/me')).scope.kind === 'none',
    { seconds: 10 },
  );
  const findings = await owner.get<{ items: { findingId: string }[] }>('/v1/findings');
  return {
    life: {
      exportId,
      viewerExportId,
      scheduleId,
      scheduleName,
      links: { owner: ownersLink, viewer: viewersLink, narrowed: narrowedsLink, looker: lookersLink },
      invitations: { open, spare, revoked, expired },
      members: {
        owner: memberId,
        viewer: viewer.memberId,
        bare: bare.memberId,
        leaving: leaving.memberId,
        demoted: demoted.memberId,
        lapsed: lapsed.memberId,
        looker: looker.memberId,
        billing: billing.memberId,
        admin: admin.memberId,
        auditor: auditor.memberId,
        mechanic: mechanic.memberId,
        keeper: keeper.memberId,
        narrowed: narrowed.memberId,
      },
      findingId: findings.items[0]?.findingId ?? '',
    },
    sessions: {
      viewer: viewer.session,
      bare: bare.session,
      leaving: leaving.session,
      removed: removed.session,
      demoted: demoted.session,
      lapsed: lapsed.session,
      looker: looker.session,
      billing: billing.session,
      admin: admin.session,
      auditor: auditor.session,
      mechanic: mechanic.session,
      keeper: keeper.session,
      narrowed: narrowed.session,
    },
  };
}
