export * from './accounts.ts';
export * from './factors.ts';
export * from './mails.ts';
export * from './sessions.ts';
