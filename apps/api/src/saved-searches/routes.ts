import { savedSearch, savedSearchPage } from '../schemas/saved-search.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { deleteSavedSearch, deleteSavedSearchInput } from './delete-saved-search.ts';
import { listSavedSearches } from './list-saved-searches.ts';
import { saveSearch, saveSearchInput } from './save-search.ts';

export const savedSearchRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/saved-searches',
      operation: 'listSavedSearches',
      summary: 'Searches that you keep',
      audience: 'member',
      input: {},
      answer: savedSearchPage,
    },
    listSavedSearches,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/saved-searches',
      operation: 'saveSearch',
      summary: 'Keep a search, for yourself alone',
      audience: 'member',
      input: saveSearchInput,
      status: 201,
      answer: savedSearch,
      creates: true,
      faults: ['saved_search.name_taken', 'saved_search.too_many'],
    },
    saveSearch,
  ),
  defineRoute(
    {
      method: 'delete',
      path: '/saved-searches/{searchId}',
      operation: 'deleteSavedSearch',
      summary: 'Keep a search no longer',
      audience: 'member',
      input: deleteSavedSearchInput,
      answer: 'nothing',
    },
    deleteSavedSearch,
  ),
];
