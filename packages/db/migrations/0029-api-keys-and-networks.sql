-- what: keys of programs; from which networks a company's people may work; which key an export was asked for with
-- why:  a program acts with less than the member that made its key; a stolen password is of no use from elsewhere
-- locks: ACCESS EXCLUSIVE on hw.exports for an instant (a nullable column, nothing is rewritten; the foreign key has no row
--        to check)
-- safe while old code runs: yes; it knows no keys and so lets none in, but it does not look at networks: the rule holds
--        once it is gone

CREATE TABLE hw.api_keys (
  tenant_id    uuid NOT NULL,
  key_id       uuid NOT NULL,
  -- What everybody may see of it: finds the key before its company is known, opens nothing.
  prefix       text NOT NULL CHECK (prefix ~ '^[a-z2-7]{12}$'),
  name         text NOT NULL CHECK (name <> ''),
  -- What it is for; stands for the reason that a person would give.
  purpose      text NOT NULL CHECK (purpose <> ''),
  -- SHA-256 of 256 random bits.
  secret_hash  bytea NOT NULL CHECK (length(secret_hash) = 32),
  -- Of the secret before, and until when it still opens.
  former_hash  bytea CHECK (length(former_hash) = 32),
  former_until timestamptz,
  scopes       text[] NOT NULL CHECK (cardinality(scopes) > 0),
  -- Where its actions on messages reach, in the form of invitations' grants; never beyond its maker.
  grants       jsonb NOT NULL,
  -- From where it may be used; empty for wherever the company's people may work.
  networks     cidr[] NOT NULL DEFAULT '{}',
  made_by      uuid NOT NULL,
  made_at      timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL CHECK (expires_at > made_at AND expires_at <= made_at + interval '8784 hours'),
  rotated_at   timestamptz,
  -- At most once a minute.
  last_used_at timestamptz,
  last_address text,
  revoked_at   timestamptz,
  revoked_by   uuid,
  PRIMARY KEY (tenant_id, key_id),
  FOREIGN KEY (tenant_id, made_by) REFERENCES hw.members,
  CONSTRAINT api_keys_former CHECK ((former_hash IS NULL) = (former_until IS NULL))
);
-- Not unique, which would tie companies together: 60 random bits are.
CREATE INDEX api_keys_by_prefix ON hw.api_keys (prefix);

-- One row per company that ever set it: the networks that its people work in.
CREATE TABLE hw.address_rules (
  tenant_id  uuid PRIMARY KEY REFERENCES hw.tenants,
  enabled    boolean NOT NULL,
  networks   cidr[] NOT NULL,
  -- What each is called, place by place.
  labels     text[] NOT NULL,
  changed_by uuid NOT NULL,
  changed_at timestamptz NOT NULL,
  FOREIGN KEY (tenant_id, changed_by) REFERENCES hw.members,
  CONSTRAINT address_rules_labelled CHECK (cardinality(networks) = cardinality(labels)),
  CONSTRAINT address_rules_let_somebody_in CHECK (NOT enabled OR cardinality(networks) > 0)
);

-- The key that it was asked for with: built and handed out within what that may do.
ALTER TABLE hw.exports
  ADD COLUMN api_key_id uuid,
  ADD FOREIGN KEY (tenant_id, api_key_id) REFERENCES hw.api_keys;
CREATE INDEX exports_of_key ON hw.exports (tenant_id, api_key_id) WHERE api_key_id IS NOT NULL;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['api_keys', 'address_rules']
  LOOP
    EXECUTE format('ALTER TABLE hw.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_tenant ON hw.%I TO hw_app USING (tenant_id = hw.current_tenant()) WITH CHECK (tenant_id = hw.current_tenant())',
      name);
  END LOOP;
END
$$;
CREATE POLICY across_tenants ON hw.api_keys FOR SELECT TO hw_platform USING (true);

GRANT SELECT, INSERT ON hw.api_keys TO hw_app;
GRANT UPDATE (name, secret_hash, former_hash, former_until, networks, expires_at, rotated_at, last_used_at, last_address,
  revoked_at, revoked_by) ON hw.api_keys TO hw_app;
GRANT SELECT, INSERT, UPDATE ON hw.address_rules TO hw_app;

-- A request with a key says nothing else of its company.
GRANT SELECT (tenant_id, key_id, prefix) ON hw.api_keys TO hw_platform;
