import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Clock } from '@highwater/domain';
import { openEnvelope } from '../envelope/open-envelope.ts';
import { decryptRandomKey } from '../envelope/random-key.ts';
import { createSimulator, type Simulator } from '../server/create-simulator.ts';

/** A clock that stands still until it is told otherwise; test code only, like all of this folder. */
export interface TestClock extends Clock {
  advance(ms: number): void;
}

export const DAY_MS = 86_400_000;

export function createTestClock(start = Date.UTC(2026, 10, 20, 2)): TestClock {
  let now = start;
  return { now: () => now, advance: (ms) => void (now += ms) };
}

export interface KeyPair {
  readonly pem: string;
  readonly privateKey: KeyObject;
}

export function createKeyPair(bits = 2048): KeyPair {
  const pair = generateKeyPairSync('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { pem: pair.publicKey, privateKey: createPrivateKey(pair.privateKey) };
}

export interface ChatAnswer {
  readonly errcode: number;
  readonly errmsg: string;
  readonly chatdata?: readonly ChatEntry[] | null;
}
export interface ChatEntry {
  readonly seq: number;
  readonly msgid: string;
  readonly publickey_ver: number;
  readonly encrypt_random_key: string;
  readonly encrypt_chat_msg: string;
}

export function openEntry(entry: ChatEntry, key: KeyPair): string {
  const encryptKey = decryptRandomKey(key.privateKey, entry.encrypt_random_key);
  const opened = openEnvelope({ encryptKey, encryptChatMsg: entry.encrypt_chat_msg });
  return opened.ok ? Buffer.from(opened.plaintext).toString() : `code ${opened.code}`;
}

/** A simulator in memory with one corp that trusts 127.0.0.1 and holds one key. */
export function createReadyCorp(clock: Clock = createTestClock()) {
  const simulator = createSimulator({ clock });
  const corp = simulator.corps.add({ name: '测试果品' });
  const key = createKeyPair();
  corp.setTrustedIps(['127.0.0.1']);
  corp.addPublicKey(key.pem);
  return { simulator, corp, key };
}

export async function fetchToken(
  simulator: Simulator,
  corpId: string,
  secret: string,
): Promise<Record<string, unknown>> {
  const query = new URLSearchParams({ corpid: corpId, corpsecret: secret });
  return (await simulator.app.request(`/cgi-bin/gettoken?${query}`)).json();
}

/** A pull as the library makes it; `body` replaces the whole body. */
export async function fetchChat(
  simulator: Simulator,
  token: string,
  pull: { seq?: number | string; limit?: number; body?: string } = {},
): Promise<Response> {
  const body = pull.body ?? `{"seq":${pull.seq ?? 0},"limit":${pull.limit ?? 1000},"version":3,"encrypt_sign":"x"}`;
  return simulator.app.request(`/cgi-bin/message/getchatdata?access_token=${token}`, { method: 'POST', body });
}
