/** Built-in roles of a tenant's members. The operator is not a member and has no role here. */
export const ROLES = ['owner', 'admin', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** What can be allowed. View ≠ search ≠ export ≠ configure. */
export const ACTIONS = [
  'view',
  'search',
  'export',
  'connect',
  'schedule',
  'invite',
  'see_members',
  'see_audit',
  'see_completeness',
] as const;
export type Action = (typeof ACTIONS)[number];

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
