import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { envExample } from './env-example.ts';

it('is what .env.example says; `npm run env-example` writes it anew', () => {
  expect(readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8')).toBe(envExample());
});
