-- what: single sign-on of a company: its identity providers, domains that it proved, who came by them, sign-ins under way, and
--       tokens with which a provider keeps memberships (SCIM); the company that a session is bound to
-- why:  people of a company come in as its own provider says, into this company only
-- locks: ACCESS EXCLUSIVE on identity.session for an instant (a nullable column, nothing is rewritten); the tables are new
-- safe while old code runs: yes, as long as nobody comes by single sign-on: code before this does not know what `tenantId` of a
--        session says. Such a user is a row of its own with one membership, so it would see nothing else all the same.

CREATE TABLE hw.sign_ons (
  tenant_id     uuid NOT NULL REFERENCES hw.tenants,
  sign_on_id    uuid NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('oidc', 'saml')),
  name          text NOT NULL CHECK (name <> ''),
  -- OIDC: the issuer's address; SAML: the provider's entity id.
  issuer        text NOT NULL CHECK (issuer <> ''),
  client_id     text,
  -- Sealed under the company's data key, not to the worker: the API itself shows it to the provider.
  secret_sealed bytea,
  -- SAML: where a browser is sent, and the certificates that assertions are signed with.
  sign_in_url   text,
  certificates  text[] NOT NULL DEFAULT '{}',
  -- Who comes without an invitation becomes a member with this role; null lets nobody in.
  joins_as      text CHECK (joins_as IN ('viewer', 'reviewer', 'exporter')),
  -- Members with an address of a proven domain come in this way only; owners excepted.
  is_required   boolean NOT NULL DEFAULT false,
  made_by       uuid NOT NULL,
  made_at       timestamptz NOT NULL,
  -- Of the last test: when, the address that the provider asserted, or what was wrong.
  tested_at     timestamptz,
  tested_email  text,
  test_problem  text,
  enabled_at    timestamptz,
  -- The row stays: the audit log names it.
  removed_at    timestamptz,
  PRIMARY KEY (tenant_id, sign_on_id),
  CONSTRAINT sign_ons_oidc CHECK ((kind = 'oidc') = (client_id IS NOT NULL)),
  CONSTRAINT sign_ons_saml CHECK ((kind = 'saml') = (sign_in_url IS NOT NULL AND cardinality(certificates) > 0)),
  CONSTRAINT sign_ons_removed CHECK (removed_at IS NULL OR (enabled_at IS NULL AND secret_sealed IS NULL))
);
CREATE UNIQUE INDEX sign_ons_enabled ON hw.sign_ons (tenant_id) WHERE enabled_at IS NOT NULL;

CREATE TABLE hw.sign_on_domains (
  tenant_id   uuid NOT NULL REFERENCES hw.tenants,
  -- In lower case, as DNS writes it.
  domain      text NOT NULL CHECK (domain = lower(domain)),
  -- What the TXT record has to hold; public by nature.
  record      text NOT NULL,
  added_by    uuid NOT NULL,
  added_at    timestamptz NOT NULL,
  proven_at   timestamptz,
  PRIMARY KEY (tenant_id, domain)
);
-- Only who holds the domain's DNS learns that another company proved it before.
CREATE UNIQUE INDEX sign_on_domains_proven ON hw.sign_on_domains (domain) WHERE proven_at IS NOT NULL;

-- Who somebody is: company, issuer and subject. The address is what the provider last said; nothing is looked up by it
-- outside of the company.
CREATE TABLE hw.sign_on_identities (
  tenant_id   uuid NOT NULL,
  identity_id uuid NOT NULL,
  sign_on_id  uuid NOT NULL,
  issuer      text NOT NULL,
  subject     text NOT NULL CHECK (subject <> ''),
  user_id     text NOT NULL,
  -- The newest membership, whatever its state.
  member_id   uuid NOT NULL,
  email       text NOT NULL,
  name        text NOT NULL,
  made_at     timestamptz NOT NULL,
  changed_at  timestamptz NOT NULL,
  last_at     timestamptz,
  -- The provider deleted it; it is made again by the same subject.
  released_at timestamptz,
  PRIMARY KEY (tenant_id, identity_id),
  FOREIGN KEY (tenant_id, sign_on_id) REFERENCES hw.sign_ons,
  FOREIGN KEY (tenant_id, member_id) REFERENCES hw.members
);
CREATE UNIQUE INDEX sign_on_identities_by_subject ON hw.sign_on_identities (tenant_id, issuer, subject);

-- Sign-ins under way: ten minutes, once, for the browser that began them.
CREATE TABLE hw.sign_on_logins (
  tenant_id       uuid NOT NULL,
  login_id        uuid NOT NULL,
  sign_on_id      uuid NOT NULL,
  purpose         text NOT NULL CHECK (purpose IN ('sign_in', 'test', 'invitation')),
  -- Of what goes to the provider and comes back, and of the browser's cookie.
  state_hash      text NOT NULL,
  browser_hash    text NOT NULL,
  invitation_id   uuid,
  -- Who tests.
  member_id       uuid,
  -- SAML: the id of our request.
  request_id      text,
  -- OIDC: verifier and nonce; SAML, once answered: who it is.
  secrets_sealed  bytea NOT NULL,
  -- SAML: of the token with which the browser comes back.
  finish_hash     text,
  stage           text NOT NULL DEFAULT 'open' CHECK (stage IN ('open', 'answered', 'done')),
  begun_at        timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, login_id),
  FOREIGN KEY (tenant_id, sign_on_id) REFERENCES hw.sign_ons
);
CREATE INDEX sign_on_logins_by_state ON hw.sign_on_logins (state_hash);
CREATE INDEX sign_on_logins_by_finish ON hw.sign_on_logins (finish_hash) WHERE finish_hash IS NOT NULL;
CREATE INDEX sign_on_logins_ended ON hw.sign_on_logins (tenant_id, expires_at);

CREATE TABLE hw.scim_tokens (
  tenant_id    uuid NOT NULL,
  token_id     uuid NOT NULL,
  -- Whose subjects its people have.
  sign_on_id   uuid NOT NULL,
  token_hash   text NOT NULL,
  -- The first characters, to tell tokens apart.
  prefix       text NOT NULL,
  role         text NOT NULL CHECK (role IN ('viewer', 'reviewer', 'exporter')),
  made_by      uuid NOT NULL,
  made_at      timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at   timestamptz,
  PRIMARY KEY (tenant_id, token_id),
  FOREIGN KEY (tenant_id, sign_on_id) REFERENCES hw.sign_ons
);
CREATE INDEX scim_tokens_by_hash ON hw.scim_tokens (token_hash);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['sign_ons', 'sign_on_domains', 'sign_on_identities', 'sign_on_logins', 'scim_tokens'] LOOP
    EXECUTE format('ALTER TABLE hw.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_tenant ON hw.%I TO hw_app
      USING (tenant_id = hw.current_tenant()) WITH CHECK (tenant_id = hw.current_tenant())', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['sign_ons', 'sign_on_domains', 'sign_on_logins', 'scim_tokens'] LOOP
    EXECUTE format('CREATE POLICY across_tenants ON hw.%I FOR SELECT TO hw_platform USING (true)', name);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON hw.sign_ons, hw.sign_on_domains, hw.sign_on_identities, hw.sign_on_logins, hw.scim_tokens TO hw_app;
GRANT UPDATE (secret_sealed, joins_as, is_required, tested_at, tested_email, test_problem, enabled_at, removed_at)
  ON hw.sign_ons TO hw_app;
GRANT UPDATE (proven_at) ON hw.sign_on_domains TO hw_app;
GRANT DELETE ON hw.sign_on_domains, hw.sign_on_logins TO hw_app;
GRANT UPDATE (member_id, email, name, changed_at, last_at, released_at) ON hw.sign_on_identities TO hw_app;
GRANT UPDATE (secrets_sealed, finish_hash, stage) ON hw.sign_on_logins TO hw_app;
GRANT UPDATE (last_used_at, revoked_at) ON hw.scim_tokens TO hw_app;

-- Before a company is known: whose domain, whose sign-in under way, whose token.
GRANT SELECT (tenant_id, sign_on_id, enabled_at) ON hw.sign_ons TO hw_platform;
GRANT SELECT (tenant_id, domain, proven_at) ON hw.sign_on_domains TO hw_platform;
GRANT SELECT (tenant_id, login_id, state_hash, finish_hash) ON hw.sign_on_logins TO hw_platform;
GRANT SELECT (tenant_id, token_id, token_hash, revoked_at) ON hw.scim_tokens TO hw_platform;

-- The only company that a session opens; null for a session that its person opened with a password.
ALTER TABLE identity.session ADD COLUMN "tenantId" text;
CREATE INDEX session_of_tenant ON identity.session ("tenantId") WHERE "tenantId" IS NOT NULL;
