-- what: schemas, sequence type, tenants, members, grants, invitations, operators, audit, findings, idempotency
-- why:  everything a request needs before it reaches a message
-- locks: none that matter, all objects are new
-- safe while old code runs: yes, first migration
-- The migrator owns everything; runtime roles (made with the cluster) get exactly what is granted here.

CREATE SCHEMA hw;
GRANT USAGE ON SCHEMA hw TO hw_app, hw_platform, hw_search;

-- WeCom numbers messages with unsigned 64-bit integers; bigint would lose the upper half.
CREATE DOMAIN hw.seq_number AS numeric(20, 0) CHECK (VALUE >= 0 AND VALUE < 18446744073709551616);

-- The tenant of the running transaction, set by inTenant; NULL outside, so that every policy is false there.
CREATE FUNCTION hw.current_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('hw.tenant', true), '')::uuid;
GRANT EXECUTE ON FUNCTION hw.current_tenant() TO hw_app, hw_platform, hw_search;

CREATE TABLE hw.tenants (
  tenant_id   uuid PRIMARY KEY,
  name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  zone        text NOT NULL,
  language    text NOT NULL CHECK (language IN ('zh-CN', 'en')),
  status      text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended')),
  created_at  timestamptz NOT NULL
);

-- Data keys, wrapped by the key-encryption key. Destroying a row ends the tenant's texts and media.
CREATE TABLE hw.tenant_keys (
  tenant_id   uuid NOT NULL REFERENCES hw.tenants,
  version     integer NOT NULL,
  wrapped     bytea NOT NULL,
  created_at  timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, version)
);

CREATE TABLE hw.members (
  tenant_id   uuid NOT NULL REFERENCES hw.tenants,
  member_id   uuid NOT NULL,
  user_id     text NOT NULL,
  email       text NOT NULL,
  name        text NOT NULL,
  role        text NOT NULL CHECK (role IN ('owner', 'admin', 'viewer')),
  language    text CHECK (language IN ('zh-CN', 'en')),
  status      text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'removed')),
  joined_at   timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, member_id)
);
CREATE UNIQUE INDEX members_by_user ON hw.members (tenant_id, user_id) WHERE status = 'active';
CREATE INDEX members_of_user ON hw.members (user_id) WHERE status = 'active';

-- A grant narrows a viewer to chosen employees. One row per grant; revoking keeps the row.
CREATE TABLE hw.grants (
  tenant_id   uuid NOT NULL,
  grant_id    uuid NOT NULL,
  member_id   uuid NOT NULL,
  employees   text[] NOT NULL CHECK (cardinality(employees) > 0),
  granted_by  uuid NOT NULL,
  granted_at  timestamptz NOT NULL,
  revoked_at  timestamptz,
  PRIMARY KEY (tenant_id, grant_id),
  FOREIGN KEY (tenant_id, member_id) REFERENCES hw.members
);
CREATE INDEX grants_of_member ON hw.grants (tenant_id, member_id) WHERE revoked_at IS NULL;

CREATE TABLE hw.invitations (
  tenant_id     uuid NOT NULL REFERENCES hw.tenants,
  invitation_id uuid NOT NULL,
  email         text NOT NULL,
  role          text NOT NULL CHECK (role IN ('admin', 'viewer')),
  employees     text[] NOT NULL,
  language      text NOT NULL CHECK (language IN ('zh-CN', 'en')),
  token_hash    text NOT NULL,
  invited_by    uuid NOT NULL,
  created_at    timestamptz NOT NULL,
  expires_at    timestamptz NOT NULL,
  accepted_at   timestamptz,
  revoked_at    timestamptz,
  PRIMARY KEY (tenant_id, invitation_id)
);
CREATE INDEX invitations_by_token ON hw.invitations (token_hash);

-- People of the operator; never members of a tenant by this row.
CREATE TABLE hw.operators (
  user_id     text PRIMARY KEY,
  added_at    timestamptz NOT NULL
);

CREATE TABLE hw.audit (
  tenant_id   uuid NOT NULL REFERENCES hw.tenants,
  audit_id    uuid NOT NULL,
  at          timestamptz NOT NULL,
  member_id   uuid,
  actor       text NOT NULL CHECK (actor IN ('member', 'system', 'operator')),
  event       text NOT NULL,
  subject     text,
  detail      jsonb NOT NULL DEFAULT '{}',
  address     text,
  request_id  text,
  PRIMARY KEY (tenant_id, audit_id)
);
CREATE INDEX audit_by_time ON hw.audit (tenant_id, at DESC, audit_id DESC);

CREATE TABLE hw.findings (
  tenant_id   uuid NOT NULL REFERENCES hw.tenants,
  finding_id  uuid NOT NULL,
  fault       text NOT NULL,
  -- What it is about ("connection:<id>"); with the fault it names one open finding.
  subject     text NOT NULL,
  detail      jsonb NOT NULL DEFAULT '{}',
  count       integer NOT NULL DEFAULT 1,
  since       timestamptz NOT NULL,
  last_at     timestamptz NOT NULL,
  resolved_at timestamptz,
  PRIMARY KEY (tenant_id, finding_id)
);
CREATE UNIQUE INDEX findings_open ON hw.findings (tenant_id, fault, subject) WHERE resolved_at IS NULL;

CREATE TABLE hw.idempotency_keys (
  tenant_id    uuid NOT NULL REFERENCES hw.tenants,
  member_id    uuid NOT NULL,
  key          text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  route        text NOT NULL,
  request_hash text NOT NULL,
  status       integer NOT NULL,
  answer       jsonb NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, member_id, key)
);
