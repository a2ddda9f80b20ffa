import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  conversation,
  each,
  fileBody,
  sampleAbout,
  sampleMessage,
  storedFile,
  text,
} from './testing/sample-package.ts';
import { MORNING } from './testing/sample-package.ts';
import { writePackage } from './write-package.ts';

const MEBIBYTE = 1024 * 1024;

it('streams 10,000 messages and a large file in bounded memory, reading only as fast as it is read from', async () => {
  const filler = '这是一条用来占用内存的消息，'.repeat(400);
  let made = 0;
  async function* messages() {
    for (; made < 10_000; made += 1) yield sampleMessage(text(`${made}${filler}`), { sentAt: MORNING + made });
    yield sampleMessage(fileBody('大.bin'), { sentAt: MORNING + made, media: [storedFile('big', bigHash, '大.bin')] });
  }
  const block = Buffer.alloc(MEBIBYTE, 7);
  const blocks = Array.from({ length: 64 }, () => block);
  const bigHash = createHash('sha256').update(Buffer.concat(blocks)).digest('hex');

  const before = process.memoryUsage();
  let highest = 0;
  let madeAtFirstBlock = -1;
  const progress: number[] = [];
  for await (const _block of writePackage({
    about: sampleAbout,
    conversations: each([conversation('甲', messages())]),
    people: [],
    openMedia: () => each(blocks),
    onProgress: ({ messages: count }) => progress.push(count),
  })) {
    if (madeAtFirstBlock < 0) madeAtFirstBlock = made;
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    highest = Math.max(highest, heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers);
  }
  // The plaintext alone is some 170 MB; garbage not yet collected is allowed for.
  expect(highest).toBeLessThan(120 * MEBIBYTE);
  expect(madeAtFirstBlock).toBeLessThan(1000);
  expect(progress.at(-1)).toBe(10_001);
  expect(progress.length).toBeGreaterThan(50);
});

it('stops reading when its reader stops', async () => {
  let closed = false;
  async function* messages() {
    try {
      for (let at = 0; ; at += 1) yield sampleMessage(text('没有尽头'.repeat(500)), { sentAt: MORNING + at });
    } finally {
      closed = true;
    }
  }
  const request = { about: sampleAbout, conversations: each([conversation('甲', messages())]), people: [] };
  for await (const _block of writePackage({ ...request, openMedia: () => each([]) })) break;
  await expect.poll(() => closed).toBe(true);
});
