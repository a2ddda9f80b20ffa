/**
 * Rises when tokens would come out differently: then every company's index is made anew, while the old rows are found.
 * 1 knew words, people, room, conversation and kind; 2 knows kind, direction, files and recall as facts too; 3 the type of
 * a file whose name does not say it, the types of unknown parts and the people of recorded calls.
 */
export const INDEX_VERSION = 3;

/** Rises when documents of the index outside the database would come out differently, or its fields. */
export const DOCUMENT_VERSION = 2;
