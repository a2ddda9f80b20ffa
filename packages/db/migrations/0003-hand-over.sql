-- what: exports, their links, daily schedules and runs
-- why:  what was found is handed over, on demand or every morning
-- locks: none that matter, all objects are new
-- safe while old code runs: yes

CREATE TABLE hw.exports (
  tenant_id    uuid NOT NULL REFERENCES hw.tenants,
  export_id    uuid NOT NULL,
  requested_by uuid NOT NULL,
  schedule_id  uuid,
  -- SearchQuery as asked; the words are sealed apart because they are content.
  selection    jsonb NOT NULL,
  words_sealed bytea,
  -- The requester's access condition when it was built; a download needs rights that still cover it.
  access       jsonb,
  -- Frozen: only messages archived up to here belong to it.
  archived_until timestamptz NOT NULL,
  state        text NOT NULL CHECK (state IN ('queued', 'running', 'complete', 'complete_with_missing', 'failed', 'cancelled', 'expired')),
  stage        text NOT NULL DEFAULT 'queued' CHECK (stage IN ('queued', 'counting', 'media', 'packing', 'verifying', 'done')),
  messages_total integer,
  messages_done  integer NOT NULL DEFAULT 0,
  media_total    integer,
  media_done     integer NOT NULL DEFAULT 0,
  media_missing  integer NOT NULL DEFAULT 0,
  object_name  text,
  size         bigint,
  sha256       text,
  file_name    text,
  fault        text,
  attempts     integer NOT NULL DEFAULT 0,
  created_at   timestamptz NOT NULL,
  started_at   timestamptz,
  finished_at  timestamptz,
  expires_at   timestamptz,
  PRIMARY KEY (tenant_id, export_id)
);
CREATE INDEX exports_by_time ON hw.exports (tenant_id, created_at DESC, export_id DESC);

CREATE TABLE hw.export_schedules (
  tenant_id    uuid NOT NULL REFERENCES hw.tenants,
  schedule_id  uuid NOT NULL,
  name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  zone         text NOT NULL,
  -- Local time of day, "HH:MM".
  time_of_day  text NOT NULL CHECK (time_of_day ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  recipients   uuid[] NOT NULL CHECK (cardinality(recipients) > 0),
  created_by   uuid NOT NULL,
  created_at   timestamptz NOT NULL,
  enabled      boolean NOT NULL DEFAULT true,
  next_at      timestamptz NOT NULL,
  deleted_at   timestamptz,
  PRIMARY KEY (tenant_id, schedule_id)
);
CREATE INDEX export_schedules_due ON hw.export_schedules (next_at) WHERE enabled AND deleted_at IS NULL;

-- One run per schedule and local day: a second sweep of the same hour finds it and does nothing.
CREATE TABLE hw.schedule_runs (
  tenant_id    uuid NOT NULL,
  schedule_id  uuid NOT NULL,
  run_day      date NOT NULL,
  state        text NOT NULL CHECK (state IN ('pulling', 'building', 'mailing', 'done', 'failed')),
  fault        text,
  started_at   timestamptz NOT NULL,
  finished_at  timestamptz,
  PRIMARY KEY (tenant_id, schedule_id, run_day),
  FOREIGN KEY (tenant_id, schedule_id) REFERENCES hw.export_schedules
);

-- One package and one link per recipient, because each recipient's rights decide what is inside.
CREATE TABLE hw.export_links (
  tenant_id    uuid NOT NULL,
  link_id      uuid NOT NULL,
  export_id    uuid NOT NULL,
  member_id    uuid NOT NULL,
  token_hash   text NOT NULL,
  run_day      date,
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  revoked_at   timestamptz,
  mailed_at    timestamptz,
  downloads    integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, link_id),
  FOREIGN KEY (tenant_id, export_id) REFERENCES hw.exports
);
CREATE INDEX export_links_by_token ON hw.export_links (token_hash);
CREATE INDEX export_links_of_export ON hw.export_links (tenant_id, export_id);
