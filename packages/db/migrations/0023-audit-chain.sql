-- what: the audit log of a tenant as a chain with signed checkpoints; sealed words of searches in its rows
-- why:  whoever changes, takes out, reorders or cuts off rows is found and named
-- locks: ACCESS EXCLUSIVE on hw.audit until the ids of its rows are noted, about two seconds per million rows
-- safe while old code runs: yes; a trigger notes what old code adds

-- What somebody searched for, sealed with the tenant's data key.
ALTER TABLE hw.audit ADD COLUMN sealed bytea;

-- Rows that are committed and not linked yet. The chainer takes them out when it links them; what disappears from here in
-- any other way is found as a row without a link.
CREATE TABLE hw.audit_pending (
  tenant_id uuid NOT NULL REFERENCES hw.tenants,
  audit_id  uuid NOT NULL,
  PRIMARY KEY (tenant_id, audit_id)
);

-- One link per row, in the order in which the chainer saw them. No foreign key: hashes outlive lawful deletion.
CREATE TABLE hw.audit_chain (
  tenant_id uuid NOT NULL REFERENCES hw.tenants,
  -- From 1, without gaps.
  position  bigint NOT NULL CHECK (position > 0),
  audit_id  uuid NOT NULL,
  leaf      bytea NOT NULL CHECK (length(leaf) = 32),
  -- Over the hash before it and the leaf.
  hash      bytea NOT NULL CHECK (length(hash) = 32),
  linked_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, position),
  UNIQUE (tenant_id, audit_id)
);

-- How far the chain was, signed; at most one for each minute.
CREATE TABLE hw.audit_checkpoints (
  tenant_id uuid NOT NULL REFERENCES hw.tenants,
  -- Begin of the minute that it is of.
  slot_at   timestamptz NOT NULL,
  position  bigint NOT NULL,
  -- The signed row, exactly.
  line      text NOT NULL,
  signed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, slot_at)
);
CREATE INDEX audit_checkpoints_by_position ON hw.audit_checkpoints (tenant_id, position);

CREATE FUNCTION hw.note_audit() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  INSERT INTO hw.audit_pending (tenant_id, audit_id) SELECT a.tenant_id, a.audit_id FROM added a;
  RETURN NULL;
END $$;
CREATE TRIGGER note_added AFTER INSERT ON hw.audit
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION hw.note_audit();

-- What there is already. The owner sees rows only while security is not forced on it; nobody else gets in meanwhile.
ALTER TABLE hw.audit NO FORCE ROW LEVEL SECURITY;
INSERT INTO hw.audit_pending (tenant_id, audit_id) SELECT tenant_id, audit_id FROM hw.audit;
ALTER TABLE hw.audit FORCE ROW LEVEL SECURITY;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['audit_pending', 'audit_chain', 'audit_checkpoints']
  LOOP
    EXECUTE format('ALTER TABLE hw.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_tenant ON hw.%I TO hw_app USING (tenant_id = hw.current_tenant()) WITH CHECK (tenant_id = hw.current_tenant())',
      name);
    EXECUTE format('CREATE POLICY across_tenants ON hw.%I FOR SELECT TO hw_platform USING (true)', name);
  END LOOP;
END
$$;

GRANT SELECT, INSERT ON hw.audit_chain, hw.audit_checkpoints TO hw_app;
GRANT SELECT, INSERT, DELETE ON hw.audit_pending TO hw_app;

-- hw_platform finds what is due to be linked or signed.
GRANT SELECT (tenant_id) ON hw.audit_pending TO hw_platform;
GRANT SELECT (tenant_id, position) ON hw.audit_chain TO hw_platform;
GRANT SELECT (tenant_id, slot_at, position) ON hw.audit_checkpoints TO hw_platform;
