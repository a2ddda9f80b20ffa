import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { FLAT_WORDS } from './flat-words.ts';
import { SECURITY_STATEMENTS } from './security-statements.ts';
import { securityText } from './security-text.ts';

it('are what docs/security.md says; `node infra/enter.mjs security-page` writes it anew', async () => {
  const written = await readFile(new URL('../../../docs/security.md', import.meta.url), 'utf8');
  expect(written).toBe(securityText('en'));
});

it('are all words that there are for the page, in an order', () => {
  const named = Object.entries(SECURITY_STATEMENTS).flatMap(([section, statements]) =>
    ['title', ...statements].map((each) => `security.${section}.${each}`),
  );
  const known = Object.keys(FLAT_WORDS.en).filter((key) => key.startsWith('security.'));
  expect([...named, 'security.lead', 'security.title'].toSorted()).toEqual(known.toSorted());
});
