-- what: the identity library's tables (better-auth 1.7: user, session, account, verification)
-- why:  sign-up, sign-in and sessions belong to a library; its column names are its own
-- locks: none that matter, all objects are new
-- safe while old code runs: yes

CREATE SCHEMA identity;
GRANT USAGE ON SCHEMA identity TO hw_identity;

CREATE TABLE identity."user" (
  id              text PRIMARY KEY,
  name            text NOT NULL,
  email           text NOT NULL UNIQUE,
  "emailVerified" boolean NOT NULL DEFAULT false,
  image           text,
  "createdAt"     timestamptz NOT NULL,
  "updatedAt"     timestamptz NOT NULL
);

CREATE TABLE identity.session (
  id          text PRIMARY KEY,
  "expiresAt" timestamptz NOT NULL,
  token       text NOT NULL UNIQUE,
  "createdAt" timestamptz NOT NULL,
  "updatedAt" timestamptz NOT NULL,
  "ipAddress" text,
  "userAgent" text,
  "userId"    text NOT NULL REFERENCES identity."user" ON DELETE CASCADE
);
CREATE INDEX session_of_user ON identity.session ("userId");

CREATE TABLE identity.account (
  id                       text PRIMARY KEY,
  "accountId"              text NOT NULL,
  "providerId"             text NOT NULL,
  "userId"                 text NOT NULL REFERENCES identity."user" ON DELETE CASCADE,
  "accessToken"            text,
  "refreshToken"           text,
  "idToken"                text,
  "accessTokenExpiresAt"   timestamptz,
  "refreshTokenExpiresAt"  timestamptz,
  scope                    text,
  password                 text,
  "createdAt"              timestamptz NOT NULL,
  "updatedAt"              timestamptz NOT NULL
);
CREATE INDEX account_of_user ON identity.account ("userId");

CREATE TABLE identity.verification (
  id          text PRIMARY KEY,
  identifier  text NOT NULL,
  value       text NOT NULL,
  "expiresAt" timestamptz NOT NULL,
  "createdAt" timestamptz NOT NULL,
  "updatedAt" timestamptz NOT NULL
);
CREATE INDEX verification_by_identifier ON identity.verification (identifier);

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA identity TO hw_identity;
