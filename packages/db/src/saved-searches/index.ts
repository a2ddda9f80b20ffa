export {
  deleteSavedSearch,
  deleteSavedSearchesOf,
  insertSavedSearch,
  listSavedSearches,
  type NewSavedSearch,
  type SavedSearchRow,
} from './saved-searches.ts';
