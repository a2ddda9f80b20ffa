type QueryValue = string | readonly string[] | null | undefined;

function withQuery(path: string, query: Readonly<Record<string, QueryValue>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue;
    for (const each of typeof value === 'string' ? [value] : value) search.append(name, each);
  }
  return search.size === 0 ? path : `${path}?${search}`;
}

const id = encodeURIComponent;

/** How a conversation is read: words that were searched for, the silence that cuts dialogs, the viewpoint. */
interface ReadingQuery {
  readonly [name: string]: QueryValue;
  readonly q?: string | null;
  readonly gap?: string | null;
  readonly view?: string | null;
}

/** Every address of the portal, built in one place. */
export const paths = {
  overview: () => '/',
  signIn: (next?: string) => withQuery('/sign-in', { next: next === '/' ? null : next }),
  signUp: (next?: string) => withQuery('/sign-up', { next: next === '/' ? null : next }),
  signInCode: (next: string, methods: readonly string[]) =>
    withQuery('/sign-in/code', { next: next === '/' ? null : next, method: methods }),
  completeSignUp: (token: string) => `/sign-up/${id(token)}`,
  forgotPassword: () => '/forgot-password',
  resetPassword: (token: string) => `/reset-password/${id(token)}`,
  /** One's own account: password, factors, sessions. */
  account: (query: Readonly<Record<string, QueryValue>> = {}) => withQuery('/account', query),
  companySignIn: (query: Readonly<Record<string, QueryValue>> = {}) => withQuery('/sign-in/company', query),
  singleSignOn: (query: Readonly<Record<string, QueryValue>> = {}) => withQuery('/settings/single-sign-on', query),
  factorRule: (query: Readonly<Record<string, QueryValue>> = {}) => withQuery('/settings/second-factor', query),
  signOut: () => '/sign-out',
  preferences: () => '/preferences',
  company: () => '/company',
  /** Where somebody is sent whom the company does not let in from here, or not in this way. */
  keptOut: () => '/kept-out',
  connect: () => '/connect',
  search: (query: Readonly<Record<string, QueryValue>> = {}) => withQuery('/search', query),
  olderHits: (query: Readonly<Record<string, QueryValue>>) => withQuery('/search/older', query),
  searchNumbers: (query: Readonly<Record<string, QueryValue>>) => withQuery('/search/numbers', query),
  searchChoices: (query: { readonly who: string } | { readonly where: string }) =>
    `/search/choices?${new URLSearchParams(query)}`,
  message: (messageId: string, query: ReadingQuery & { readonly cursor?: string | null } = {}) =>
    withQuery(`/messages/${id(messageId)}`, query) + (query.cursor ? '' : `#m-${id(messageId)}`),
  moreOf: (messageId: string, query: ReadingQuery & { readonly cursor: string }) =>
    withQuery(`/messages/${id(messageId)}/more`, query),
  rawMessage: (messageId: string) => `/messages/${id(messageId)}/raw`,
  conversations: (query: Readonly<Record<string, QueryValue>> = {}) => withQuery('/conversations', query),
  conversation: (conversationId: string, query: Readonly<Record<string, QueryValue>> = {}) =>
    withQuery(`/conversations/${id(conversationId)}`, query),
  conversationAt: (conversationId: string, query: ReadingQuery & { readonly day?: string } = {}) =>
    withQuery(`/conversations/${id(conversationId)}/at`, query),
  busyDays: (conversationId: string, month: string) =>
    withQuery(`/conversations/${id(conversationId)}/days`, { month }),
  citations: (query: Readonly<Record<string, QueryValue>> = {}) => withQuery('/dialogs', query),
  citation: (dialogId: string, query: Readonly<Record<string, QueryValue>> = {}) =>
    withQuery(`/dialogs/${id(dialogId)}`, query),
  timeline: (
    person: { readonly connectionId: string; readonly personKey: string },
    query: Readonly<Record<string, QueryValue>> = {},
  ) => withQuery(`/people/${id(person.connectionId)}/${id(person.personKey)}/timeline`, query),
  timelinePart: (
    person: { readonly connectionId: string; readonly personKey: string },
    query: { readonly gap: string | null; readonly cursor: string },
  ) => withQuery(`/people/${id(person.connectionId)}/${id(person.personKey)}/timeline/more`, query),
  timelineDays: (person: { readonly connectionId: string; readonly personKey: string }, month: string) =>
    withQuery(`/people/${id(person.connectionId)}/${id(person.personKey)}/timeline/days`, { month }),
  personCard: (person: { readonly connectionId: string; readonly personKey: string }) =>
    `/people/${id(person.connectionId)}/${id(person.personKey)}/card`,
  people: (query: Readonly<Record<string, QueryValue>> = {}) => withQuery('/people', query),
  person: (person: { readonly connectionId: string; readonly personKey: string }) =>
    `/people/${id(person.connectionId)}/${id(person.personKey)}`,
  consents: (personKey: string, query: Readonly<Record<string, QueryValue>> = {}) =>
    withQuery(`/people/${id(personKey)}/consents`, query),
  rooms: (query: Readonly<Record<string, QueryValue>> = {}) => withQuery('/rooms', query),
  room: (connectionId: string, roomId: string, query: Readonly<Record<string, QueryValue>> = {}) =>
    withQuery(`/rooms/${id(connectionId)}/${id(roomId)}`, query),
  coverage: (query: Readonly<Record<string, QueryValue>> = {}) => withQuery('/coverage', query),
  messageKinds: () => '/coverage/types',
  files: (query: Readonly<Record<string, QueryValue>> = {}) => withQuery('/files', query),
  downloadFileList: (query: Readonly<Record<string, QueryValue>>) => withQuery('/v1/files/list.csv', query),
  exports: (query: Readonly<Record<string, QueryValue>> = {}) => withQuery('/exports', query),
  newExport: (query: Readonly<Record<string, QueryValue>> = {}) => withQuery('/exports/new', query),
  /** Leads on to the file, or says why not. */
  downloadExport: (exportId: string) => `/exports/${id(exportId)}/download`,
  exportFile: (exportId: string) => `/v1/exports/${id(exportId)}/download`,
  link: (token: string) => `/links/${id(token)}`,
  downloadLink: (token: string) => `/links/${id(token)}/download`,
  linkFile: (token: string) => `/v1/exports/links/${id(token)}/download`,
  schedules: () => '/schedules',
  members: () => '/members',
  inviteMember: () => '/members/invite',
  member: (memberId: string) => `/members/${id(memberId)}`,
  newGrant: (memberId: string) => `/members/${id(memberId)}/grants/new`,
  grant: (memberId: string, grantId: string) => `/members/${id(memberId)}/grants/${id(grantId)}`,
  viewAs: (memberId: string) => `/members/${id(memberId)}/view-as`,
  roles: () => '/roles',
  newRole: () => '/roles/new',
  role: (roleId: string) => `/roles/${id(roleId)}`,
  readingSettings: (query: Readonly<Record<string, QueryValue>> = {}) => withQuery('/settings/reading', query),
  audit: (query: Readonly<Record<string, QueryValue>> = {}) => withQuery('/audit', query),
  auditVerify: () => '/audit/verify',
  auditTable: (query: Readonly<Record<string, QueryValue>>) => withQuery('/v1/audit/file.csv', query),
  auditFile: (query: Readonly<Record<string, QueryValue>>) => withQuery('/v1/audit/file.jsonl', query),
  auditCheckpoints: () => '/v1/audit/checkpoints',
  statements: (query: Readonly<Record<string, QueryValue>> = {}) => withQuery('/audit/statements', query),
  statement: (month: string) => `/audit/statements/${id(month)}`,
  statementTable: (month: string) => `/v1/audit/statements/${id(month)}/file.csv`,
  reason: (next: string) => withQuery('/reason', { next: next === '/' ? null : next }),
  apiKeys: (query: Readonly<Record<string, QueryValue>> = {}) => withQuery('/settings/api-keys', query),
  newApiKey: () => '/settings/api-keys/new',
  networks: (query: Readonly<Record<string, QueryValue>> = {}) => withQuery('/settings/networks', query),
  reasonSettings: (query: Readonly<Record<string, QueryValue>> = {}) => withQuery('/settings/reason', query),
  completeness: (query: Readonly<Record<string, QueryValue>> = {}) => withQuery('/completeness', query),
  ledgerDay: (connectionId: string, day: string, query: Readonly<Record<string, QueryValue>> = {}) =>
    withQuery(`/completeness/${id(connectionId)}/days/${id(day)}`, query),
  downloadLedger: (connectionId: string) => `/v1/ledger/${id(connectionId)}/file`,
  downloadCheckpoints: (connectionId: string) => `/v1/ledger/${id(connectionId)}/checkpoints`,
  downloadLedgerKeys: () => '/v1/ledger/keys',
  searchIndex: () => '/search-index',
  quarantine: (query: Readonly<Record<string, QueryValue>> = {}) => withQuery('/quarantine', query),
  keys: (query: Readonly<Record<string, QueryValue>> = {}) => withQuery('/keys', query),
  mailbox: () => '/dev/mailbox',
  mail: (mailId: string) => `/dev/mailbox/${id(mailId)}`,
  /** Who can read what; open to everybody. */
  security: () => '/security',
  /** Where owners decide on support access. */
  support: () => '/settings/support',
  operator: () => '/operator',
  /** The console, saying that the access that was looked through is over. */
  operatorOver: () => '/operator?over=1',
  operatorSignIn: () => '/operator/sign-in',
  operatorSignOut: () => '/operator/sign-out',
  operatorTenant: (tenantId: string) => `/operator/tenants/${id(tenantId)}`,
  /** Begins and ends looking at a company. */
  operatorLook: () => '/operator/look',
} as const;
