-- what: row-level security on every tenant table and the exact rights of every runtime role
-- why:  a query without its tenant sees nothing, whatever the code forgets; a test reads the catalogue and proves it
-- locks: ACCESS EXCLUSIVE on empty tables
-- safe while old code runs: yes

DO $$
DECLARE
  name text;
BEGIN
  FOR name IN
    SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'hw' AND c.relkind = 'r' AND c.relname NOT IN ('operators')
  LOOP
    EXECUTE format('ALTER TABLE hw.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    IF name <> 'search_tokens' THEN
      EXECUTE format(
        'CREATE POLICY own_tenant ON hw.%I TO hw_app USING (tenant_id = hw.current_tenant()) WITH CHECK (tenant_id = hw.current_tenant())',
        name);
    END IF;
  END LOOP;
END
$$;

-- hw_app: one tenant at a time.
GRANT SELECT, INSERT ON hw.tenants, hw.tenant_keys, hw.audit, hw.pages, hw.participants, hw.idempotency_keys, hw.corp_claims TO hw_app;
GRANT UPDATE (name, zone, language) ON hw.tenants TO hw_app;
GRANT SELECT, INSERT, UPDATE ON hw.members, hw.grants, hw.invitations, hw.findings, hw.connections, hw.connection_keys,
  hw.connection_checks, hw.envelopes, hw.messages, hw.people, hw.rooms, hw.conversations, hw.media, hw.exports,
  hw.export_links, hw.export_schedules, hw.schedule_runs TO hw_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON hw.connection_attempts TO hw_app;
GRANT INSERT ON hw.search_tokens TO hw_app;
CREATE POLICY own_tenant_insert ON hw.search_tokens FOR INSERT TO hw_app WITH CHECK (tenant_id = hw.current_tenant());

-- hw_search reads the tokens and nothing else. The policy is the constant true, so the GIN index stays usable;
-- the tenant is a condition of every query and a test asserts that it is an index condition.
GRANT SELECT ON hw.search_tokens TO hw_search;
CREATE POLICY read_all ON hw.search_tokens FOR SELECT TO hw_search USING (true);

-- hw_platform: before or across tenants, columns without content only.
GRANT SELECT (tenant_id, name, zone, language, status, created_at) ON hw.tenants TO hw_platform;
GRANT SELECT (tenant_id, member_id, user_id, role, status, joined_at) ON hw.members TO hw_platform;
GRANT SELECT (tenant_id, invitation_id, token_hash, expires_at, accepted_at, revoked_at) ON hw.invitations TO hw_platform;
GRANT SELECT ON hw.operators TO hw_platform;
GRANT SELECT (tenant_id, link_id, export_id, member_id, token_hash, expires_at, revoked_at) ON hw.export_links TO hw_platform;
GRANT SELECT (tenant_id, connection_id, cursor_seq, next_pull_at, last_pull_at, last_answer_at, created_at) ON hw.connections TO hw_platform;
GRANT SELECT (tenant_id, attempt_id, state, expires_at) ON hw.connection_attempts TO hw_platform;
GRANT SELECT (tenant_id, connection_id, page_no, count, received_at) ON hw.pages TO hw_platform;
GRANT SELECT (tenant_id, connection_id, page_no, state) ON hw.envelopes TO hw_platform;
GRANT SELECT (tenant_id, finding_id, fault, since, last_at, resolved_at) ON hw.findings TO hw_platform;
GRANT SELECT (tenant_id, media_id, connection_id, state, attempts, next_try_at) ON hw.media TO hw_platform;
GRANT SELECT (tenant_id, export_id, state, stage, attempts, created_at, started_at, expires_at) ON hw.exports TO hw_platform;
GRANT SELECT (tenant_id, schedule_id, enabled, next_at, deleted_at) ON hw.export_schedules TO hw_platform;
GRANT SELECT (tenant_id, schedule_id, run_day, state, started_at) ON hw.schedule_runs TO hw_platform;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['tenants', 'members', 'invitations', 'export_links', 'connections', 'connection_attempts', 'pages',
    'envelopes', 'findings', 'media', 'exports', 'export_schedules', 'schedule_runs']
  LOOP
    EXECUTE format('CREATE POLICY across_tenants ON hw.%I FOR SELECT TO hw_platform USING (true)', name);
  END LOOP;
END
$$;
