import { constants, createPrivateKey, generateKeyPairSync, privateDecrypt, publicEncrypt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

const MEASURED_MS = 5000;

/** RSA-2048 private operations a second on all cores: what no archive of WeCom messages can be faster than on this machine. */
export async function measureRsaCeiling(): Promise<number> {
  const counts = await Promise.all(
    Array.from(
      { length: availableParallelism() },
      () =>
        new Promise<number>((resolve, reject) => {
          const thread = new Worker(new URL(import.meta.url));
          thread.once('message', resolve);
          thread.once('error', reject);
        }),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0) / (MEASURED_MS / 1000);
}

if (!isMainThread && parentPort !== null) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const sealed = publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, Buffer.alloc(88, 'a'));
  const end = performance.now() + MEASURED_MS;
  let count = 0;
  while (performance.now() < end) {
    privateDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, sealed);
    count += 1;
  }
  parentPort.postMessage(count);
}
