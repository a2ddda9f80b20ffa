import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Confinement } from './command.ts';
import { LIMITS } from './limits.ts';
import { decodeCommand, nodeCommand } from './node-command.ts';
import { probeSandbox } from './probe-sandbox.ts';
import { runJob } from './run-job.ts';

const ENTRY = fileURLToPath(new URL('./testing/hostile.ts', import.meta.url));
const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));
const MIB = 1024 * 1024;
const { confinement, layers } = await probeSandbox();

async function run(kind: string, argument = '', options: { confinement?: Confinement; signal?: AbortSignal } = {}) {
  const { answer, use } = await runJob(
    {
      command: nodeCommand([], [PACKAGE], [ENTRY, kind, argument]),
      size: 4,
      bytes: Readable.from([Buffer.alloc(4)]),
      confinement: options.confinement ?? confinement,
    },
    options.signal,
  );
  const text = 'made' in answer && answer.made === 'text' ? Buffer.from(answer.body).toString() : undefined;
  return { answer, use, text };
}

describe('a process that foreign bytes took over', { timeout: 120_000 }, () => {
  it('is ended by the kernel after five seconds of a core', async () => {
    const { answer, use } = await run('cpu');
    expect(answer).toEqual({ absent: 'copy.too_costly' });
    expect(use.cpuMs).toBeGreaterThan((LIMITS.cpuSeconds - 1) * 1000);
    expect(use.cpuMs).toBeLessThanOrEqual((LIMITS.cpuSeconds + 0.5) * 1000);
  });

  it.each(['heap', 'buffers', 'wasm'])('that eats memory by %s stays within 256 MiB', async (kind) => {
    const { answer, use } = await run(kind);
    expect(['copy.too_costly', 'copy.unreadable']).toContain('absent' in answer ? answer.absent : 'made');
    expect(use.memoryBytes).toBeGreaterThan(64 * MIB);
    expect(use.memoryBytes).toBeLessThanOrEqual(LIMITS.memoryBytes);
  });

  it.each(['buffers', 'wasm'])(
    'that eats memory by %s is ended by the watching parent where the kernel does not',
    async (kind) => {
      const { answer, use } = await run(kind, '', { confinement: { ...confinement, idleBytes: undefined } });
      expect(answer).toEqual({ absent: 'copy.too_costly' });
      // What it touches between two looks comes on top.
      expect(use.memoryBytes).toBeLessThan(LIMITS.memoryBytes * 2);
    },
  );

  it.each([
    'noise',
    'long header',
    'long body',
    'no json',
    'wrong detail',
    'large picture',
    'half an answer',
    'crash',
    'exit',
  ])('that writes garbage (%s) is an unreadable file', async (kind) => {
    expect((await run(kind)).answer).toEqual({ absent: 'copy.unreadable' });
  });

  it('has no network: not by modules, and where the system allows it not at all', async () => {
    expect((await run('modules')).text).toBe('rejected rejected rejected rejected rejected');
    const server = createServer();
    let connections = 0;
    server.on('connection', (socket) => {
      connections += 1;
      socket.destroy();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    const port = String(typeof address === 'object' ? address?.port : '');
    // Proves that the server can be reached by whoever has a network.
    expect((await run('network', port, { confinement: { ...confinement, wrapper: [] } })).text).toBe('connected');
    expect(connections).toBe(1);
    const { text } = await run('network', port);
    expect(text).toBe(layers.isCutOff ? 'ENETUNREACH' : 'connected');
    expect(connections).toBe(layers.isCutOff ? 1 : 2);
    server.close();
  });

  it('starts no program, writes no file, reads none but its code, and sees no environment', async () => {
    expect((await run('program')).text).toBe('ERR_ACCESS_DENIED');
    const path = join(tmpdir(), `highwater-${process.pid}-written`);
    expect((await run('write', path)).text).toBe('ERR_ACCESS_DENIED');
    expect(existsSync(path)).toBe(false);
    for (const file of ['/etc/passwd', '/proc/self/environ', `/proc/${process.pid}/environ`]) {
      expect((await run('read', file)).text).toBe('ERR_ACCESS_DENIED');
    }
    expect((await run('environment')).text).toBe('MALLOC_ARENA_MAX PWD UV_THREADPOOL_SIZE');
  });

  it('ends with the signal of who waits for it', async () => {
    const stopping = new AbortController();
    const running = run('sleep', '', { signal: stopping.signal });
    stopping.abort(new Error('the worker stops'));
    await expect(running).rejects.toThrow('the worker stops');
  });
});

describe('runJob', { timeout: 120_000 }, () => {
  it('rejects with what went wrong on the way of the bytes, and leaves a source that never comes', async () => {
    const command = decodeCommand('plain', 4);
    async function* fail(): AsyncGenerator<Uint8Array> {
      yield Buffer.alloc(1);
      throw new Error('storage is away');
    }
    await expect(runJob({ command, size: 4, bytes: fail(), confinement })).rejects.toThrow('storage is away');
    async function* hang(): AsyncGenerator<Uint8Array> {
      await new Promise(() => undefined);
      yield Buffer.alloc(4);
    }
    const hostile = nodeCommand([], [PACKAGE], [ENTRY, 'exit']);
    const { answer } = await runJob({ command: hostile, size: 4, bytes: hang(), confinement });
    expect(answer).toEqual({ absent: 'copy.unreadable' });
  });

  it('takes no more bytes than were announced, and no fewer', async () => {
    const short = {
      command: decodeCommand('plain', 8),
      size: 8,
      bytes: Readable.from([Buffer.from('four')]),
      confinement,
    };
    expect((await runJob(short)).answer).toEqual({ absent: 'copy.unreadable' });
    const long = {
      command: decodeCommand('plain', 2),
      size: 2,
      bytes: Readable.from([Buffer.from('four')]),
      confinement,
    };
    expect((await runJob(long)).answer).toEqual({ absent: 'copy.unreadable' });
  });

  it('rejects where the process does not start: that is no fault of the file', async () => {
    const command = { program: '/nowhere/node', args: [] };
    const job = { command, size: 4, bytes: Readable.from([Buffer.alloc(4)]), confinement };
    await expect(runJob(job)).rejects.toThrow('did not start');
  });
});
