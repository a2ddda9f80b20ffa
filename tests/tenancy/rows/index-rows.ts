import { list, type Row } from '../cell.ts';

const NOTHING = '"unreadable":0';

/** The search index: counts and states of the asker's own company. */
export const indexRows: readonly Row[] = [
  list(
    {
      operation: 'getSearchIndex',
      about: 'how much of the archive a search finds',
      ask: { method: 'GET', path: '/v1/index' },
      rightful: () => ({ status: 200, holds: ['"engine":"postgres"', '"total"'] }),
    },
    () => ({ status: 200, holds: ['"engine":"postgres"', NOTHING] }),
  ),
  list(
    {
      operation: 'checkSearchIndex',
      about: 'a check of the search index',
      ask: { method: 'POST', path: '/v1/index/check' },
      rightful: () => ({ status: 202, holds: ['"progress"'] }),
    },
    () => ({ status: 202, holds: [NOTHING] }),
  ),
  list(
    {
      operation: 'rebuildSearchIndex',
      about: 'a rebuild of the search index',
      ask: { method: 'POST', path: '/v1/index/rebuild' },
      rightful: () => ({ status: 202, holds: ['"state":"rebuilding"'] }),
    },
    () => ({ status: 202, holds: ['"state":"rebuilding"'] }),
  ),
  list(
    {
      operation: 'switchTypesense',
      about: 'the fast search server',
      ask: { method: 'PUT', path: '/v1/index/typesense', body: { on: false } },
      rightful: () => ({ status: 200, holds: ['"typesense":null'] }),
    },
    () => ({ status: 200, holds: ['"typesense":null'] }),
  ),
];
