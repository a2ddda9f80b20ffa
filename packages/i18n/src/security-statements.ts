/** The security page, in order: each section with its statements. The page and docs/security.md say these and no others. */
export const SECURITY_STATEMENTS = {
  company: ['owner', 'roles', 'now', 'log'],
  operators: ['console', 'never', 'enrol'],
  support: ['asked', 'limits', 'shown', 'end'],
  root: ['database', 'writes', 'root', 'hosting'],
  storage: ['sealed', 'index', 'credentials', 'backups'],
  outside: ['wecom', 'mail', 'exports', 'provider'],
} as const;
