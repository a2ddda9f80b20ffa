import { existsSync } from 'node:fs';
import type { Confinement } from './command.ts';
import { createAnswerReader } from './read-answer.ts';
import { LIMITS } from './limits.ts';
import { decodeCommand } from './node-command.ts';
import { runProcess } from './run-process.ts';
import { readDataBytes } from './watch-process.ts';

/** Which of the layers that depend on the system are in force. The others always are. */
export interface SandboxLayers {
  /** The processes have network, users and semaphores of their own: there is no interface to send from. */
  readonly isCutOff: boolean;
  /** They are nobody; else they are the worker's own user. */
  readonly isNobody: boolean;
  /** The kernel bounds their writable memory; else only the parent watches. */
  readonly isMemoryBounded: boolean;
}

/** Names of the layers that this system does not give, as docs/copies.md lists them. */
export function listMissingLayers(layers: SandboxLayers): readonly string[] {
  return [
    ...(layers.isCutOff ? [] : ['namespaces']),
    ...(layers.isNobody ? [] : ['nobody']),
    ...(layers.isMemoryBounded ? [] : ['memory']),
  ];
}

const NOBODY = { uid: 65_534, gid: 65_534 };
const UNSHARE = ['/usr/bin/unshare', '/bin/unshare'];

/**
 * Finds the strongest way of starting that this system allows by starting an idle process in each, strongest first.
 * Throws an Error when not even the plainest one runs.
 */
export async function probeSandbox(): Promise<{ readonly confinement: Confinement; readonly layers: SandboxLayers }> {
  let failure: unknown;
  for (const way of listWays()) {
    try {
      const idleBytes = await tryWay(way);
      const layers = {
        isCutOff: way.wrapper.length > 0,
        isNobody: way.user !== undefined,
        isMemoryBounded: idleBytes !== undefined,
      };
      return { confinement: { ...way, idleBytes }, layers };
    } catch (error) {
      failure = error;
    }
  }
  throw new Error('no process for copies can be started', { cause: failure });
}

function listWays(): readonly Confinement[] {
  const unshare = UNSHARE.find(existsSync);
  const wrappers = [...(unshare === undefined ? [] : [[unshare, '--user', '--net', '--ipc', '--uts', '--']]), []];
  const users = process.getuid?.() === 0 ? [NOBODY, undefined] : [undefined];
  return wrappers.flatMap((wrapper) => users.map((user) => ({ user, wrapper, idleBytes: undefined })));
}

/** Writable memory of the idle process; undefined where the system does not tell. Throws when it does not start. */
async function tryWay(confinement: Confinement): Promise<number | undefined> {
  const reader = createAnswerReader();
  const ready = Promise.withResolvers<void>();
  let idleBytes: number | undefined;
  async function* holdOn(): AsyncGenerator<Uint8Array> {
    await ready.promise;
    yield new Uint8Array(1);
  }
  const ending = await runProcess({
    command: decodeCommand('idle', 1),
    confinement,
    dataBytes: undefined,
    input: holdOn(),
    mostInputBytes: 1,
    wallMs: LIMITS.startMs,
    take(chunk, pid) {
      const isSane = reader.push(chunk);
      if (reader.isReady) {
        idleBytes ??= readDataBytes(pid);
        ready.resolve();
      }
      return isSane;
    },
  });
  if (ending.code !== 0 || !reader.isReady) throw new Error(`ended with ${ending.code ?? ending.signal}`);
  return idleBytes;
}
