import type { TenantId, UserId } from '@highwater/domain';
import { newId, ROW_TIME } from '@highwater/testkit';
import { expect } from 'vitest';
import * as db from '../../index.ts';
import { NO_SUCH_ROW, refused, type Cases } from './isolation-case.ts';
import { TAG } from './seed-enrichment.ts';
import { CHEN } from './seed-people.ts';

const NOW = ROW_TIME + 1000;
const NOBODY = expect.objectContaining({ clauses: [] });
export const STRANGER = '隔壁公司';

export const COMPANY_CASES = {
  findReadingSettings: {
    run: (tx) => db.findReadingSettings(tx),
    nothing: expect.objectContaining({ dialogGapMinutes: 30 }),
  },
  findTenant: { run: (tx) => db.findTenant(tx), nothing: expect.objectContaining({ name: STRANGER }) },
  getTenant: { run: (tx) => db.getTenant(tx), nothing: expect.objectContaining({ name: STRANGER }) },
  // A tenant is made inside itself only; the owner's half shows that there it can be made.
  insertTenant: {
    run: async (tx, seed) => {
      const tenantId = newId<TenantId>();
      if (tx.tenantId === seed.tenantId) await tx.query("SELECT set_config('hw.tenant', $1, true)", [tenantId]);
      const tenant = {
        name: 'x',
        zone: 'UTC',
        language: 'en',
        createdAt: NOW,
        wrappedDataKey: Buffer.from('x'),
      } as const;
      await db.insertTenant({ ...tx, tenantId }, tenant);
      return 'made';
    },
    nothing: refused('42501'),
    needsRls: true,
  },
  // Everybody has a key; the stranger asks for the seeded tenant's.
  findWrappedKey: {
    run: (tx, seed) => db.findWrappedKey({ ...tx, tenantId: seed.tenantId }),
    nothing: undefined,
    needsRls: true,
  },
  findMember: { run: (tx, seed) => db.findMember(tx, seed.ownerId, true), nothing: undefined },
  getMember: { run: (tx, seed) => db.getMember(tx, seed.ownerId), nothing: refused('thing.missing') },
  findMemberByEmail: { run: (tx) => db.findMemberByEmail(tx, 'OWNER@example.com'), nothing: undefined },
  listMembers: { run: (tx) => db.listMembers(tx, { after: null, limit: 10 }), nothing: [] },
  listMembersByIds: { run: (tx, seed) => db.listMembersByIds(tx, [seed.ownerId, seed.viewerId]), nothing: [] },
  lockOwners: { run: (tx) => db.lockOwners(tx), nothing: [] },
  insertMember: {
    run: (tx) =>
      db.insertMember(tx, {
        memberId: newId(),
        userId: newId<UserId>(),
        email: 'x@example.com',
        name: 'x',
        role: 'viewer',
        language: null,
        joinedAt: NOW,
      }),
    nothing: true,
  },
  markMemberRemoved: { run: (tx, seed) => db.markMemberRemoved(tx, seed.viewerId), nothing: undefined },
  updateMemberLanguage: { run: (tx, seed) => db.updateMemberLanguage(tx, seed.viewerId, 'en'), nothing: undefined },
  insertGrant: {
    run: (tx, { viewerId, ownerId }) =>
      db.insertGrant(tx, {
        grantId: newId(),
        memberId: viewerId,
        employees: [CHEN],
        grantedBy: ownerId,
        grantedAt: NOW,
      }),
    nothing: NO_SUCH_ROW,
  },
  listGrantsOf: {
    run: (tx, { connectionId }) => {
      const place = { connectionId, departmentId: '1' };
      const grants = (['message', 'now'] as const).map((asOf) => ({
        ...db.NO_TERMS,
        departments: { places: [place], asOf },
      }));
      return db.listGrantsOf(tx, {
        personKey: null,
        grants: [...grants, { ...db.NO_TERMS, tags: [{ connectionId, tagId: TAG }] }],
      });
    },
    nothing: [NOBODY, NOBODY, NOBODY],
  },
  listCustomerTags: { run: (tx) => db.listCustomerTags(tx, 10), nothing: [] },
  listTagsByPlace: {
    run: (tx, { connectionId }) => db.listTagsByPlace(tx, [{ connectionId, tagId: TAG }]),
    nothing: [],
  },
  updateGrant: {
    run: async (tx, { viewerId }) => {
      const { rows } = await tx.query<{ id: string }>(
        'SELECT grant_id AS id FROM hw.grants ORDER BY granted_at LIMIT 1',
      );
      const terms = { ...db.NO_TERMS, isEverything: true, note: null };
      return db.updateGrant(tx, viewerId, rows[0]?.id ?? newId(), terms);
    },
    nothing: false,
  },
  revokeGrant: {
    run: async (tx, { viewerId, ownerId }) => {
      const { rows } = await tx.query<{ id: string }>(
        'SELECT grant_id AS id FROM hw.grants ORDER BY granted_at LIMIT 1',
      );
      return db.revokeGrant(tx, viewerId, rows[0]?.id ?? newId(), ownerId, NOW);
    },
    nothing: false,
  },
  countSeenPeople: { run: (tx) => db.countSeenPeople(tx, { kind: 'all' }, 'external_contact', 10), nothing: 0 },
  countSeenRooms: { run: (tx) => db.countSeenRooms(tx, { kind: 'all' }, 10), nothing: 0 },
  listRoomsByIds: { run: (tx, { roomId }) => db.listRoomsByIds(tx, [roomId]), nothing: [] },
  listRoles: { run: (tx) => db.listRoles(tx, NOW), nothing: [] },
  countMembersByRole: { run: (tx) => db.countMembersByRole(tx, NOW), nothing: [] },
  findRole: { run: (tx, { roleId }) => db.findRole(tx, roleId, NOW, 'UPDATE'), nothing: undefined },
  insertRole: {
    run: (tx, { ownerId }) =>
      db.insertRole(tx, {
        roleId: newId(),
        name: '临时',
        actions: ['view'],
        reach: 'granted',
        madeBy: ownerId,
        madeAt: NOW,
      }),
    nothing: true,
  },
  updateRole: {
    // The owner's company has another role of that name.
    run: (tx) => db.updateRole(tx, { roleId: newId(), name: '外部律师', actions: [], reach: 'granted' }),
    nothing: true,
  },
  markRoleRemoved: { run: (tx, { roleId }) => db.markRoleRemoved(tx, roleId, NOW), nothing: undefined },
  updateMemberRole: {
    run: (tx, seed) => db.updateMemberRole(tx, seed.viewerId, { role: 'legal', roleId: null }),
    nothing: undefined,
  },
  updateMemberPerson: { run: (tx, seed) => db.updateMemberPerson(tx, seed.viewerId, CHEN), nothing: undefined },
  listDepartments: { run: (tx) => db.listDepartments(tx, { text: null, after: null, limit: 10 }), nothing: [] },
  listDepartmentsByPlace: {
    run: (tx, { connectionId }) => db.listDepartmentsByPlace(tx, [{ connectionId, departmentId: '1' }]),
    nothing: [],
  },
  revokeGrants: { run: (tx, seed) => db.revokeGrants(tx, seed.viewerId, seed.ownerId, NOW), nothing: undefined },
  appendAudit: {
    run: (tx, seed) =>
      db.appendAudit(tx, {
        auditId: newId(),
        at: NOW,
        memberId: seed.ownerId,
        actor: 'member',
        event: 'member.removed',
        subject: null,
        detail: {},
        address: null,
        requestId: null,
      }),
    nothing: undefined,
  },
  appendAuditOnce: {
    // The owner's log has that line already.
    run: (tx, seed) =>
      db.appendAuditOnce(
        tx,
        {
          auditId: newId(),
          at: NOW,
          memberId: seed.ownerId,
          actor: 'member',
          event: 'member.invited',
          subject: null,
          detail: {},
          address: null,
          requestId: null,
        },
        0,
      ),
    nothing: true,
  },
  linkAudit: { run: (tx) => db.linkAudit(tx, NOW, 10), nothing: 0 },
  findAuditPlace: { run: (tx) => db.findAuditPlace(tx, null), nothing: undefined },
  insertAuditCheckpoint: {
    run: (tx) => db.insertAuditCheckpoint(tx, { slotAt: NOW, position: 1, line: '{}', signedAt: NOW }),
    nothing: true,
  },
  listCheckpointsBeyond: { run: (tx) => db.listCheckpointsBeyond(tx, 10), nothing: [] },
  listAuditLinks: { run: (tx) => db.listAuditLinks(tx, 0, 10), nothing: [] },
  listUnlinkedAudit: {
    run: (tx) => db.listUnlinkedAudit(tx, { after: null, until: NOW, limit: 10 }),
    nothing: { rows: [], last: null },
  },
  listLostAudit: { run: (tx) => db.listLostAudit(tx, 10), nothing: [] },
  findFactorRule: { run: (tx) => db.findFactorRule(tx), nothing: false },
  updateFactorRule: { run: (tx) => db.updateFactorRule(tx, false), nothing: false },
  lockKeptAnswer: { run: (tx, seed) => db.lockKeptAnswer(tx, seed.ownerId, 'kept'), nothing: undefined },
  keepAnswer: {
    run: (tx, seed) =>
      db.keepAnswer(tx, {
        memberId: seed.ownerId,
        key: 'another',
        route: 'POST /exports',
        requestHash: 'hash',
        status: 201,
        answer: {},
        createdAt: NOW,
      }),
    nothing: undefined,
  },
  findInvitation: { run: (tx, seed) => db.findInvitation(tx, seed.invitationId, true), nothing: undefined },
  listInvitations: { run: (tx) => db.listInvitations(tx, { before: null, limit: 10 }), nothing: [] },
  insertInvitation: {
    run: (tx, seed) =>
      db.insertInvitation(tx, {
        invitationId: newId(),
        email: 'x@example.com',
        role: 'admin',
        language: 'en',
        tokenHash: 'hash',
        invitedBy: seed.ownerId,
        createdAt: NOW,
        expiresAt: NOW,
      }),
    nothing: undefined,
  },
  markInvitationAccepted: {
    run: (tx, seed) => db.markInvitationAccepted(tx, seed.invitationId, NOW),
    nothing: undefined,
  },
  markInvitationRevoked: {
    run: (tx, seed) => db.markInvitationRevoked(tx, seed.invitationId, NOW),
    nothing: undefined,
  },
  revokeInvitationsTo: { run: (tx) => db.revokeInvitationsTo(tx, 'New@example.com', NOW), nothing: undefined },
} satisfies Partial<Cases>;
