export type AuthPaths = readonly { readonly method: 'GET' | 'POST'; readonly path: `/auth/${string}` }[];
