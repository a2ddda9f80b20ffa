-- what: the key ring (where a key comes from, a note, further versions, its removal), repair runs, the parser's version and the type word
--       of unknown messages, and the rights by which rows are rebuilt from the kept plaintext
-- why:  sealed and unknown messages are opened and recognised later, by a click or by themselves, and how far that is
--       can be seen; a removed key comes back as long as a message may still need it
-- locks: ACCESS EXCLUSIVE on hw.connection_keys, hw.connections, hw.messages and hw.search_tokens for an instant (new columns
--       have constant defaults, nothing is rewritten); building the two partial indexes keeps writers of hw.envelopes and
--       hw.messages waiting, about a second per million rows
-- safe while old code runs: yes; what it adds counts as made by parser 1 and is made again by the new code's sweep

ALTER TABLE hw.connection_keys
  ADD COLUMN origin text NOT NULL DEFAULT 'made' CHECK (origin IN ('made', 'imported')),
  ADD COLUMN note text CHECK (length(note) BETWEEN 1 AND 200),
  -- After publickey_ver: the same public key entered at WeCom again has a new version.
  ADD COLUMN further_vers integer[] NOT NULL DEFAULT '{}' CHECK (further_vers = '{}' OR publickey_ver IS NOT NULL),
  -- The member who asked for it or brought it.
  ADD COLUMN added_by uuid,
  ADD COLUMN removed_at timestamptz,
  ADD COLUMN removed_by uuid,
  -- When the private half of a removed key was wiped.
  ADD COLUMN wiped_at timestamptz,
  ALTER COLUMN private_sealed DROP NOT NULL,
  ADD CONSTRAINT connection_keys_wiped CHECK ((wiped_at IS NULL) = (private_sealed IS NOT NULL)),
  ADD CONSTRAINT connection_keys_removed CHECK (wiped_at IS NULL OR removed_at IS NOT NULL);
-- A company that opens its archive anew counts versions from 1 again: then two keys have the same version.
DROP INDEX hw.connection_keys_by_version;
-- A pair is in the ring once. The text is the same for the same key: one writer, one form.
CREATE UNIQUE INDEX connection_keys_by_public ON hw.connection_keys (tenant_id, connection_id, public_pem) WHERE removed_at IS NULL;

ALTER TABLE hw.connections
  -- No message of it was made by an older parser than this.
  ADD COLUMN parser_version integer NOT NULL DEFAULT 1;

ALTER TABLE hw.messages
  -- Which parser made the columns, participants, files and tokens.
  ADD COLUMN parser_version integer NOT NULL DEFAULT 1,
  -- Of an unknown message: WeCom's word for its type, when it is one.
  ADD COLUMN unknown_type text;
CREATE INDEX messages_unknown ON hw.messages (tenant_id, connection_id, message_id) WHERE kind = 'unknown';

-- The quarantine in the order in which it came.
CREATE INDEX envelopes_quarantined ON hw.envelopes (tenant_id, connection_id, page_no, seq) WHERE state <> 'opened';

-- Work on what is kept already: envelopes opened again, messages parsed again. A killed run goes on from its place.
CREATE TABLE hw.repair_runs (
  tenant_id     uuid NOT NULL,
  run_id        uuid NOT NULL,
  connection_id uuid NOT NULL,
  work          text NOT NULL CHECK (work IN ('reopen', 'reparse')),
  -- Of a reopening: only envelopes of this cause, of this version.
  cause         text CHECK (cause IN ('key_missing', 'key_wrong', 'unreadable')),
  publickey_ver bigint,
  -- Of a parsing: which messages.
  among         text CHECK (among IN ('all', 'unknown', 'outdated')),
  -- Null when the service asked for it itself.
  asked_by      uuid,
  -- Null until counted.
  total         integer,
  done          integer NOT NULL DEFAULT 0,
  changed       integer NOT NULL DEFAULT 0,
  after_page    bigint NOT NULL DEFAULT 0,
  after_message uuid,
  started_at    timestamptz NOT NULL,
  touched_at    timestamptz NOT NULL,
  finished_at   timestamptz,
  PRIMARY KEY (tenant_id, run_id),
  FOREIGN KEY (tenant_id, connection_id) REFERENCES hw.connections,
  CHECK ((work = 'reparse') = (among IS NOT NULL)),
  CHECK (work = 'reopen' OR (cause IS NULL AND publickey_ver IS NULL))
);
-- The same work is under way once.
CREATE UNIQUE INDEX repair_runs_open ON hw.repair_runs (tenant_id, connection_id, work, cause, publickey_ver, among)
  NULLS NOT DISTINCT WHERE finished_at IS NULL;
CREATE INDEX repair_runs_by_time ON hw.repair_runs (tenant_id, started_at DESC, run_id DESC);

ALTER TABLE hw.repair_runs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON hw.repair_runs TO hw_app
  USING (tenant_id = hw.current_tenant()) WITH CHECK (tenant_id = hw.current_tenant());
GRANT SELECT, INSERT, UPDATE ON hw.repair_runs TO hw_app;

-- A message that is understood better may have other people, another conversation and other words. The tokens themselves
-- stay unreadable for hw_app: it replaces them.
GRANT DELETE ON hw.participants, hw.conversations, hw.rooms TO hw_app;
GRANT SELECT (tenant_id, message_id), UPDATE (sent_at, tokens) ON hw.search_tokens TO hw_app;
DROP POLICY own_tenant_insert ON hw.search_tokens;
CREATE POLICY own_tenant ON hw.search_tokens TO hw_app
  USING (tenant_id = hw.current_tenant()) WITH CHECK (tenant_id = hw.current_tenant());

-- The sweeps: runs whose job was lost, connections that an older parser read, removed keys whose time is over.
GRANT SELECT (tenant_id, run_id, work, touched_at, finished_at) ON hw.repair_runs TO hw_platform;
GRANT SELECT (parser_version) ON hw.connections TO hw_platform;
GRANT SELECT (tenant_id, key_id, removed_at, wiped_at) ON hw.connection_keys TO hw_platform;
CREATE POLICY across_tenants ON hw.repair_runs FOR SELECT TO hw_platform USING (true);
CREATE POLICY across_tenants ON hw.connection_keys FOR SELECT TO hw_platform USING (true);
