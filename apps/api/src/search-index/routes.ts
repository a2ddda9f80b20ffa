import { searchIndexView } from '../schemas/search-index.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { getSearchIndex, getSearchIndexInput } from './get-search-index.ts';
import { switchTypesense, switchTypesenseInput } from './switch-typesense.ts';
import { checkSearchIndex, rebuildSearchIndex, walkSearchIndexInput } from './walk-search-index.ts';

export const searchIndexRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/index',
      operation: 'getSearchIndex',
      summary: 'How much of the archive a search finds, and the work on that',
      audience: 'member',
      input: getSearchIndexInput,
      answer: searchIndexView,
    },
    getSearchIndex,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/index/check',
      operation: 'checkSearchIndex',
      summary: 'Compare the search index with the archive and repair it',
      audience: 'member',
      input: walkSearchIndexInput,
      status: 202,
      answer: searchIndexView,
    },
    checkSearchIndex,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/index/rebuild',
      operation: 'rebuildSearchIndex',
      summary: 'Make the search index anew, while it goes on answering',
      audience: 'member',
      input: walkSearchIndexInput,
      status: 202,
      answer: searchIndexView,
    },
    rebuildSearchIndex,
  ),
  defineRoute(
    {
      method: 'put',
      path: '/index/typesense',
      operation: 'switchTypesense',
      summary: 'Switch the fast search server on or off',
      audience: 'member',
      input: switchTypesenseInput,
      answer: searchIndexView,
    },
    switchTypesense,
  ),
];
