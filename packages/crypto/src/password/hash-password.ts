import { hash, verify } from '@node-rs/argon2';

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. About 13 ms. */
const COSTS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Argon2id in PHC form (`$argon2id$v=19$…`) with a random salt. Runs on the thread pool. */
export async function hashPassword(password: string): Promise<string> {
  return hash(prepare(password), COSTS);
}

/** False also for a text that is no hash. */
export async function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  try {
    return await verify(passwordHash, prepare(password));
  } catch {
    return false;
  }
}

/** Input methods type full-width and composed forms differently on different machines (NIST SP 800-63B, 5.1.1.2). */
function prepare(password: string): string {
  return password.normalize('NFKC');
}
