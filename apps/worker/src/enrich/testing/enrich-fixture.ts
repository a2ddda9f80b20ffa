import { furtherSecretPlace, sealToBox } from '@highwater/crypto';
import {
  inTenant,
  deleteConnectionSecret,
  saveConnectionSecret,
  saveConversations,
  savePeople,
  saveRooms,
  type LoginSettings,
  type PersonKind,
} from '@highwater/db';
import type {
  ConnectionId,
  ConversationId,
  EmployeeRecord,
  EnrichmentKind,
  ExternalContactRecord,
  FollowRecord,
  PersonKey,
  RoomId,
  RoomRecord,
  TenantId,
} from '@highwater/domain';
import { newId } from '@highwater/testkit';
import { createChainFixture } from '../../testing/chain-fixture.ts';
import { FakeContacts } from '../../testing/fake-contacts.ts';
import { enrich } from '../enrich.ts';

export type EnrichFixture = Awaited<ReturnType<typeof createEnrichFixture>>;

export const external = (name: string): PersonKey => `wm${name.padEnd(24, 'x')}` as PersonKey;

/** A chain with a connection whose three secrets work, people and rooms as opening pages leaves them, and a WeCom in memory. */
export async function createEnrichFixture(superuser: LoginSettings) {
  const chain = await createChainFixture(superuser);
  const place = { tenantId: '' as TenantId, connectionId: '' as ConnectionId };
  const of = { contacts: new FakeContacts() };
  // Every test begins with nobody at WeCom.
  const deps: typeof chain.deps = Object.create(chain.deps, { contacts: { get: () => of.contacts } });

  return {
    chain,
    deps,
    clock: chain.clock,
    place,
    get contacts(): FakeContacts {
      return of.contacts;
    },

    /** A new tenant with a new connection. */
    async begin(purposes: readonly ('customer_contact' | 'contacts')[] = ['customer_contact', 'contacts']) {
      of.contacts = new FakeContacts();
      of.contacts.secrets.archive = chain.finance.archiveSecret;
      chain.freeCorp();
      place.tenantId = await chain.makeTenant();
      place.connectionId = (await chain.connect(place.tenantId)).connectionId;
      for (const purpose of purposes) await this.giveSecret(purpose);
    },

    async giveSecret(purpose: 'customer_contact' | 'contacts', secret = of.contacts.secrets[purpose]): Promise<void> {
      const { tenantId, connectionId } = place;
      const at = furtherSecretPlace(tenantId, connectionId, purpose);
      await inTenant(chain.database, tenantId, (tx) =>
        saveConnectionSecret(
          tx,
          connectionId,
          purpose,
          {
            secretSealed: sealToBox(chain.box.publicPem, at, Buffer.from(secret)),
            setAt: chain.clock.at,
            setBy: newId(),
          },
          { state: 'accepted', fault: null, detail: {}, checkedAt: chain.clock.at },
        ),
      );
    },

    async takeSecret(purpose: 'customer_contact' | 'contacts'): Promise<void> {
      await inTenant(chain.database, place.tenantId, (tx) => deleteConnectionSecret(tx, place.connectionId, purpose));
    },

    async addPeople(kind: PersonKind, writtenAs: readonly string[]): Promise<void> {
      const seen = { kind, firstAt: chain.clock.at, lastAt: chain.clock.at };
      await inTenant(chain.database, place.tenantId, (tx) =>
        savePeople(
          tx,
          place.connectionId,
          writtenAs.map((id) => ({
            ...seen,
            writtenAs: id,
            personKey: (kind === 'employee' ? id.toLowerCase() : id) as PersonKey,
          })),
        ),
      );
    },

    async addRoom(roomId: string, isExternal: boolean): Promise<void> {
      const seen = { isExternal, firstAt: chain.clock.at, lastAt: chain.clock.at };
      await inTenant(chain.database, place.tenantId, (tx) =>
        saveRooms(tx, place.connectionId, [{ roomId: roomId as RoomId, conversationId: newId(), ...seen }]),
      );
    },

    async addPair(one: PersonKey, other: PersonKey): Promise<void> {
      const seen = { isExternal: true, firstAt: chain.clock.at, lastAt: chain.clock.at };
      await inTenant(chain.database, place.tenantId, (tx) =>
        saveConversations(tx, place.connectionId, [
          { conversationId: newId<ConversationId>(), kind: 'pair', roomId: null, people: [one, other], ...seen },
        ]),
      );
    },

    /** Turns of a kind until it is done; returns how many. */
    async enrich(kind: EnrichmentKind): Promise<number> {
      for (let turns = 1; ; turns += 1) {
        await enrich(deps, { ...place, kind });
        if (!(await this.hasNextTurn(kind))) return turns;
      }
    },

    /** Whether a turn enqueued another; takes it from the queue. */
    async hasNextTurn(kind: EnrichmentKind): Promise<boolean> {
      const jobs = await chain.boss.fetch<{ kind: EnrichmentKind; connectionId: string }>('enrich', { batchSize: 50 });
      for (const { id } of jobs) await chain.boss.complete('enrich', id);
      return jobs.some(({ data }) => data.kind === kind && data.connectionId === place.connectionId);
    },

    async read<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
      return chain.read<Row>(place.tenantId, text, values);
    },

    person: async (key: string) => {
      const [row] = await chain.read<{
        name: string | null;
        state: string;
        fault: string | null;
        misses: number;
        next: number;
        lookedAt: number | null;
      }>(
        place.tenantId,
        'SELECT name, state, fault, misses, next_look_at AS next, looked_at AS "lookedAt" FROM hw.people WHERE person_key = $1',
        [key],
      );
      return row;
    },
    room: async (id: string) => {
      const [row] = await chain.read<{
        name: string | null;
        state: string;
        fault: string | null;
        next: number;
        lookedAt: number | null;
      }>(
        place.tenantId,
        'SELECT name, state, fault, next_look_at AS next, looked_at AS "lookedAt" FROM hw.rooms WHERE room_id = $1',
        [id],
      );
      return row;
    },
    enrichment: async (kind: EnrichmentKind) => {
      const [row] = await chain.read<{ fault: string | null; next: number; stops: number; cursor: string | null }>(
        place.tenantId,
        'SELECT fault, next_run_at AS next, stops, cursor FROM hw.enrichments WHERE kind = $1',
        [kind],
      );
      return row;
    },
    intervals: (subject: string, key: string, attribute: string) =>
      chain.read<{ value: string; from: number; until: number; ended: number | null }>(
        place.tenantId,
        `SELECT value, seen_from AS from, seen_until AS until, ended_by AS ended FROM hw.intervals
         WHERE subject = $1 AND subject_key = $2 AND attribute = $3 ORDER BY seen_from`,
        [subject, key, attribute],
      ),
    close: () => chain.close(),
  };
}

export function employee(writtenAs: string, more: Partial<EmployeeRecord> = {}): EmployeeRecord {
  return {
    personKey: writtenAs.toLowerCase() as PersonKey,
    writtenAs,
    name: `员工${writtenAs}`,
    alias: null,
    position: '销售',
    departmentIds: ['1'],
    status: 'active',
    ...more,
  };
}

export function follow(employeeKey: string, more: Partial<FollowRecord> = {}): FollowRecord {
  return {
    employeeKey: employeeKey as PersonKey,
    remark: null,
    description: null,
    addedAt: null,
    tags: [],
    remarkCorpName: null,
    remarkMobiles: [],
    addWay: 1,
    ...more,
  };
}

export function customer(
  externalKey: PersonKey,
  follows: readonly FollowRecord[],
  more: Partial<ExternalContactRecord> = {},
): ExternalContactRecord {
  return {
    externalKey,
    name: `客户${externalKey.slice(2, 8)}`,
    corpName: null,
    position: null,
    contactType: 1,
    unionid: `o${externalKey}`,
    follows,
    ...more,
  };
}

export function room(roomId: string, roomKind: 'customer' | 'internal', members: readonly string[]): RoomRecord {
  return {
    roomId: roomId as RoomId,
    roomKind,
    name: `群${roomId}`,
    owner: (members[0] ?? null) as PersonKey | null,
    notice: null,
    madeAt: null,
    members: members.map((personKey) => ({
      personKey: personKey as PersonKey,
      joinedAt: null,
      nickname: null,
      name: `成员${personKey.slice(0, 8)}`,
      unionid: null,
      invitedBy: null,
      isAdmin: false,
    })),
  };
}
