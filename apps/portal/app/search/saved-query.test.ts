import { expect, it } from 'vitest';
import { readFilters } from './filters.ts';
import { readSavedQuery, toSavedQuery } from './saved-query.ts';

const ZONE = 'America/New_York';

it('a search comes back from being saved as it was', () => {
  const filters = readFilters(
    new URLSearchParams(
      'q=合同 -草稿&person=a&person=b&room=wr1&kind=file&direction=inbound&media=true&recalled=false&unanswered=true&from=2026-10-31&until=2026-11-01',
    ),
  );
  expect(readSavedQuery(toSavedQuery(filters, ZONE), ZONE)).toEqual(filters);
});

it('a range stays a range, and days that were saved before there were any stay days', () => {
  const filters = readFilters(new URLSearchParams('q=a&range=30d'));
  expect(toSavedQuery(filters, ZONE)).toEqual({ q: 'a', range: '30d' });
  expect(readSavedQuery({ q: 'a', range: '30d' }, ZONE)).toEqual(filters);
  const { from, until } = readSavedQuery({ from: 1_793_419_200_000, until: 1_793_592_000_000 }, ZONE);
  expect([from, until]).toEqual(['2026-10-31', '2026-11-01']);
});

it('what a saved search does not ask for stays open', () => {
  expect(toSavedQuery(readFilters(new URLSearchParams('q=a')), ZONE)).toEqual({ q: 'a' });
  expect(readSavedQuery({}, ZONE)).toEqual(readFilters(new URLSearchParams()));
});
