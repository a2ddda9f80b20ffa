-- what: what is known of a company's index, the work on it, and what an index outside the database still has to learn
-- why:  an index that lacks a message is noticed and mended by itself, is made anew without a pause, and a second index
--       is fed by whatever changes the first
-- locks: ACCESS EXCLUSIVE on hw.search_tokens for an instant (its new triggers)
-- safe while old code runs: yes; what it writes is fed by the triggers, and rows that it makes the old way are found by
--        the new code's look

-- A company without a row was not looked at yet and has the outside index off.
CREATE TABLE hw.index_states (
  tenant_id     uuid NOT NULL PRIMARY KEY,
  -- The way of making tokens that no row is older than; 0 while that is not known.
  token_version integer NOT NULL,
  -- What the last whole look found, before it mended that.
  checked_at    timestamptz,
  examined      integer NOT NULL DEFAULT 0,
  missing       integer NOT NULL DEFAULT 0,
  extra         integer NOT NULL DEFAULT 0,
  differing     integer NOT NULL DEFAULT 0,
  -- Messages whose kept text did not open when they were last indexed: found by people and time, not by words.
  unreadable    integer NOT NULL DEFAULT 0,
  next_check_at timestamptz NOT NULL DEFAULT 'epoch',
  typesense_on  boolean NOT NULL DEFAULT false,
  -- Since it was switched off, while documents may still be there.
  typesense_leaving boolean NOT NULL DEFAULT false,
  typesense_changed_at timestamptz,
  -- Generations of the outside index that hold every message of the company, but for what stands in hw.index_feed.
  typesense_filled text[] NOT NULL DEFAULT '{}',
  -- The way of making documents that no document is older than.
  typesense_version integer NOT NULL DEFAULT 0,
  typesense_checked_at timestamptz,
  -- Documents that were missing or too many in the last whole comparison, before it mended that.
  typesense_drift integer NOT NULL DEFAULT 0,
  -- How many documents it had then.
  typesense_documents integer NOT NULL DEFAULT 0,
  typesense_next_at timestamptz NOT NULL DEFAULT 'epoch',
  -- What keeps it from being fed now, and how often in a row.
  typesense_fault text,
  typesense_stops integer NOT NULL DEFAULT 0,
  -- One worker at a time feeds it. Every claim has the next number, and writes only while it is the newest.
  feed_claims   integer NOT NULL DEFAULT 0,
  feed_claimed_until timestamptz
);
CREATE INDEX index_states_due ON hw.index_states (next_check_at);
CREATE INDEX index_states_fed ON hw.index_states (typesense_next_at) WHERE typesense_on OR typesense_leaving;

-- A walk over all messages in the order of their ids.
CREATE TABLE hw.index_runs (
  tenant_id     uuid NOT NULL,
  run_id        uuid NOT NULL,
  engine        text NOT NULL CHECK (engine IN ('postgres', 'typesense')),
  -- check: compare and mend; rebuild: make everything anew; fill: put everything into a generation.
  work          text NOT NULL CHECK (work IN ('check', 'rebuild', 'fill')),
  version       integer NOT NULL,
  -- Of the outside index.
  generation    text CHECK ((generation IS NULL) = (engine = 'postgres')),
  after_message uuid,
  -- Comparing with the outside index goes by time.
  after_at      timestamptz,
  -- Null until counted.
  total         integer,
  done          integer NOT NULL DEFAULT 0,
  missing       integer NOT NULL DEFAULT 0,
  extra         integer NOT NULL DEFAULT 0,
  differing     integer NOT NULL DEFAULT 0,
  unreadable    integer NOT NULL DEFAULT 0,
  asked_by      uuid,
  started_at    timestamptz NOT NULL,
  touched_at    timestamptz NOT NULL,
  finished_at   timestamptz,
  PRIMARY KEY (tenant_id, run_id)
);
-- One at a time per index.
CREATE UNIQUE INDEX index_runs_open ON hw.index_runs (tenant_id, engine) WHERE finished_at IS NULL;
CREATE INDEX index_runs_last ON hw.index_runs (tenant_id, engine, started_at DESC);
CREATE INDEX index_runs_touched ON hw.index_runs (touched_at) WHERE finished_at IS NULL;

-- Messages that changed in the index of the database and not yet in the one outside.
CREATE TABLE hw.index_feed (
  tenant_id     uuid NOT NULL,
  message_id    uuid NOT NULL,
  -- Rises with every change, so that a change which comes while an older one is on its way is not taken for done.
  revision      integer NOT NULL DEFAULT 1,
  attempts      integer NOT NULL DEFAULT 0,
  fault         text,
  next_try_at   timestamptz NOT NULL DEFAULT 'epoch',
  PRIMARY KEY (tenant_id, message_id)
);
CREATE INDEX index_feed_due ON hw.index_feed (tenant_id, next_try_at, message_id);

-- Whoever changes what a message is found by, feeds the outside index in the same transaction, if the company has it on.
-- The shared lock makes switching on wait for transactions that saw it off: what they add would be in neither the
-- filling nor the feed.
CREATE FUNCTION hw.feed_index() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  PERFORM FROM hw.index_states s WHERE s.tenant_id IN (SELECT c.tenant_id FROM changed c) FOR KEY SHARE;
  INSERT INTO hw.index_feed AS f (tenant_id, message_id)
    SELECT c.tenant_id, c.message_id FROM changed c
    JOIN hw.index_states s ON s.tenant_id = c.tenant_id AND s.typesense_on
    ORDER BY c.message_id
  ON CONFLICT (tenant_id, message_id) DO UPDATE SET revision = f.revision + 1, attempts = 0, next_try_at = 'epoch';
  RETURN NULL;
END $$;
CREATE TRIGGER feed_added AFTER INSERT ON hw.search_tokens
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION hw.feed_index();
CREATE TRIGGER feed_changed AFTER UPDATE ON hw.search_tokens
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION hw.feed_index();
CREATE TRIGGER feed_removed AFTER DELETE ON hw.search_tokens
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION hw.feed_index();

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['index_states', 'index_runs', 'index_feed'] LOOP
    EXECUTE format('ALTER TABLE hw.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_tenant ON hw.%I TO hw_app
      USING (tenant_id = hw.current_tenant()) WITH CHECK (tenant_id = hw.current_tenant())', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON hw.index_states, hw.index_runs TO hw_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON hw.index_feed TO hw_app;
-- A row of the index without a message is taken away; the tokens themselves stay unreadable.
GRANT SELECT (sent_at, facts), DELETE ON hw.search_tokens TO hw_app;

GRANT SELECT (tenant_id, token_version, next_check_at, typesense_on, typesense_leaving, typesense_filled, typesense_version,
  typesense_next_at, typesense_stops, typesense_documents) ON hw.index_states TO hw_platform;
GRANT SELECT (tenant_id, run_id, engine, generation, touched_at, finished_at) ON hw.index_runs TO hw_platform;
GRANT SELECT (tenant_id, next_try_at) ON hw.index_feed TO hw_platform;
CREATE POLICY across_tenants ON hw.index_states FOR SELECT TO hw_platform USING (true);
CREATE POLICY across_tenants ON hw.index_runs FOR SELECT TO hw_platform USING (true);
CREATE POLICY across_tenants ON hw.index_feed FOR SELECT TO hw_platform USING (true);
