-- what: a number per connection that changes in every transaction which changes who is in which department, or the tree
-- why:  what a grant of departments means is worked out once and kept while nobody moved; a large company's takes tenths of
--       a second
-- locks: SHARE ROW EXCLUSIVE on hw.intervals and hw.departments for an instant each (their new triggers)
-- safe while old code runs: yes; its writes are noticed by the triggers, and it does not read the number

CREATE TABLE hw.department_versions (
  tenant_id     uuid NOT NULL,
  connection_id uuid NOT NULL,
  -- The transaction that last changed something: no two have the same. Without a row nothing changed since the migration.
  version       bigint NOT NULL,
  PRIMARY KEY (tenant_id, connection_id)
);
ALTER TABLE hw.department_versions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON hw.department_versions TO hw_app
  USING (tenant_id = hw.current_tenant()) WITH CHECK (tenant_id = hw.current_tenant());
GRANT SELECT, INSERT, UPDATE ON hw.department_versions TO hw_app;

-- Written once per transaction, however many people moved in it. Whoever writes here holds `lockEnriching` of the
-- connection, so nobody waits for the row.
CREATE FUNCTION hw.note_departments() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  INSERT INTO hw.department_versions AS v (tenant_id, connection_id, version)
    VALUES (NEW.tenant_id, NEW.connection_id, pg_catalog.pg_current_xact_id()::text::bigint)
  ON CONFLICT (tenant_id, connection_id) DO UPDATE SET version = excluded.version WHERE v.version <> excluded.version;
  RETURN NULL;
END $$;

CREATE TRIGGER departments_noted AFTER INSERT ON hw.intervals FOR EACH ROW
  WHEN (NEW.attribute IN ('departments', 'parent')) EXECUTE FUNCTION hw.note_departments();
-- That a look found the same again changes nothing.
CREATE TRIGGER departments_renoted AFTER UPDATE ON hw.intervals FOR EACH ROW
  WHEN (NEW.attribute IN ('departments', 'parent')
    AND (NEW.value, NEW.seen_from, NEW.ended_by) IS DISTINCT FROM (OLD.value, OLD.seen_from, OLD.ended_by))
  EXECUTE FUNCTION hw.note_departments();
CREATE TRIGGER departments_noted AFTER INSERT ON hw.departments FOR EACH ROW EXECUTE FUNCTION hw.note_departments();
CREATE TRIGGER departments_renoted AFTER UPDATE ON hw.departments FOR EACH ROW
  WHEN ((NEW.parent_id, NEW.ended_by) IS DISTINCT FROM (OLD.parent_id, OLD.ended_by))
  EXECUTE FUNCTION hw.note_departments();
