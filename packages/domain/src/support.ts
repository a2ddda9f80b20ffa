/** What support may be allowed to look at, by name. There is none for exports, members, destinations or the audit log. */
export const SUPPORT_SCOPES = ['health', 'connection', 'conversations'] as const;
export type SupportScope = (typeof SUPPORT_SCOPES)[number];

export const SUPPORT_STATES = ['asked', 'approved', 'refused', 'ended', 'expired'] as const;
export type SupportState = (typeof SUPPORT_STATES)[number];

export const LONGEST_SUPPORT_HOURS = 4;
