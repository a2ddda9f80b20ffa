/** What a process is started for; one job each, so that nothing of one tenant's file can reach the next. */
export const JOB_KINDS = ['idle', 'voice', 'picture', 'pdf', 'docx', 'xlsx', 'office', 'plain', 'named'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export function readJobKind(text: string | undefined): JobKind {
  const kind = JOB_KINDS.find((known) => known === text);
  if (kind === undefined) throw new RangeError('no such job');
  return kind;
}
