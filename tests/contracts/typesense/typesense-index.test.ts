import { describeSearchIndex } from '../search/describe-search-index.ts';
import { ENGINE, openTypesenseWorld } from './open-typesense.ts';

describeSearchIndex(ENGINE, openTypesenseWorld);
