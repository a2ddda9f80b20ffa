import type { Visitor } from '@highwater/testkit';
import { renderRecipe } from '@highwater/wecom-simulator';
import type { PlannedFile } from './plan-files.ts';

/** What is wrong with a file as a member downloads it, against its source; undefined when every byte is the same. */
export async function findDifference(
  member: Visitor,
  mediaId: string,
  { seed, size }: PlannedFile,
): Promise<string | undefined> {
  const response = await member.send('GET', `/v1/media/${mediaId}`);
  if (!response.ok || response.body === null) return `answered ${response.status}`;
  const source = renderRecipe(`noise:${size}:${seed}`);
  let at = 0;
  for await (const part of response.body) {
    const bytes = Buffer.from(part);
    if (at + bytes.length > size) return 'is longer than its source';
    if (bytes.compare(Buffer.from(source.read(at, at + bytes.length))) !== 0) return `differs after byte ${at}`;
    at += bytes.length;
  }
  return at === size ? undefined : `ends after ${at} of ${size} bytes`;
}
