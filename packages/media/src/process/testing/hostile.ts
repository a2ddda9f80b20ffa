/** What a decoder could turn into when foreign bytes take it over: `hostile.ts KIND`, run under the limits of every job. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import { connect } from 'node:net';
import { encodeAnswer, READY, type Answer } from '../answer.ts';
import { closeDoors } from '../close-doors.ts';
import { MOST } from '../limits.ts';
import { writeOutput } from '../standard-streams.ts';

const [, , kind = '', argument = ''] = process.argv;

/** Tells what came of an attempt, as the text of an answer. */
function tell(result: string): void {
  const body = Buffer.from(result);
  const answer: Answer = { made: 'text', detail: { characters: result.length, isCut: false }, body };
  writeOutput(encodeAnswer(answer));
  process.exit(0);
}

function attempt(work: () => unknown): string {
  try {
    return `done: ${String(work())}`;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

function lengths(header: number, body: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32BE(header, 0);
  bytes.writeUInt32BE(body, 4);
  return bytes;
}

const ACTS: Readonly<Record<string, () => unknown>> = {
  cpu() {
    for (;;) Math.random();
  },
  heap() {
    const held: unknown[] = [];
    for (;;) held.push(Array.from({ length: 10_000 }, (_, index) => ({ index })));
  },
  buffers() {
    const held: Buffer[] = [];
    for (;;) held.push(Buffer.alloc(4 * 1024 * 1024, 1));
  },
  wasm() {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 65_536 });
    for (;;) {
      memory.grow(64);
      new Uint8Array(memory.buffer).fill(1);
    }
  },
  sleep() {
    setInterval(() => undefined, 1_000);
  },
  noise() {
    for (;;) writeSync(1, Buffer.alloc(65_536, 'noise'));
  },
  'long header': () => writeOutput([lengths(0xffff_ffff, 0), Buffer.alloc(100)]),
  'long body': () => writeOutput([lengths(2, 0xffff_ffff).subarray(0, 4), Buffer.from('{}'), lengths(0xffff_ffff, 0)]),
  'no json': () => writeOutput([lengths(4, 0).subarray(0, 4), Buffer.from('}{}{'), lengths(0, 0).subarray(0, 4)]),
  'wrong detail'() {
    const detail = { width: 1e9, height: -1, originalWidth: 1, originalHeight: 1 };
    writeOutput(encodeAnswer({ made: 'picture', detail, body: Buffer.alloc(9) }));
  },
  'large picture'() {
    const detail = { width: 1, height: 1, originalWidth: 1, originalHeight: 1 };
    writeOutput(encodeAnswer({ made: 'picture', detail, body: Buffer.alloc(MOST.pictureBytes + 1) }));
  },
  'half an answer': () => writeOutput([lengths(100, 0).subarray(0, 4), Buffer.from('{"made":')]),
  crash: () => process.kill(process.pid, 'SIGSEGV'),
  exit: () => process.exit(3),
  network() {
    const socket = connect(Number(argument), '127.0.0.1');
    socket.on('connect', () => tell('connected'));
    socket.on('error', (error) => tell('code' in error ? String(error.code) : 'refused'));
  },
  async modules() {
    closeDoors();
    const names = ['node:net', 'node:http', 'node:dns', 'node:dgram', 'node:worker_threads'];
    const results = await Promise.allSettled(names.map((name) => import(name)));
    tell(results.map(({ status }) => status).join(' '));
  },
  program: () => tell(attempt(() => spawnSync('/bin/true').status)),
  write: () => tell(attempt(() => writeFileSync(argument, 'x'))),
  read: () => tell(attempt(() => readFileSync(argument).length)),
  environment: () => tell(Object.keys(process.env).toSorted().join(' ')),
};

writeOutput([READY]);
await ACTS[kind]?.();
