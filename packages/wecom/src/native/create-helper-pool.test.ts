import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { type CorpCredentials, FaultError } from '@highwater/domain';
import { describe, expect, it } from 'vitest';
import { buildHelper } from './compile/index.ts';
import { createHelperPool } from './create-helper-pool.ts';
import type { HelperLease, HelperPool, HelperSettings } from './lease-helper.ts';
import { COMPILERS, MISSING_COMPILERS } from './testing/compilers.ts';
import { placeStandIn } from './testing/place-stand-in.ts';
import { IS_ROOT, NOBODY } from './testing/start-stand-in-helper.ts';

const PROXY = { address: 'http://127.0.0.1:1', login: 'user:password' };
const A: CorpCredentials = { corpId: 'wwaaaa', archiveSecret: 'secret-a' };
const B: CorpCredentials = { corpId: 'wwbbbb', archiveSecret: 'secret-b' };
const C: CorpCredentials = { corpId: 'wwcccc', archiveSecret: 'secret-c' };

interface Report {
  readonly pid: number;
  readonly corpid: string;
  readonly inits: number;
  readonly chats: number;
}

async function start(settings: Partial<HelperSettings> = {}) {
  const standIn = await placeStandIn();
  await standIn.control('GetChatData.report 1');
  const pool = createHelperPool({
    program: await buildHelper(),
    library: standIn.path,
    pinnedHashes: [standIn.sha256],
    ...(IS_ROOT && { user: NOBODY }),
    ...settings,
  });
  return {
    standIn,
    pool,
    async [Symbol.asyncDispose]() {
      await pool.close();
      await standIn[Symbol.asyncDispose]();
    },
  };
}

async function ask(lease: HelperLease): Promise<Report> {
  return JSON.parse(Buffer.from((await lease.chat(0n, 1, PROXY, 1)).bytes).toString('utf8'));
}

/** Which process serves this corp, after one whole lease. */
async function pidOf(pool: HelperPool, corp: CorpCredentials): Promise<number> {
  const lease = await pool.lease(corp);
  const { pid } = await ask(lease);
  lease.end();
  return pid;
}

async function faultOf(work: Promise<unknown>): Promise<FaultError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof FaultError) return error;
  throw new Error('no FaultError was thrown', { cause: error });
}

const isThere = (pid: number): boolean => existsSync(`/proc/${pid}`);

it.each(MISSING_COMPILERS)('nothing of this ran: there is no %s here', () => {
  expect(COMPILERS).toEqual([]);
});

describe.each(COMPILERS)('leases of helpers compiled by %s', { timeout: 60_000 }, () => {
  it('keep a process for its corp: the next lease has the same one, another corp never', async () => {
    await using it = await start();
    const first = await pidOf(it.pool, A);
    expect(await pidOf(it.pool, B)).not.toBe(first);
    const lease = await it.pool.lease(A);
    expect(await ask(lease)).toMatchObject({ pid: first, corpid: A.corpId, inits: 1, chats: 2 });
    lease.end();
    expect(it.pool.restarts).toBe(0);
  });

  it('never give one process two corps, however many corps take turns on few places', async () => {
    await using it = await start({ mostProcesses: 2 });
    const owners = new Map<number, Set<string>>();
    let running = 0;
    const corps = Array.from({ length: 6 }, (_, at) => ({ corpId: `ww${at}`, archiveSecret: `secret-${at}` }));
    await Promise.all(
      [...corps, ...corps, ...corps].map(async (corp) => {
        const lease = await it.pool.lease(corp);
        running += 1;
        expect(running).toBeLessThanOrEqual(2);
        const { pid, corpid } = await ask(lease);
        expect(corpid).toBe(corp.corpId);
        owners.set(pid, (owners.get(pid) ?? new Set()).add(corpid));
        running -= 1;
        lease.end();
      }),
    );
    expect([...owners.values()].every((corpIds) => corpIds.size === 1)).toBe(true);
    expect(owners.size).toBeGreaterThanOrEqual(6);
  });

  it('wait for the one handle of their corp', async () => {
    await using it = await start();
    const first = await it.pool.lease(A);
    let served = false;
    const second = it.pool.lease(A).then((lease) => {
      served = true;
      return lease;
    });
    const { pid } = await ask(first);
    expect(served).toBe(false);
    first.end();
    const lease = await second;
    expect((await ask(lease)).pid).toBe(pid);
    lease.end();
  });

  it('are given by turns between corps, not to who asked most', async () => {
    await using it = await start({ mostProcesses: 1 });
    const order: string[] = [];
    const first = await it.pool.lease(C);
    const waiting = [A, A, A, B, B].map(async (corp) => {
      const lease = await it.pool.lease(corp);
      order.push(corp.corpId);
      await ask(lease);
      lease.end();
    });
    first.end();
    await Promise.all(waiting);
    expect(order).toEqual([A, B, A, B, A].map(({ corpId }) => corpId));
  });

  it('with a changed secret have another process, and the old one ends', async () => {
    await using it = await start();
    const old = await pidOf(it.pool, A);
    const renewed = { ...A, archiveSecret: 'new' };
    expect(await pidOf(it.pool, renewed)).not.toBe(old);
    expect(isThere(old)).toBe(false);
    // Also where the old one is in use when the new one is asked for.
    const lease = await it.pool.lease(A);
    const { pid } = await ask(lease);
    const next = pidOf(it.pool, renewed);
    lease.end();
    expect(await next).not.toBe(pid);
    expect(isThere(pid)).toBe(false);
  });

  it('that are discarded leave nothing to the next', async () => {
    await using it = await start();
    const lease = await it.pool.lease(A);
    const { pid } = await ask(lease);
    lease.discard();
    lease.end();
    await expect(lease.chat(0n, 1, PROXY, 1)).rejects.toThrow('the lease is over');
    expect(await pidOf(it.pool, A)).not.toBe(pid);
    expect(isThere(pid)).toBe(false);
    expect(it.pool.restarts).toBe(0);
  });

  it('end their process when nobody wants it any more', async () => {
    await using it = await start({ idleMs: 20 });
    const pid = await pidOf(it.pool, A);
    await expect.poll(() => isThere(pid)).toBe(false);
    expect(await pidOf(it.pool, A)).not.toBe(pid);
    expect(it.pool.restarts).toBe(0);
  });

  it('replace a process after its calls, also in the middle of a lease', async () => {
    await using it = await start({ mostCalls: 3 });
    const lease = await it.pool.lease(A);
    const pids: number[] = [];
    for (let call = 0; call < 4; call += 1) pids.push((await ask(lease)).pid);
    lease.end();
    // Init is a call too.
    expect(pids[0]).toBe(pids[1]);
    expect(pids[2]).toBe(pids[3]);
    expect(pids[1]).not.toBe(pids[2]);
    expect(await pidOf(it.pool, A)).not.toBe(pids[3]);
    expect(it.pool.restarts).toBe(2);
  });

  it('replace a process that grew too large', async () => {
    await using it = await start({ mostMemoryBytes: 40_000_000 });
    await it.standIn.control('GetChatData.report 1', 'GetChatData.leak_bytes 50000000');
    const first = await pidOf(it.pool, A);
    expect(await pidOf(it.pool, A)).not.toBe(first);
    expect(it.pool.restarts).toBe(2);
  });

  it('cost one call when the library dies: the next call of the lease has a new process', async () => {
    await using it = await start();
    const lease = await it.pool.lease(A);
    const { pid } = await ask(lease);
    await it.standIn.control('GetChatData.crash abort');
    const error = await faultOf(lease.chat(0n, 1, PROXY, 1));
    expect([error.fault, error.detail]).toEqual(['helper.died', { signal: 'SIGABRT' }]);
    await it.standIn.control('GetChatData.report 1');
    expect((await ask(lease)).pid).not.toBe(pid);
    lease.end();
    expect(it.pool.restarts).toBe(1);
  });

  it('kill a library that hangs after twice its timeout and the grace', async () => {
    await using it = await start({ graceMs: 100 });
    const lease = await it.pool.lease(A);
    const { pid } = await ask(lease);
    await it.standIn.control('GetChatData.hang 1');
    const error = await faultOf(lease.chat(0n, 1, PROXY, 1));
    expect([error.fault, error.detail]).toEqual(['helper.timed_out', { ms: 2100 }]);
    lease.end();
    await it.standIn.control('GetChatData.report 1');
    expect(await pidOf(it.pool, A)).not.toBe(pid);
    expect(it.pool.restarts).toBe(1);
  });

  it('refuse what the library must not see before anything is sent', async () => {
    await using it = await start();
    const lease = await it.pool.lease(A);
    for (const limit of [0, 1001, 1.5]) await expect(lease.chat(0n, limit, PROXY, 1)).rejects.toThrow(RangeError);
    for (const seconds of [0, -1, 0.5, 3601]) {
      await expect(lease.chat(0n, 1, PROXY, seconds)).rejects.toThrow(RangeError);
      await expect(lease.media('file', '', PROXY, seconds)).rejects.toThrow(RangeError);
    }
    await expect(lease.chat(-1n, 1, PROXY, 1)).rejects.toThrow(RangeError);
    await expect(lease.chat(2n ** 64n, 1, PROXY, 1)).rejects.toThrow(RangeError);
    expect((await ask(lease)).chats).toBe(1);
    lease.end();
  });

  it('fail by name: credentials without text, no library, a library that is none, no program', async () => {
    await using it = await start();
    const refused = await faultOf(it.pool.lease({ ...A, archiveSecret: '' }));
    expect([refused.fault, refused.detail]).toEqual(['wecom.arguments', { code: 10_000 }]);

    await using missing = await start({ library: `${it.standIn.folder}/nothing.so` });
    expect((await faultOf(missing.pool.lease(A))).fault).toBe('library.missing');
    await using unpinned = await start({ pinnedHashes: [] });
    expect((await faultOf(unpinned.pool.lease(A))).fault).toBe('library.refused');
    await using nowhere = await start({ program: `${it.standIn.folder}/no-program` });
    expect((await faultOf(nowhere.pool.lease(A))).fault).toBe('helper.died');
    await using talking = await start({ program: '/usr/bin/yes' });
    const talked = await faultOf(talking.pool.lease(A));
    expect([talked.fault, talked.detail]).toEqual(['helper.died', { frame: 'length' }]);
    // Each failure gave its place back.
    expect((await faultOf(nowhere.pool.lease(A))).fault).toBe('helper.died');
    expect(await pidOf(it.pool, A)).toBeGreaterThan(0);
  });

  it('load the library that was hashed, also when its file is exchanged later', async () => {
    await using it = await start();
    await pidOf(it.pool, A);
    await writeFile(it.standIn.path, 'something else');
    expect(await pidOf(it.pool, B)).toBeGreaterThan(0);
  });

  it('are over when the pool closes: waiting and running calls end, no process stays', async () => {
    await using it = await start({ mostProcesses: 2 });
    const idle = await pidOf(it.pool, B);
    const lease = await it.pool.lease(A);
    const { pid } = await ask(lease);
    await it.standIn.control('GetChatData.hang 1');
    const running = faultOf(lease.chat(0n, 1, PROXY, 60));
    const waiting = it.pool.lease(A).then(
      () => 'served',
      () => 'refused',
    );
    await it.pool.close();
    expect((await running).fault).toBe('helper.died');
    expect(await waiting).toBe('refused');
    expect([isThere(pid), isThere(idle)]).toEqual([false, false]);
    await expect(it.pool.lease(A)).rejects.toThrow('closed');
    lease.end();
  });
});
