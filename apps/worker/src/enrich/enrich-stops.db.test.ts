import { inTenant, wakeEnrichment } from '@highwater/db';
import { ENRICHMENT_KINDS, FaultError, type EnrichmentKind, type Fault } from '@highwater/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { tick } from '../sweep/sweep.ts';
import { Killed } from '../testing/chain-fixture.ts';
import { enrich } from './enrich.ts';
import { DUE_ENRICHMENTS } from './enrich-sweep.ts';
import { LEASE_MS } from './enrich-turn.ts';
import { createEnrichFixture, employee, room, type EnrichFixture } from './testing/enrich-fixture.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let fixture: EnrichFixture;
beforeAll(async () => {
  fixture = await createEnrichFixture(inject('superuser'));
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.begin();
  await fixture.addPeople('employee', ['a', 'b', 'c']);
  for (const id of ['a', 'b', 'c']) fixture.contacts.employees.set(id, employee(id));
});

const findings = () =>
  fixture.read<{ fault: Fault; subject: string; resolved: boolean }>(
    `SELECT fault, split_part(subject, ':', 3) || ':' || split_part(subject, ':', 4) AS subject, resolved_at IS NOT NULL AS resolved
     FROM hw.findings ORDER BY since`,
  );

/** Lets the kind's own wait pass and tries again, until `minutes` are over. */
async function tryFor(kind: EnrichmentKind, minutes: number): Promise<void> {
  const end = fixture.clock.at + minutes * MINUTE;
  while (fixture.clock.at < end) {
    await fixture.enrich(kind);
    fixture.clock.at = Math.max((await fixture.enrichment(kind))?.next ?? 0, fixture.clock.at + MINUTE);
  }
}

describe('a fault of the way to WeCom', () => {
  it.each([
    'secret.wrong',
    'secret.wrong_kind',
    'ip.untrusted',
    'app.not_permitted',
    'wecom.unreachable',
    'wecom.busy',
    'wecom.token_refused',
  ] as const)('%s stops the kind and is no miss of anybody', async (fault) => {
    fixture.contacts.broken.set('getEmployee', { fault });
    await fixture.enrich('employees');
    expect(await fixture.person('a')).toMatchObject({ state: 'pending', misses: 0, fault: null, next: 0 });
    expect(await fixture.enrichment('employees')).toMatchObject({ fault, stops: 1 });
    expect(await findings()).toEqual([]);
  });

  it('in the settings makes it wait a minute, doubling up to an hour; another kind goes on', async () => {
    fixture.contacts.broken.set('getEmployee', { fault: 'ip.untrusted' });
    for (const wait of [1, 2, 4, 8, 16, 32, 60, 60]) {
      await fixture.enrich('employees');
      const next = (await fixture.enrichment('employees'))?.next ?? 0;
      expect(next - fixture.clock.at).toBeGreaterThan(wait * MINUTE * 0.89);
      expect(next - fixture.clock.at).toBeLessThan(wait * MINUTE * 1.11);
      fixture.clock.at = next;
    }
    await fixture.addRoom('wrTESTteam', false);
    fixture.contacts.rooms.set('wrTESTteam' as never, room('wrTESTteam', 'internal', ['a']));
    await fixture.enrich('rooms');
    expect(await fixture.room('wrTESTteam')).toMatchObject({ state: 'complete' });
  });

  it('is told after ten minutes, once, with what it means, and resolved by the first turn that gets through', async () => {
    fixture.contacts.broken.set('getEmployee', { fault: 'secret.wrong', detail: { errcode: 40001 } });
    await tryFor('employees', 9);
    expect(await findings()).toEqual([]);
    await tryFor('employees', 30);
    const subject = expect.stringMatching(/^secret:(?:contacts|customer_contact)$/) as string;
    expect(await findings()).toEqual([{ fault: 'secret.wrong', subject, resolved: false }]);
    fixture.contacts.broken.clear();
    await tryFor('employees', 90);
    expect(await findings()).toEqual([{ fault: 'secret.wrong', subject, resolved: true }]);
    expect(await fixture.person('a')).toMatchObject({ state: 'complete' });
    expect(await fixture.enrichment('employees')).toMatchObject({ fault: null, stops: 0 });
  });

  it('that is an outage is told once with the kinds that it stops, gives way to another cause, and ends with the last kind', async () => {
    const told = () =>
      fixture.read<{ fault: Fault; kinds: string; open: boolean }>(
        `SELECT fault, detail->>'enrichment' AS kinds, resolved_at IS NULL AS open FROM hw.findings ORDER BY since, fault`,
      );
    await fixture.addRoom('wrTESTteam', false);
    fixture.contacts.broken.set('getEmployee', { fault: 'wecom.failing', detail: { status: 500 } });
    fixture.contacts.broken.set('getInternalRoom', { fault: 'wecom.failing', detail: { status: 500 } });
    await tryFor('employees', 20);
    await tryFor('rooms', 20);
    expect(await told()).toEqual([{ fault: 'wecom.failing', kinds: 'employees,rooms', open: true }]);
    fixture.contacts.broken.set('getEmployee', { fault: 'ip.untrusted' });
    await tryFor('employees', 60);
    fixture.contacts.broken.delete('getInternalRoom');
    fixture.contacts.rooms.set('wrTESTteam' as never, room('wrTESTteam', 'internal', ['a']));
    await tryFor('rooms', 120);
    expect(await told()).toEqual([
      { fault: 'wecom.failing', kinds: 'employees,rooms', open: false },
      expect.objectContaining({ fault: 'ip.untrusted', kinds: 'employees' }),
    ]);
  });

  it('that throttles is waited out as long as it says, and looks that worked are kept', async () => {
    fixture.contacts.refused.set('c', { fault: 'wecom.throttled', detail: { retryAfterSeconds: 60 } });
    await fixture.enrich('employees');
    expect(await fixture.enrichment('employees')).toMatchObject({
      fault: 'wecom.throttled',
      stops: 0,
      next: fixture.clock.at + MINUTE,
    });
    expect(await fixture.person('a')).toMatchObject({ state: 'complete' });
    expect(await fixture.person('c')).toMatchObject({ state: 'pending', misses: 0 });
    fixture.contacts.refused.clear();
    await fixture.enrich('employees');
    expect(await fixture.person('c')).toMatchObject({ state: 'pending' });
    fixture.clock.at += MINUTE;
    await fixture.enrich('employees');
    expect(await fixture.person('c')).toMatchObject({ state: 'complete' });
  });

  it('that nobody explained is a miss of one thing, unless it meets everything', async () => {
    fixture.contacts.refused.set('b', { fault: 'wecom.error', detail: { errcode: 99999 } });
    await fixture.enrich('employees');
    expect(await fixture.person('a')).toMatchObject({ state: 'complete' });
    expect(await fixture.person('b')).toMatchObject({ state: 'pending', fault: 'wecom.error', misses: 1 });
    await fixture.addPeople('employee', ['d', 'e', 'f', 'g', 'h', 'i']);
    fixture.contacts.broken.set('getEmployee', { fault: 'wecom.error' });
    await fixture.enrich('employees');
    expect(await fixture.enrichment('employees')).toMatchObject({ fault: 'wecom.error' });
  });

  it('ends at once when a person asks again', async () => {
    fixture.contacts.broken.set('getEmployee', { fault: 'secret.wrong' });
    await fixture.enrich('employees');
    fixture.contacts.broken.clear();
    await fixture.enrich('employees');
    expect(await fixture.person('a')).toMatchObject({ state: 'pending' });
    await inTenant(fixture.deps.database, fixture.place.tenantId, (tx) =>
      wakeEnrichment(tx, fixture.place.connectionId, ['employees'], fixture.clock.at),
    );
    await fixture.enrich('employees');
    expect(await fixture.person('a')).toMatchObject({ state: 'complete' });
  });
});

describe('a turn', () => {
  it('that holds the kind is left alone by another worker', async () => {
    const held = Promise.withResolvers<void>();
    fixture.contacts.hanging = held.promise;
    const first = enrich(fixture.deps, { ...fixture.place, kind: 'employees' });
    while (fixture.contacts.calls.length === 0) await new Promise(setImmediate);
    await new Promise(setImmediate);
    const asked = fixture.contacts.calls.length;
    await enrich(fixture.deps, { ...fixture.place, kind: 'employees' });
    expect(fixture.contacts.calls).toHaveLength(asked);
    held.resolve();
    await first;
    expect(await fixture.person('a')).toMatchObject({ state: 'complete' });
  });

  it.each([
    ['enrich.called', 1],
    ['enrich.called', 2],
    ['enrich.called', 4],
    ['enrich.saved', 1],
    ['enrich.saved', 2],
  ] as const)(
    'killed at %s, hit %i, is done by the next after its lease, and nothing is written twice',
    async (name, hits) => {
      fixture.chain.killAt(name, hits);
      await expect(enrich(fixture.deps, { ...fixture.place, kind: 'employees' })).rejects.toThrow(Killed);
      await fixture.enrich('employees');
      fixture.clock.at += LEASE_MS;
      await fixture.enrich('employees');
      expect(await fixture.read("SELECT FROM hw.people WHERE state = 'complete'")).toHaveLength(3);
      expect(await fixture.read("SELECT FROM hw.intervals WHERE attribute = 'name'")).toHaveLength(3);
      expect(fixture.contacts.count('getEmployee')).toBeLessThanOrEqual(6);
    },
  );

  it('that the database stops is tried again and counts for nobody', async () => {
    const failing: typeof fixture.deps = Object.create(fixture.deps, {
      failpoint: {
        value: () => {
          throw new FaultError('database.unavailable');
        },
      },
    });
    await expect(enrich(failing, { ...fixture.place, kind: 'employees' })).rejects.toThrow('database.unavailable');
    expect(await fixture.person('a')).toMatchObject({ misses: 0 });
  });
});

describe('the sweep', () => {
  const jobs = async () => {
    const all = await fixture.read<{ kind: EnrichmentKind }>(
      `SELECT data->>'kind' AS kind FROM pgboss.job WHERE name = 'enrich' AND state = 'created'
         AND data->>'tenantId' = hw.current_tenant()::text ORDER BY 1`,
    );
    return all.map(({ kind }) => kind);
  };
  const runAll = async () => {
    const kinds = await jobs();
    await fixture.chain.boss.deleteQueuedJobs('enrich');
    for (const kind of kinds) await fixture.enrich(kind);
  };

  it('begins what has something to do, once however often it runs, and nothing that is done', async () => {
    await Promise.all([tick(fixture.deps, [DUE_ENRICHMENTS]), tick(fixture.deps, [DUE_ENRICHMENTS])]);
    expect(await jobs()).toEqual(ENRICHMENT_KINDS.toSorted());
    await runAll();
    await tick(fixture.deps, [DUE_ENRICHMENTS]);
    expect(await jobs()).toEqual([]);
    await fixture.addPeople('robot', ['wbTESTrobot0000000000000']);
    await fixture.addRoom('wrTESTroom', false);
    await tick(fixture.deps, [DUE_ENRICHMENTS]);
    expect(await jobs()).toEqual(['robots', 'rooms']);
    await runAll();
    fixture.clock.at += 2 * HOUR;
    await tick(fixture.deps, [DUE_ENRICHMENTS]);
    expect(await jobs()).toEqual(['consents', 'permits', 'robots', 'rooms']);
    await fixture.chain.boss.deleteQueuedJobs('enrich');
  });

  it('leaves out what waits after a fault, until its time has come', async () => {
    await tick(fixture.deps, [DUE_ENRICHMENTS]);
    fixture.contacts.broken.set('getEmployee', { fault: 'wecom.unreachable' });
    await runAll();
    await tick(fixture.deps, [DUE_ENRICHMENTS]);
    expect(await jobs()).toEqual([]);
    fixture.clock.at = (await fixture.enrichment('employees'))?.next ?? 0;
    await tick(fixture.deps, [DUE_ENRICHMENTS]);
    expect(await jobs()).toEqual(['employees']);
    await fixture.chain.boss.deleteQueuedJobs('enrich');
  });
});
