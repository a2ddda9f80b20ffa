/** Built-in roles of a tenant's members. The operator is not a member and has no role here. */
export const ROLES = [
  'owner',
  'admin',
  'compliance',
  'legal',
  'auditor',
  'reviewer',
  'viewer',
  'exporter',
  'billing',
] as const;
export type Role = (typeof ROLES)[number];

/** A member has a built-in role or one that the company made itself. */
export const MEMBER_ROLES = [...ROLES, 'custom'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** What can be allowed on messages: where is what the role's reach or grants say. */
export const MESSAGE_ACTIONS = ['view', 'search', 'export', 'hold'] as const;
export type MessageAction = (typeof MESSAGE_ACTIONS)[number];

/** What can be allowed. View ≠ search ≠ export ≠ hold ≠ configure ≠ see audit ≠ read the words that others searched for. */
export const ACTIONS = [
  ...MESSAGE_ACTIONS,
  'connect',
  'schedule',
  'invite',
  'see_members',
  'see_audit',
  'see_completeness',
  'see_settings',
  'read_searches',
  'manage_roles',
  'manage_keys',
  'manage_identity',
  'bill',
] as const;
export type Action = (typeof ACTIONS)[number];

/**
 * What a key of a program can be given. Not what sets up the company, changes who may do what or concerns other people's
 * words: that is done by people.
 */
export const KEY_ACTIONS = [
  'view',
  'search',
  'export',
  'see_members',
  'see_audit',
  'see_completeness',
] as const satisfies readonly Action[];
export type KeyAction = (typeof KEY_ACTIONS)[number];

/** Whether the message actions of a role reach every message, or what grants name. */
export const REACHES = ['everything', 'granted'] as const;
export type Reach = (typeof REACHES)[number];

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
