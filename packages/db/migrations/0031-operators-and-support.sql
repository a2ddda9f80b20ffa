-- what: accounts of the operator's people apart from those of companies' people, with passkeys and enrolment links;
--       requests for support access and what became of them
-- why:  a session of a company never opens the operator's console, nor the other way round; support looks into a company
--       only where, for how long and as its owner allowed
-- locks: ACCESS EXCLUSIVE on hw.operators for an instant (nullable columns, nothing is rewritten)
-- safe while old code runs: yes; it knows operators by accounts of companies' people, of which new code takes none

-- The library's names. Nobody signs up here: rows are made by the migrator's command, and an account whose id is not in
-- hw.operators opens nothing.
CREATE TABLE identity.operator (
  id              text PRIMARY KEY,
  name            text NOT NULL,
  -- The library asks for one; made up, no mail goes there.
  email           text NOT NULL UNIQUE,
  "emailVerified" boolean NOT NULL DEFAULT false,
  image           text,
  "createdAt"     timestamptz NOT NULL,
  "updatedAt"     timestamptz NOT NULL
);

CREATE TABLE identity.operator_session (
  id          text PRIMARY KEY,
  "expiresAt" timestamptz NOT NULL,
  token       text NOT NULL UNIQUE,
  "createdAt" timestamptz NOT NULL,
  "updatedAt" timestamptz NOT NULL,
  "ipAddress" text,
  "userAgent" text,
  "userId"    text NOT NULL REFERENCES identity.operator ON DELETE CASCADE
);
CREATE INDEX operator_session_of_operator ON identity.operator_session ("userId");

CREATE TABLE identity.operator_verification (
  id          text PRIMARY KEY,
  identifier  text NOT NULL,
  value       text NOT NULL,
  "expiresAt" timestamptz NOT NULL,
  "createdAt" timestamptz NOT NULL,
  "updatedAt" timestamptz NOT NULL
);
CREATE INDEX operator_verification_by_identifier ON identity.operator_verification (identifier);

CREATE TABLE identity.operator_passkey (
  id             text PRIMARY KEY,
  name           text,
  "publicKey"    text NOT NULL,
  "userId"       text NOT NULL REFERENCES identity.operator ON DELETE CASCADE,
  "credentialID" text NOT NULL UNIQUE,
  counter        bigint NOT NULL,
  "deviceType"   text NOT NULL,
  "backedUp"     boolean NOT NULL,
  transports     text,
  "createdAt"    timestamptz,
  aaguid         text
);
CREATE INDEX operator_passkey_of_operator ON identity.operator_passkey ("userId");

-- Links by which a passkey is added, once. Made by the migrator alone.
CREATE TABLE identity.operator_enrolment (
  token_hash  text PRIMARY KEY,
  operator_id text NOT NULL REFERENCES identity.operator ON DELETE CASCADE,
  expires_at  timestamptz NOT NULL,
  used_at     timestamptz
);

GRANT SELECT, INSERT, UPDATE, DELETE ON identity.operator_session, identity.operator_verification, identity.operator_passkey
  TO hw_identity;
GRANT SELECT ON identity.operator, identity.operator_enrolment TO hw_identity;
GRANT UPDATE (used_at) ON identity.operator_enrolment TO hw_identity;

ALTER TABLE hw.operators
  ADD COLUMN name text,
  ADD COLUMN removed_at timestamptz;

CREATE TABLE hw.support_requests (
  tenant_id       uuid NOT NULL REFERENCES hw.tenants,
  request_id      uuid NOT NULL,
  -- Counts the company's requests; what people call it.
  number          integer NOT NULL CHECK (number > 0),
  operator_id     text NOT NULL,
  -- As shown to the company.
  operator_name   text NOT NULL CHECK (operator_name <> ''),
  reason          text NOT NULL CHECK (length(reason) BETWEEN 10 AND 1000),
  asked_scopes    text[] NOT NULL CHECK (
                    cardinality(asked_scopes) > 0 AND asked_scopes <@ ARRAY['health', 'connection', 'conversations']),
  asked_hours     integer NOT NULL CHECK (asked_hours BETWEEN 1 AND 4),
  asked_at        timestamptz NOT NULL,
  -- Nobody need answer: from here on it is answered by silence.
  answer_until    timestamptz NOT NULL,
  state           text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'approved', 'refused', 'ended', 'expired')),
  decided_at      timestamptz,
  decided_by      uuid,
  -- What was approved: never more than asked.
  scopes          text[] NOT NULL DEFAULT '{}' CHECK (scopes <@ asked_scopes),
  hours           integer CHECK (hours BETWEEN 1 AND asked_hours),
  -- Whose conversations, in which rooms, written when; of the scope `conversations`.
  people          text[] NOT NULL DEFAULT '{}',
  rooms           text[] NOT NULL DEFAULT '{}',
  sent_from       timestamptz,
  sent_until      timestamptz,
  until_at        timestamptz,
  ended_at        timestamptz,
  ended_by        text CHECK (ended_by IN ('owner', 'operator', 'time')),
  ended_by_member uuid,
  -- When the owners were told that it was asked, and what was looked at.
  asked_mailed_at timestamptz,
  ended_mailed_at timestamptz,
  PRIMARY KEY (tenant_id, request_id),
  UNIQUE (tenant_id, number),
  CHECK (until_at <= decided_at + interval '4 hours'),
  CHECK ((state IN ('approved', 'ended', 'expired') AND until_at IS NOT NULL) OR until_at IS NULL),
  CHECK (state <> 'approved' OR (until_at IS NOT NULL AND decided_by IS NOT NULL AND cardinality(scopes) > 0)),
  -- Conversations are somebody's, or of a room: never all of them.
  CHECK (until_at IS NULL OR ('conversations' = ANY (scopes)) = (cardinality(people) + cardinality(rooms) > 0)),
  CHECK (sent_from < sent_until)
);
CREATE INDEX support_requests_by_id ON hw.support_requests (request_id);
CREATE INDEX support_requests_open ON hw.support_requests (tenant_id) WHERE state IN ('asked', 'approved');
CREATE INDEX support_requests_by_time ON hw.support_requests (asked_at);

ALTER TABLE hw.support_requests ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON hw.support_requests TO hw_app
  USING (tenant_id = hw.current_tenant()) WITH CHECK (tenant_id = hw.current_tenant());
CREATE POLICY across_tenants ON hw.support_requests FOR SELECT TO hw_platform USING (true);
GRANT SELECT, INSERT ON hw.support_requests TO hw_app;
GRANT UPDATE (state, decided_at, decided_by, scopes, hours, people, rooms, sent_from, sent_until, until_at, ended_at, ended_by,
  ended_by_member, asked_mailed_at, ended_mailed_at) ON hw.support_requests TO hw_app;
-- The console's list and the sweep: who, which kind, when; not the reason, and not whose conversations.
GRANT SELECT (tenant_id, request_id, number, operator_id, operator_name, asked_scopes, asked_hours, asked_at, answer_until,
  state, decided_at, scopes, hours, until_at, ended_at, ended_by, asked_mailed_at, ended_mailed_at)
  ON hw.support_requests TO hw_platform;
