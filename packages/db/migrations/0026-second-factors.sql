-- what: second factors and passkeys of accounts, how and when a session was last proven and used, mails that accounts ask
--       for, and which companies demand a second factor
-- why:  a password alone can be stolen; an address is proven by who reads its mails; a person ends their own sessions
-- locks: ACCESS EXCLUSIVE on hw.tenants, identity.user, identity.session and identity.attempts for an instant (nullable
--       columns and constant defaults, nothing is rewritten; attempts is small and read once for its new check)
-- safe while old code runs: yes; it knows none of the columns and makes accounts without a second factor

ALTER TABLE identity."user"
  ADD COLUMN "twoFactorEnabled" boolean DEFAULT false,
  -- Browsers that were remembered before are strangers.
  ADD COLUMN "devicesFrom" timestamptz;

ALTER TABLE identity.session
  -- What it was opened with besides a password; null without a second factor.
  ADD COLUMN factor text CHECK (factor IN ('totp', 'recovery', 'passkey', 'single_sign_on')),
  -- When password or factor were last shown again.
  ADD COLUMN "provenAt" timestamptz,
  ADD COLUMN "lastUsedAt" timestamptz;

-- The library's names. A person with a factor of any kind has a row, for the recovery codes; `verified` says that it is
-- an authenticator app's and was tried.
CREATE TABLE identity.second_factor (
  id                        text PRIMARY KEY,
  secret                    text NOT NULL,
  "backupCodes"             text NOT NULL,
  "userId"                  text NOT NULL UNIQUE REFERENCES identity."user" ON DELETE CASCADE,
  verified                  boolean DEFAULT true,
  "failedVerificationCount" integer DEFAULT 0,
  "lockedUntil"             timestamptz,
  -- Of the last code that was taken: none is taken twice.
  "lastStep"                bigint,
  "verifiedAt"              timestamptz
);

CREATE TABLE identity.passkey (
  id             text PRIMARY KEY,
  name           text,
  "publicKey"    text NOT NULL,
  "userId"       text NOT NULL REFERENCES identity."user" ON DELETE CASCADE,
  "credentialID" text NOT NULL UNIQUE,
  counter        bigint NOT NULL,
  "deviceType"   text NOT NULL,
  "backedUp"     boolean NOT NULL,
  transports     text,
  "createdAt"    timestamptz,
  aaguid         text
);
CREATE INDEX passkey_of_user ON identity.passkey ("userId");

-- Challenges that strangers ask for end by themselves and are swept by the next ones.
CREATE INDEX verification_ended ON identity.verification ("expiresAt");

ALTER TABLE identity.attempts
  DROP CONSTRAINT attempts_kind_check,
  ADD CONSTRAINT attempts_kind_check CHECK (
    kind IN ('account', 'address', 'device', 'code', 'code_device', 'link_address', 'mail', 'mail_address'));

-- A slot is 20 bits of a keyed hash of the address: the table cannot grow beyond a million rows of a kind, and a newer
-- mail ends the link of an older one.
CREATE TABLE identity.mails (
  kind         text NOT NULL CHECK (kind IN (
                 'sign_up', 'has_account', 'reset', 'password_changed', 'factor_added', 'factor_removed', 'recovery_used',
                 'factor_reset')),
  slot         integer NOT NULL CHECK (slot BETWEEN 0 AND 1048575),
  mail_id      uuid NOT NULL UNIQUE,
  email        text NOT NULL,
  name         text NOT NULL,
  language     text NOT NULL CHECK (language IN ('zh-CN', 'en')),
  -- Of the link's token; null for a mail without a link.
  token_hash   text UNIQUE,
  -- The token, for the worker alone, which writes the mail and wipes it.
  token_sealed bytea,
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  next_try_at  timestamptz NOT NULL,
  mailed_at    timestamptz,
  PRIMARY KEY (kind, slot)
);
CREATE INDEX mails_ended ON identity.mails (expires_at);
CREATE INDEX mails_waiting ON identity.mails (next_try_at) WHERE mailed_at IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON identity.second_factor, identity.passkey, identity.mails TO hw_identity;

ALTER TABLE hw.tenants ADD COLUMN factor_required boolean NOT NULL DEFAULT false;
GRANT UPDATE (factor_required) ON hw.tenants TO hw_app;
GRANT SELECT (factor_required) ON hw.tenants TO hw_platform;
