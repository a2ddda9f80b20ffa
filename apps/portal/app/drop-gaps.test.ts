import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createElement } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { expect, it } from 'vitest';
import { dropGaps } from './drop-gaps.ts';

const WORDS = '在所有人里按姓名查找，没有列出的人也在内。';

/** A page of Chinese words that begin at each place of React's buffer in turn. */
async function draw(shift: number, through: boolean): Promise<string> {
  const lines = Array.from({ length: 200 }, (_, at) => createElement('p', { key: at, title: WORDS }, WORDS));
  const page = createElement('main', { className: 'a'.repeat(shift) }, lines);
  const drawn = renderToPipeableStream(page);
  return text(drawn.pipe(through ? dropGaps() : new PassThrough()));
}

it('leaves a page whole at every length, where React alone leaves gaps', async () => {
  let gaps = 0;
  for (let shift = 0; shift < 12; shift += 1) {
    if ((await draw(shift, false)).includes('\u0000')) gaps += 1;
    const page = await draw(shift, true);
    expect(page.split(WORDS)).toHaveLength(401);
    for (const gap of ['\u0000', '\ufffd']) expect(page.includes(gap)).toBe(false);
  }
  expect(gaps).toBeGreaterThan(0);
});
