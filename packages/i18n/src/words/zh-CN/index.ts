import { account } from './account.ts';
import { apiKeys } from './api-keys.ts';
import { audit } from './audit.ts';
import { common } from './everywhere.ts';
import { completeness } from './completeness.ts';
import { connect } from './connect.ts';
import { coverage } from './coverage.ts';
import { errors } from './errors.ts';
import { exports } from './exports.ts';
import { faults } from './faults.ts';
import { files } from './files.ts';
import { identity } from './identity.ts';
import { keys } from './keys.ts';
import { kindCoverage } from './kind-coverage.ts';
import { kinds } from './kinds.ts';
import { mail } from './mail.ts';
import { mailbox } from './mailbox.ts';
import { grants } from './grants.ts';
import { members } from './members.ts';
import { roles } from './roles.ts';
import { operator } from './operator.ts';
import { overview } from './overview.ts';
import { people } from './people.ts';
import { quarantine } from './quarantine.ts';
import { reader } from './reader.ts';
import { reading } from './reading.ts';
import { readingSettings } from './reading-settings.ts';
import { reasons } from './reasons.ts';
import { remedies } from './remedies.ts';
import { rooms } from './rooms.ts';
import { schedules } from './schedules.ts';
import { search } from './search.ts';
import { searchIndex } from './search-index.ts';
import { secrets } from './secrets.ts';
import { security } from './security.ts';
import { selection } from './selection.ts';
import { shell } from './shell.ts';
import { singleSignOn } from './single-sign-on.ts';
import { statements } from './statements.ts';
import { support } from './support.ts';
import { triggers } from './triggers.ts';

export const words = {
  apiKeys,
  common,
  kinds,
  kindCoverage,
  faults,
  files,
  shell,
  completeness,
  connect,
  coverage,
  quarantine,
  keys,
  search,
  searchIndex,
  secrets,
  selection,
  reader,
  reading,
  readingSettings,
  people,
  exports,
  reasons,
  singleSignOn,
  remedies,
  rooms,
  schedules,
  members,
  grants,
  roles,
  audit,
  statements,
  account,
  identity,
  overview,
  mail,
  operator,
  mailbox,
  errors,
  triggers,
  support,
  security,
} as const;
