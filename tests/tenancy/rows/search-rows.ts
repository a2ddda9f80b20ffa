import { list, thing, type Row } from '../cell.ts';

const SETTINGS = {
  dialogGapMinutes: 30,
  unansweredHours: 4,
  workingDays: [1, 2, 3, 4, 5],
  workingFrom: '09:00',
  workingUntil: '18:00',
};
const settingsPath = '/v1/settings/reading';

/** Searches that members keep, and how the company reads. */
export const searchRows: readonly Row[] = [
  list(
    {
      operation: 'listSavedSearches',
      about: 'saved searches',
      prepare: async ({ actors }) => {
        const body = { name: `kept ${Math.random()}`, query: { q: 'kept' } };
        const { searchId } = await actors.owner.send<{ searchId: string }>('POST', '/v1/saved-searches', body);
        return { searchId };
      },
      ask: { method: 'GET', path: '/v1/saved-searches' },
      rightful: (_world, { searchId = '' }) => ({ status: 200, holds: [searchId] }),
    },
    () => ({ status: 200, holds: ['"items":[]'] }),
    () => ({ viewer: { status: 200, holds: ['"items":[]'] } }),
  ),
  list(
    {
      operation: 'saveSearch',
      about: 'a search for a hidden person',
      phase: 'typed',
      ask: ({ a }) => ({
        method: 'POST',
        path: '/v1/saved-searches',
        body: { name: 'aimed', query: { person: [a.people.hiddenGuest] } },
      }),
      rightful: ({ a }) => ({ status: 201, holds: [a.people.hiddenGuest] }),
    },
    ({ a }) => ({ status: 201, allows: [a.people.hiddenGuest] }),
    ({ a }) => ({ viewer: { status: 201, allows: [a.people.hiddenGuest] } }),
  ),
  thing(
    {
      operation: 'deleteSavedSearch',
      about: 'a saved search of the owner',
      phase: 'still',
      prepare: async ({ actors }) => {
        const body = { name: `lost ${Math.random()}`, query: {} };
        const { searchId } = await actors.owner.send<{ searchId: string }>('POST', '/v1/saved-searches', body);
        return { searchId };
      },
      ask: (_world, { searchId = '' }) => ({ method: 'DELETE', path: `/v1/saved-searches/${searchId}` }),
      rightful: () => ({ status: 204 }),
    },
    () => ({ viewer: { status: 404 } }),
  ),
  list(
    {
      operation: 'getReadingSettings',
      about: 'reading settings',
      ask: { method: 'GET', path: settingsPath },
      rightful: () => ({ status: 200, holds: ['"mayChange":true'] }),
    },
    () => ({ status: 200, holds: ['"mayChange":true'] }),
    () => ({
      viewer: { status: 200, holds: ['"mayChange":false'] },
      keyOfB: { status: 200, holds: ['"mayChange":false'] },
    }),
  ),
  list(
    {
      operation: 'changeReadingSettings',
      about: 'reading settings',
      phase: 'still',
      ask: { method: 'PUT', path: settingsPath, body: SETTINGS },
      rightful: () => ({ status: 200, holds: ['"unansweredHours":4'] }),
    },
    () => ({ status: 200, holds: ['"unansweredHours":4'] }),
  ),
];
