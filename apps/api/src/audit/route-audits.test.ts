import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_GROUPS, isInGroup } from '@highwater/domain';
import { FLAT_WORDS } from '@highwater/i18n/flat-words';
import { describe, expect, it } from 'vitest';
import { ROUTES } from '../routes.ts';
import { ROUTE_AUDITS, type RouteAudit } from './route-audits.ts';

/** Written when the worker has done it. */
const BY_WORKER = ['key.made'];
const operations = ROUTES.map(({ spec }) => spec.operation);
const events = [...new Set(Object.values(ROUTE_AUDITS).flatMap((audit) => ('events' in audit ? audit.events : [])))];
const listUndecided = (asked: readonly string[], table: Readonly<Record<string, RouteAudit>>) =>
  asked.filter((operation) => !Object.hasOwn(table, operation));

/** All of the API that is not a test and not this table. */
function readSources(folder: string): string {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !/test\.ts$|^route-audits/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

describe('every route', () => {
  it('leaves a line in the log, or says why it leaves none', () => {
    expect(listUndecided(operations, ROUTE_AUDITS)).toEqual([]);
    expect(listUndecided([...operations, 'newVerb'], ROUTE_AUDITS)).toEqual(['newVerb']);
    expect(Object.keys(ROUTE_AUDITS).filter((operation) => !operations.includes(operation))).toEqual([]);
  });

  it('names events that the source writes, that have words in both languages and that one group holds', () => {
    const source = readSources(join(import.meta.dirname, '..'));
    const unwritten = events.filter((event) => !source.includes(`'${event}'`) && !BY_WORKER.includes(event));
    expect(unwritten).toEqual([]);
    const wordless = events.filter((event) => {
      const key = `audit.event.${event.replace('.', '_')}`;
      return !Object.values(FLAT_WORDS).every((words) => key in words);
    });
    expect(wordless).toEqual([]);
    const groups = events.map((event) => EVENT_GROUPS.filter((group) => isInGroup(event, group)).length);
    expect(events.filter((_event, at) => groups[at] !== 1)).toEqual([]);
  });
});
