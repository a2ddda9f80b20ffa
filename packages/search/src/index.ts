export { normaliseText } from './normalise/normalise-text.ts';
export { formatWords } from './query/format-words.ts';
export { readKeptWords } from './query/read-kept-words.ts';
export { parseWords, type Words } from './query/parse-words.ts';
export { foldedPattern, type FoldedPattern } from './normalise/folded-pattern.ts';
export { createTextHasher } from './tokens/create-text-hasher.ts';
export type { TextHasher } from './tokens/create-text-hasher.ts';
export { isExactWord } from './tokens/is-exact-word.ts';
export { filterToken } from './tokens/filter-token.ts';
export { queryTokens } from './tokens/query-tokens.ts';
export { textTokens } from './tokens/text-tokens.ts';
export { findAllHighlights } from './match/find-all-highlights.ts';
export { findHighlights } from './match/find-highlights.ts';
export type { Highlight } from './match/find-highlights.ts';
export { createFileMatcher, type FileMatcher } from './match/create-file-matcher.ts';
export { findExcerpt, type Excerpt } from './match/find-excerpt.ts';
export { matches } from './match/matches.ts';
export {
  compileTokenCondition,
  createTokenCompiler,
  KINDS_WITH_FILES,
  type ClauseTokens,
  type CompiledTokens,
} from './compile-token-condition.ts';
export { walkMatches, type WalkEffort } from './walk-matches.ts';
export { DOCUMENT_VERSION, INDEX_VERSION } from './index-version.ts';
