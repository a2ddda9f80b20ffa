-- what: signed days and checkpoints of the ledger, how far it was checked, silences; platform may read page counts
-- why:  what is stored is provable to others, and what cannot be proven has a name
-- locks: none that matter, all tables are new
-- safe while old code runs: yes

-- One UTC day of a connection as it was signed. `line` is the row of the ledger file, byte for byte.
CREATE TABLE hw.ledger_days (
  tenant_id     uuid NOT NULL,
  connection_id uuid NOT NULL,
  day           date NOT NULL,
  from_page     bigint NOT NULL,
  -- from_page - 1 when no page was stored.
  to_page       bigint NOT NULL CHECK (to_page >= from_page - 1),
  root          text NOT NULL,
  line          text NOT NULL,
  signed_at     timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, connection_id, day),
  FOREIGN KEY (tenant_id, connection_id) REFERENCES hw.connections
);

-- How far the ledger was at a time, signed; at most one for each five minutes.
CREATE TABLE hw.ledger_checkpoints (
  tenant_id     uuid NOT NULL,
  connection_id uuid NOT NULL,
  -- Begin of the five minutes that it is of.
  slot_at       timestamptz NOT NULL,
  page_count    bigint NOT NULL,
  line          text NOT NULL,
  signed_at     timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, connection_id, slot_at),
  FOREIGN KEY (tenant_id, connection_id) REFERENCES hw.connections
);

-- How far the stored pages were compared with the ledger. The only rows here that change.
CREATE TABLE hw.ledger_checks (
  tenant_id     uuid NOT NULL,
  connection_id uuid NOT NULL,
  -- The run under way, or the last one, began at page 1 then.
  started_at    timestamptz NOT NULL,
  -- Somebody wants a run from page 1.
  asked_at      timestamptz,
  -- Every page up to here agrees, and this is the chain hash of it; empty before the first.
  page_no       bigint NOT NULL,
  head          text NOT NULL,
  checked_at    timestamptz NOT NULL,
  -- A run came to the end of the ledger then, signatures included.
  finished_at   timestamptz,
  -- The first page that does not agree.
  wrong_page    bigint,
  PRIMARY KEY (tenant_id, connection_id),
  FOREIGN KEY (tenant_id, connection_id) REFERENCES hw.connections
);

-- Times in which WeCom gave no good answer for more than a day: before the first answer, and between two.
CREATE TABLE hw.silences (
  tenant_id     uuid NOT NULL,
  connection_id uuid NOT NULL,
  from_at       timestamptz NOT NULL,
  until_at      timestamptz NOT NULL,
  reason        text NOT NULL CHECK (reason IN ('start', 'silence')),
  PRIMARY KEY (tenant_id, connection_id, from_at),
  FOREIGN KEY (tenant_id, connection_id) REFERENCES hw.connections
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['ledger_days', 'ledger_checkpoints', 'ledger_checks', 'silences']
  LOOP
    EXECUTE format('ALTER TABLE hw.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_tenant ON hw.%I TO hw_app USING (tenant_id = hw.current_tenant()) WITH CHECK (tenant_id = hw.current_tenant())',
      name);
  END LOOP;
END
$$;

GRANT SELECT, INSERT ON hw.ledger_days, hw.ledger_checkpoints, hw.silences TO hw_app;
GRANT SELECT, INSERT, UPDATE ON hw.ledger_checks TO hw_app;

-- hw_platform finds what is due to be signed or checked.
GRANT SELECT (page_count) ON hw.connections TO hw_platform;
GRANT SELECT (tenant_id, connection_id, day) ON hw.ledger_days TO hw_platform;
GRANT SELECT (tenant_id, connection_id, slot_at, page_count) ON hw.ledger_checkpoints TO hw_platform;
GRANT SELECT (tenant_id, connection_id, started_at, asked_at, page_no, checked_at, wrong_page) ON hw.ledger_checks TO hw_platform;
CREATE POLICY across_tenants ON hw.ledger_days FOR SELECT TO hw_platform USING (true);
CREATE POLICY across_tenants ON hw.ledger_checkpoints FOR SELECT TO hw_platform USING (true);
CREATE POLICY across_tenants ON hw.ledger_checks FOR SELECT TO hw_platform USING (true);
