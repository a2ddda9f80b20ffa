import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../infra/processes/run-command.ts';
import { listSources } from './list-sources.ts';
import { SOURCE_GUARDS } from './source-guards.ts';

const sources = listSources();
const TOO_LONG = 'const line = 1;\n'.repeat(401);

describe.each(SOURCE_GUARDS)('$rule', ({ looksAt, finds, canary }) => {
  it('holds everywhere', () => {
    const found = sources
      .filter(looksAt)
      .flatMap((path) => finds(readFileSync(join(ROOT, path), 'utf8')).map((line) => `${path} ${line}`));
    expect(found).toEqual([]);
  });

  it('is noticed when broken', () => {
    const planted =
      canary.file === 'too-long'
        ? TOO_LONG
        : readFileSync(join(ROOT, 'tests/house/canaries/source', canary.file), 'utf8');
    expect(looksAt(canary.as)).toBe(true);
    expect(finds(planted)).toHaveLength(canary.found);
  });
});

it('looks at every part of the project', () => {
  const parts = new Set(sources.map((path) => path.split('/').slice(0, 2).join('/')));
  for (const part of [
    'apps/api',
    'apps/portal',
    'apps/worker',
    'packages/domain',
    'packages/db',
    'infra/commands',
    'tests/house',
  ]) {
    expect(parts).toContain(part);
  }
});
