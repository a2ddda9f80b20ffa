import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { generateSchema } from './generate-schema.ts';

it('is what schema.generated.ts holds; `npm run generate` writes it anew', async () => {
  const committed = await readFile(new URL('../schema.generated.ts', import.meta.url), 'utf8');
  expect(committed).toBe(await generateSchema());
});
