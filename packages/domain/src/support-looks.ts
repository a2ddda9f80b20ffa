export const SUPPORT_LOOKS = ['health', 'connection', 'list', 'conversation', 'search', 'file'] as const;
/** What a look of support was at, as people say it. */
export type SupportLook = (typeof SUPPORT_LOOKS)[number];

const KINDS: Readonly<Record<string, SupportLook>> = {
  listConnections: 'connection',
  getConnection: 'connection',
  listRepulls: 'connection',
  listKeys: 'connection',
  listQuarantined: 'connection',
  listConversations: 'list',
  listPeople: 'list',
  listRooms: 'list',
  getPerson: 'list',
  getRoom: 'list',
  getConversation: 'conversation',
  listConversationDays: 'conversation',
  findMessageAt: 'conversation',
  listConversationDialogs: 'conversation',
  getDialog: 'conversation',
  getMessage: 'conversation',
  readContext: 'conversation',
  readTimeline: 'conversation',
  listTimelineDays: 'conversation',
  searchMessages: 'search',
  countMatches: 'search',
  sendMedia: 'file',
  sendCopy: 'file',
};

/** Counts by operation of the API, summed up by what they are to people; whatever is not named is about health. */
export function sumSupportLooks(
  looks: readonly { readonly operation: string; readonly count: number }[],
): readonly { readonly kind: SupportLook; readonly count: number }[] {
  const sums = new Map<SupportLook, number>();
  for (const { operation, count } of looks) {
    const kind = KINDS[operation] ?? 'health';
    sums.set(kind, (sums.get(kind) ?? 0) + count);
  }
  return SUPPORT_LOOKS.flatMap((kind) => {
    const count = sums.get(kind);
    return count === undefined ? [] : [{ kind, count }];
  });
}
