export * from './domains.ts';
export * from './identities.ts';
export * from './logins.ts';
export * from './scim-tokens.ts';
export * from './sign-on-users.ts';
export * from './sign-ons.ts';
