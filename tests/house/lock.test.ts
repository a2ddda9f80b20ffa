import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findLockProblems, findLoosePins } from '../../infra/testing/check-lock.ts';

it('finds a platform package that the lock lacks', () => {
  const broken = readFileSync(new URL('./canaries/source/broken-lock.json', import.meta.url), 'utf8');
  expect(findLockProblems(broken)).toEqual([
    'package-lock.json: node_modules/turbo may need @turbo/darwin-64, which has no entry',
  ]);
});

it('finds a package that another one needs and the lock lacks', () => {
  const packages = {
    'node_modules/identity': { dependencies: { ciphers: '1.0.0', inside: '1.0.0' }, bundleDependencies: ['inside'] },
  };
  expect(findLockProblems(JSON.stringify({ packages }))).toEqual([
    'package-lock.json: node_modules/identity may need ciphers, which has no entry',
  ]);
});

it('finds a download address in the lock', () => {
  const lock = { packages: { 'node_modules/x': { resolved: 'https://registry.example/x.tgz' } } };
  expect(findLockProblems(JSON.stringify(lock))).toEqual([
    'package-lock.json: node_modules/x holds a download address',
  ]);
});

it('finds versions that are not exact', () => {
  const manifest = {
    dependencies: { '@highwater/domain': '*', exact: '1.2.3-beta.1', caret: '^1.2.3', tag: 'latest' },
    devDependencies: { alias: 'npm:typescript@7.0.2', star: '*' },
  };
  expect(findLoosePins('package.json', JSON.stringify(manifest))).toEqual([
    'package.json: caret is "^1.2.3", not an exact version',
    'package.json: tag is "latest", not an exact version',
    'package.json: star is "*", not an exact version',
  ]);
});
