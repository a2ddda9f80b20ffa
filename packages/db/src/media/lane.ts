/** Files of one connection are fetched in two lanes, so that a few large ones keep no small one waiting. */
export const MEDIA_LANES = ['small', 'large'] as const;
export type MediaLane = (typeof MEDIA_LANES)[number];

/** From here on a file is large: sixteen shards, a few seconds. */
export const LARGE_FILE_BYTES = 8 * 1024 * 1024;

/** The lane of a file whose message says that it has so many bytes (decimal); what is unknown is taken for small. */
export function laneOf(expectedSize: string | null): MediaLane {
  return expectedSize !== null && BigInt(expectedSize) >= BigInt(LARGE_FILE_BYTES) ? 'large' : 'small';
}

/** The same for a numeric in SQL. */
export function laneSql(expectedSize: string): string {
  return `CASE WHEN ${expectedSize} >= ${LARGE_FILE_BYTES} THEN 'large' ELSE 'small' END`;
}

/**
 * When WeCom drops the file of a message `x`: five days after it was sent. A time of sending that cannot be (it was still
 * to be had then) gives way to the time of archiving.
 */
export const EXPIRES_SQL = `least(x.archived_at,
  CASE WHEN x.sent_at + interval '5 days' > x.archived_at THEN x.sent_at ELSE x.archived_at END) + interval '5 days'`;
