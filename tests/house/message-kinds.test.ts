import { readFileSync } from 'node:fs';
import { createI18n } from '@highwater/i18n';
import { beforeAll, describe, expect, it } from 'vitest';
import { proveKinds } from '../../infra/message-kinds/prove-kinds.ts';
import { coverageModule, coverageTable } from '../../infra/message-kinds/write-table.ts';
import type { KindCoverage } from '../../packages/message-view/src/kind-coverage.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const { t } = createI18n('en');

describe('the table of kinds', () => {
  let kinds: readonly KindCoverage[];
  beforeAll(async () => {
    kinds = await proveKinds();
  });

  it('is what the samples prove now (npm run message-kinds writes it anew)', () => {
    expect(read('docs/message-types.md')).toBe(coverageTable(kinds, (kind) => t(`kinds.name.${kind}`)));
    expect(read('packages/message-view/src/kind-coverage.generated.ts')).toBe(coverageModule(kinds));
  });

  it('has a row for every kind that the archive knows', () => {
    const named = Object.keys(kindNames());
    expect(kinds.map(({ kind }) => kind).sort()).toEqual(named.sort());
  });

  it('stores, parses, draws and exports every sample of every kind', () => {
    for (const { kind, stored, parsed, drawn, exported } of kinds) {
      for (const cell of [stored, parsed, drawn, exported]) {
        expect(cell.missing, kind).toEqual([]);
        expect(cell.whole, kind).toBe(cell.of);
        expect(cell.of, kind).toBeGreaterThan(0);
      }
    }
  });
});

/** The words for kinds are typed by the kinds: one each. */
function kindNames(): Readonly<Record<string, string>> {
  const text = read('packages/i18n/src/words/zh-CN/kinds.ts');
  const [, block = ''] = /const name = \{([^}]*)\}/.exec(text) ?? [];
  return Object.fromEntries(
    [...block.matchAll(/^ {2}(\w+): '([^']+)'/gm)].map(([, kind = '', word = '']) => [kind, word]),
  );
}
