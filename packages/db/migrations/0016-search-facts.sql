-- what: kind, direction, files and recall of a message beside its search tokens, and who took part as one number that
--       stands for a set of people
-- why:  filters, facets and the histogram of a search are counted from the index alone, for a company's whole archive
-- locks: ACCESS EXCLUSIVE on hw.search_tokens for an instant (new columns without default, nothing is rewritten);
--        building the three indexes keeps writers of hw.search_tokens waiting, about a second per million rows
-- safe while old code runs: yes; rows that it writes lack what is new and count as possible hits of every filter, until
--        the new code's sweep parses them again

ALTER TABLE hw.search_tokens
  -- Kind, direction and whether there are files, packed as packages/db/src/search-tokens/pack-facts.ts says.
  ADD COLUMN facts integer,
  -- Which people, in which room: a row of hw.search_audiences.
  ADD COLUMN audience bigint,
  ADD COLUMN is_recalled boolean;

-- What is asked without a word is counted from this index alone.
DROP INDEX hw.search_tokens_by_time;
CREATE INDEX search_tokens_by_time ON hw.search_tokens (tenant_id, sent_at DESC, message_id DESC) INCLUDE (audience, facts);
CREATE INDEX search_tokens_recalled ON hw.search_tokens (tenant_id, sent_at DESC, message_id DESC) WHERE is_recalled IS NOT FALSE;
CREATE INDEX search_tokens_unplaced ON hw.search_tokens (tenant_id, message_id) WHERE audience IS NULL;
-- Rows wait in GIN's list until it is full, and each search reads the list from end to end: a short one.
ALTER INDEX hw.search_tokens_gin SET (gin_pending_list_limit = 1024);
-- Index-only scans need the visibility map to follow the insertions.
ALTER TABLE hw.search_tokens SET (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_vacuum_insert_threshold = 10000);

-- The sets of people who talk, each once: keyed hashes, as among the tokens. Far fewer than messages, so a reader's
-- condition is judged once per set and not once per message.
CREATE TABLE hw.search_audiences (
  tenant_id uuid NOT NULL,
  audience  bigint NOT NULL,
  room      integer,
  people    integer[] NOT NULL,
  PRIMARY KEY (tenant_id, audience)
);
CREATE INDEX search_audiences_gin ON hw.search_audiences USING gin (tenant_id, people);

ALTER TABLE hw.search_audiences ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON hw.search_audiences TO hw_app
  USING (tenant_id = hw.current_tenant()) WITH CHECK (tenant_id = hw.current_tenant());
CREATE POLICY read_all ON hw.search_audiences FOR SELECT TO hw_search USING (true);
GRANT INSERT ON hw.search_audiences TO hw_app;
GRANT SELECT ON hw.search_audiences TO hw_search;

GRANT UPDATE (facts, audience, is_recalled) ON hw.search_tokens TO hw_app;
