-- what: nine built-in roles and roles that a company makes itself; the employee that a member is; grants of every dimension
--       (employees, departments, customers, tags, rooms, kinds, directions, a period, the member itself, everything), with
--       the actions that they open, an end and a note; the same for invitations
-- why:  a role says what somebody may do, a grant where; a company decides both more finely than in three roles
-- locks: ACCESS EXCLUSIVE on hw.members, hw.grants and hw.invitations for an instant (constant defaults, nothing is
--        rewritten; the new checks read their rows, which are few)
-- safe while old code runs: yes; it gives nobody of a role that it does not know anything. A grant that it would read as more
--        than it gives is not plain, and the database keeps every grant that is not plain out of its sight: as one revoked
--        when it was given. It knows no grants of invitations but their employees and departments, so it gives less.

CREATE TABLE hw.roles (
  tenant_id  uuid NOT NULL REFERENCES hw.tenants,
  role_id    uuid NOT NULL,
  name       text NOT NULL CHECK (name <> ''),
  actions    text[] NOT NULL,
  -- Whether its message actions reach every message, or what grants name.
  reach      text NOT NULL CHECK (reach IN ('everything', 'granted')),
  made_by    uuid NOT NULL,
  made_at    timestamptz NOT NULL,
  -- The row stays: the audit log names it.
  removed_at timestamptz,
  PRIMARY KEY (tenant_id, role_id)
);
CREATE UNIQUE INDEX roles_by_name ON hw.roles (tenant_id, lower(name)) WHERE removed_at IS NULL;
ALTER TABLE hw.roles ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON hw.roles TO hw_app
  USING (tenant_id = hw.current_tenant()) WITH CHECK (tenant_id = hw.current_tenant());
GRANT SELECT, INSERT ON hw.roles TO hw_app;
GRANT UPDATE (name, actions, reach, removed_at) ON hw.roles TO hw_app;

ALTER TABLE hw.members
  DROP CONSTRAINT members_role_check,
  ADD CONSTRAINT members_role_check CHECK (role IN ('owner', 'admin', 'compliance', 'legal', 'auditor', 'reviewer', 'viewer',
    'exporter', 'billing', 'custom')),
  -- The company's own role, where `role` says so.
  ADD COLUMN role_id uuid,
  -- The employee that the member is, for grants of `self`; null while nobody said.
  ADD COLUMN person_key text CHECK (person_key <> ''),
  ADD CONSTRAINT members_custom_role CHECK ((role = 'custom') = (role_id IS NOT NULL)),
  ADD FOREIGN KEY (tenant_id, role_id) REFERENCES hw.roles;
CREATE INDEX members_of_role ON hw.members (tenant_id, role_id) WHERE role_id IS NOT NULL;

ALTER TABLE hw.grants
  ADD COLUMN customers text[] NOT NULL DEFAULT '{}',
  -- Customer tags, place by place: a connection and WeCom's id in it.
  ADD COLUMN tag_connections uuid[] NOT NULL DEFAULT '{}',
  ADD COLUMN tag_ids text[] NOT NULL DEFAULT '{}',
  ADD COLUMN rooms text[] NOT NULL DEFAULT '{}',
  ADD COLUMN kinds text[] NOT NULL DEFAULT '{}',
  ADD COLUMN directions text[] NOT NULL DEFAULT '{}'
    CHECK (directions <@ ARRAY['internal', 'inbound', 'outbound', 'none']),
  -- Messages sent from here on, and before here.
  ADD COLUMN sent_from timestamptz,
  ADD COLUMN sent_until timestamptz,
  -- When the grant itself ends.
  ADD COLUMN expires_at timestamptz,
  -- The employee that the member is.
  ADD COLUMN is_self boolean NOT NULL DEFAULT false,
  -- Of everybody and in every room; said, never concluded from lists that are empty.
  ADD COLUMN is_everything boolean NOT NULL DEFAULT false,
  -- Which of the role's actions on messages it opens.
  ADD COLUMN actions text[] NOT NULL DEFAULT '{view,search,export}'
    CHECK (cardinality(actions) > 0 AND actions <@ ARRAY['view', 'search', 'export', 'hold']),
  -- Why it was given.
  ADD COLUMN note text,
  -- Whether code before this migration reads it as what it gives: employees and departments, at any time, for its actions.
  ADD COLUMN is_plain boolean NOT NULL DEFAULT true,
  -- When somebody ended it. Of grants that are not plain this alone counts; of plain ones `revoked_at` too.
  ADD COLUMN ended_at timestamptz,
  ADD COLUMN ended_by uuid,
  DROP CONSTRAINT grants_name_somebody,
  ADD CONSTRAINT grants_name_something CHECK (is_everything <> (is_self OR
    cardinality(employees) + cardinality(department_ids) + cardinality(customers) + cardinality(tag_ids) + cardinality(rooms) > 0)),
  ADD CONSTRAINT grants_tags_paired CHECK (cardinality(tag_connections) = cardinality(tag_ids)),
  ADD CONSTRAINT grants_period CHECK (sent_from < sent_until),
  ADD CONSTRAINT grants_plain CHECK (NOT is_plain OR (
    cardinality(customers) + cardinality(tag_ids) + cardinality(rooms) + cardinality(kinds) + cardinality(directions) = 0
    AND sent_from IS NULL AND sent_until IS NULL AND expires_at IS NULL AND NOT is_self AND NOT is_everything
    AND actions @> ARRAY['view', 'search', 'export'])),
  ADD CONSTRAINT grants_hidden_from_old_code CHECK (is_plain OR revoked_at IS NOT NULL);
CREATE INDEX grants_in_force ON hw.grants (tenant_id, member_id) WHERE ended_at IS NULL;

ALTER TABLE hw.invitations
  DROP CONSTRAINT invitations_role_check,
  ADD CONSTRAINT invitations_role_check CHECK (role IN ('owner', 'admin', 'compliance', 'legal', 'auditor', 'reviewer', 'viewer',
    'exporter', 'billing', 'custom')),
  ADD COLUMN role_id uuid,
  ADD COLUMN person_key text CHECK (person_key <> ''),
  -- What the member will have, besides the employees and departments that code before this migration wrote.
  ADD COLUMN grants jsonb NOT NULL DEFAULT '[]',
  ADD CONSTRAINT invitations_custom_role CHECK ((role = 'custom') = (role_id IS NOT NULL)),
  ADD FOREIGN KEY (tenant_id, role_id) REFERENCES hw.roles;
