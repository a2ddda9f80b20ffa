import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { buildOpenApi, openApiText } from './openapi.ts';
import { ROUTES } from './routes.ts';

it('is the committed document; `npm run openapi` writes it anew', async () => {
  const committed = new URL('../../../packages/api-client/openapi.json', import.meta.url);
  expect(await readFile(committed, 'utf8')).toBe(openApiText());
});

it('describes every route but those of development, each operation once', () => {
  const { paths } = buildOpenApi();
  const described = Object.values(paths ?? {}).flatMap((path) =>
    Object.values(path).map(({ operationId }: { operationId?: string }) => operationId),
  );
  const expected = ROUTES.filter(({ spec }) => !spec.path.startsWith('/dev/')).map(({ spec }) => spec.operation);
  expect(described.toSorted()).toEqual(expected.toSorted());
  expect(new Set(described).size).toBe(described.length);
});
