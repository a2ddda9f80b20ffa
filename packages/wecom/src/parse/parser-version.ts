/**
 * Counts the parsers that made rows: raise it by one in every change after which some message becomes other rows (kind,
 * people, conversation, time, files, words, consent). Messages of a lower number are parsed again by themselves.
 */
export const PARSER_VERSION = 3;
