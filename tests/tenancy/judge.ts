import type { ActorName } from './actors.ts';
import type { Expected } from './cell.ts';
import { findValues, type ProtectedValue } from './protected-values.ts';
import { unpackAll } from './read-package.ts';
import type { Answer } from './session.ts';

/** Everything that an answer says: headers, bytes, and what is packed in them. */
export async function readAnswer(answer: Answer): Promise<Buffer> {
  const unpacked = answer.isZip && answer.status === 200 ? await unpackAll(answer.bytes) : Buffer.alloc(0);
  return Buffer.concat([Buffer.from(`${answer.headers}\n\n`, 'utf8'), answer.bytes, unpacked]);
}

/** What is wrong with an answer: status, missing or forbidden contents. Values are named, never quoted. */
export function judge(status: number, said: Buffer, expected: Expected): string[] {
  const problems: string[] = [];
  const right = [expected.status].flat();
  if (!right.includes(status)) problems.push(`answered ${status} instead of ${right.join(' or ')}`);
  const count = (values: readonly string[]): number =>
    findValues(
      said,
      values.map((value) => ({ value })),
    ).length;
  const absent = (expected.holds?.length ?? 0) - count(expected.holds ?? []);
  if (absent > 0) problems.push(`does not hold ${absent} of what it should`);
  const present = count(expected.lacks ?? []);
  if (present > 0) problems.push(`holds ${present} of what it must not`);
  return problems;
}

/** What an actor learned that it must not know. */
export function findLeaks(
  said: Buffer,
  actor: ActorName,
  values: readonly ProtectedValue[],
  allows: readonly string[] = [],
): string[] {
  const forbidden = values.filter((one) => !one.knownTo.includes(actor) && !allows.includes(one.value));
  return findValues(said, forbidden).map(({ what }) => `LEAK: learns ${what}`);
}
