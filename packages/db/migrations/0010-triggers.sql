-- what: callbacks of connections, pages of re-pulls, re-pulls, when a connection is pulled and who asked for it
-- why:  WeCom says when there is something; people ask for a pull or a range again, or want one pull a day
-- locks: ACCESS EXCLUSIVE on hw.pages and hw.connections for an instant each; the check of hw.pages.kind reads the table
--        once (its default is a constant, so no row is rewritten), and the new index of hw.pages blocks inserts while it
--        is built: milliseconds per thousand pages
-- safe while old code runs: yes; every new column has a default, and old code stores pages of kind 'pull' only

-- A page that a re-pull kept holds numbers below the cursor; it lengthens the chain and never moves the cursor.
ALTER TABLE hw.pages ADD COLUMN kind text NOT NULL DEFAULT 'pull' CHECK (kind IN ('pull', 'repull'));
CREATE INDEX pages_by_seq ON hw.pages (tenant_id, connection_id, last_seq) INCLUDE (first_seq);

ALTER TABLE hw.connections
  ADD COLUMN pull_mode text NOT NULL DEFAULT 'continuous' CHECK (pull_mode IN ('continuous', 'daily')),
  -- "HH:MM" in the tenant's zone; of daily pulls only.
  ADD COLUMN daily_at text CHECK (daily_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  -- When a person last asked for a pull.
  ADD COLUMN pull_asked_at timestamptz,
  -- When the pull under way began; null when none is.
  ADD COLUMN pull_started_at timestamptz,
  ADD CONSTRAINT connections_daily_has_time CHECK (pull_mode = 'continuous' OR daily_at IS NOT NULL);

-- Where WeCom may call for a connection. Only the path's hash is kept; Token and EncodingAESKey are sealed.
CREATE TABLE hw.callback_paths (
  tenant_id      uuid NOT NULL,
  connection_id  uuid NOT NULL,
  path_hash      text NOT NULL,
  secrets_sealed bytea NOT NULL,
  set_at         timestamptz NOT NULL,
  set_by         uuid NOT NULL,
  PRIMARY KEY (tenant_id, connection_id),
  FOREIGN KEY (tenant_id, connection_id) REFERENCES hw.connections
);
CREATE INDEX callback_paths_by_hash ON hw.callback_paths (path_hash);

-- Accepted events per connection and day of the tenant's zone.
CREATE TABLE hw.callbacks (
  tenant_id     uuid NOT NULL,
  connection_id uuid NOT NULL,
  day           date NOT NULL,
  count         integer NOT NULL DEFAULT 1,
  last_at       timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, connection_id, day),
  FOREIGN KEY (tenant_id, connection_id) REFERENCES hw.connections
);

-- Signatures that were accepted, kept as long as their time stamps are: none is accepted twice.
CREATE TABLE hw.callback_replays (
  tenant_id     uuid NOT NULL,
  connection_id uuid NOT NULL,
  signature     text NOT NULL,
  at            timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, connection_id, signature),
  FOREIGN KEY (tenant_id, connection_id) REFERENCES hw.connections
);
CREATE INDEX callback_replays_by_time ON hw.callback_replays (at);

-- A range of numbers that WeCom was asked for again.
CREATE TABLE hw.repulls (
  tenant_id     uuid NOT NULL,
  repull_id     uuid NOT NULL,
  connection_id uuid NOT NULL,
  from_seq      hw.seq_number NOT NULL,
  to_seq        hw.seq_number NOT NULL CHECK (to_seq >= from_seq),
  state         text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  -- Every number up to here was asked for; from_seq - 1 before the first answer.
  asked_through hw.seq_number NOT NULL,
  -- Numbers of the range that WeCom returned, and those of them that were not stored before or with other bytes.
  returned      integer NOT NULL DEFAULT 0,
  kept          integer NOT NULL DEFAULT 0,
  attempts      integer NOT NULL DEFAULT 0,
  fault         text,
  detail        jsonb NOT NULL DEFAULT '{}',
  requested_by  uuid NOT NULL,
  created_at    timestamptz NOT NULL,
  moved_at      timestamptz NOT NULL,
  finished_at   timestamptz,
  PRIMARY KEY (tenant_id, repull_id),
  FOREIGN KEY (tenant_id, connection_id) REFERENCES hw.connections
);
-- One at a time per connection: two that kept the same page would leave one of them without envelopes of its own.
CREATE UNIQUE INDEX repulls_unfinished ON hw.repulls (tenant_id, connection_id) WHERE state IN ('waiting', 'running');
CREATE INDEX repulls_by_time ON hw.repulls (tenant_id, connection_id, created_at DESC);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['callback_paths', 'callbacks', 'callback_replays', 'repulls']
  LOOP
    EXECUTE format('ALTER TABLE hw.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_tenant ON hw.%I TO hw_app USING (tenant_id = hw.current_tenant()) WITH CHECK (tenant_id = hw.current_tenant())',
      name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['callback_paths', 'callback_replays', 'repulls']
  LOOP
    EXECUTE format('CREATE POLICY across_tenants ON hw.%I FOR SELECT TO hw_platform USING (true)', name);
  END LOOP;
END
$$;

GRANT SELECT, INSERT, UPDATE ON hw.callback_paths, hw.callbacks, hw.repulls TO hw_app;
GRANT SELECT, INSERT, DELETE ON hw.callback_replays TO hw_app;
GRANT SELECT (kind) ON hw.pages TO hw_platform;
GRANT SELECT (pull_started_at) ON hw.connections TO hw_platform;
GRANT SELECT (tenant_id, connection_id, path_hash) ON hw.callback_paths TO hw_platform;
GRANT SELECT (tenant_id, at) ON hw.callback_replays TO hw_platform;
GRANT SELECT (tenant_id, repull_id, state, moved_at) ON hw.repulls TO hw_platform;
