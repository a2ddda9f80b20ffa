import { expect, it } from 'vitest';
import { nextPath } from './next-path.ts';

it('goes on to a path of this origin and nowhere else', () => {
  expect(nextPath('/messages/1?cursor=a')).toBe('/messages/1?cursor=a');
  for (const foreign of [null, '', 'https://evil.example', '//evil.example', '/\\evil.example', 'javascript:1']) {
    expect(nextPath(foreign), String(foreign)).toBe('/');
  }
});
