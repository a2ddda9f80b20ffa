-- what: searches that members keep; how many messages a company has and how many of them are indexed; indexes for the
--       next answer of a conversation, for people by their id, and for documents without a text
-- why:  every search says what it looked through, and counting a million rows for that takes longer than the search;
--       whether a customer waits is asked of many messages at once
-- locks: ACCESS EXCLUSIVE on hw.messages and hw.search_tokens while their rows are counted, and writers of hw.messages, hw.people,
--        hw.contents and hw.media_copies wait while the new indexes are built: about two seconds per million messages
-- safe while old code runs: yes; what it writes is counted by the triggers

-- A member's own. The name is its heading; what is asked for is content and sealed.
CREATE TABLE hw.saved_searches (
  tenant_id     uuid NOT NULL,
  search_id     uuid NOT NULL,
  member_id     uuid NOT NULL,
  name          text NOT NULL CHECK (name <> ''),
  query_sealed  bytea NOT NULL,
  created_at    timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, search_id),
  FOREIGN KEY (tenant_id, member_id) REFERENCES hw.members
);
CREATE UNIQUE INDEX saved_searches_by_name ON hw.saved_searches (tenant_id, member_id, name);

-- The sums over a company's rows are its numbers. Whoever adds messages takes a row that nobody else holds at the moment,
-- or makes one, so that writers never wait for each other; there are as many rows as there were writers at once.
CREATE TABLE hw.archive_counts (
  tenant_id     uuid NOT NULL,
  slot          uuid NOT NULL DEFAULT gen_random_uuid(),
  messages      bigint NOT NULL,
  indexed       bigint NOT NULL,
  PRIMARY KEY (tenant_id, slot)
) WITH (fillfactor = 50);

CREATE FUNCTION hw.count_archive() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE
  one record;
  sign integer := CASE TG_OP WHEN 'DELETE' THEN -1 ELSE 1 END;
BEGIN
  FOR one IN SELECT c.tenant_id, sign * count(*) AS more FROM changed c GROUP BY c.tenant_id LOOP
    UPDATE hw.archive_counts a SET
      messages = a.messages + CASE TG_TABLE_NAME WHEN 'messages' THEN one.more ELSE 0 END,
      indexed = a.indexed + CASE TG_TABLE_NAME WHEN 'messages' THEN 0 ELSE one.more END
    WHERE a.tenant_id = one.tenant_id AND a.slot = (SELECT free.slot FROM hw.archive_counts free
      WHERE free.tenant_id = one.tenant_id LIMIT 1 FOR UPDATE SKIP LOCKED);
    IF NOT FOUND THEN
      INSERT INTO hw.archive_counts (tenant_id, messages, indexed) VALUES (one.tenant_id,
        CASE TG_TABLE_NAME WHEN 'messages' THEN one.more ELSE 0 END,
        CASE TG_TABLE_NAME WHEN 'messages' THEN 0 ELSE one.more END);
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER count_added AFTER INSERT ON hw.messages
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION hw.count_archive();
CREATE TRIGGER count_removed AFTER DELETE ON hw.messages
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION hw.count_archive();
CREATE TRIGGER count_added AFTER INSERT ON hw.search_tokens
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION hw.count_archive();
CREATE TRIGGER count_removed AFTER DELETE ON hw.search_tokens
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION hw.count_archive();

-- What there is already. The owner sees rows only while security is not forced on it; nobody else gets in meanwhile.
ALTER TABLE hw.messages NO FORCE ROW LEVEL SECURITY;
ALTER TABLE hw.search_tokens NO FORCE ROW LEVEL SECURITY;
INSERT INTO hw.archive_counts (tenant_id, messages, indexed)
  SELECT tenant_id, sum(messages), sum(indexed) FROM (
    SELECT tenant_id, count(*) AS messages, 0 AS indexed FROM hw.messages GROUP BY tenant_id
    UNION ALL
    SELECT tenant_id, 0, count(*) FROM hw.search_tokens GROUP BY tenant_id) counted
  GROUP BY tenant_id;
ALTER TABLE hw.messages FORCE ROW LEVEL SECURITY;
ALTER TABLE hw.search_tokens FORCE ROW LEVEL SECURITY;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['saved_searches', 'archive_counts'] LOOP
    EXECUTE format('ALTER TABLE hw.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_tenant ON hw.%I TO hw_app
      USING (tenant_id = hw.current_tenant()) WITH CHECK (tenant_id = hw.current_tenant())', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, DELETE ON hw.saved_searches TO hw_app;
GRANT SELECT, INSERT ON hw.archive_counts TO hw_app;
GRANT UPDATE (messages, indexed) ON hw.archive_counts TO hw_app;

-- What an employee said next in a conversation: robots and recalls answer nobody.
CREATE INDEX messages_of_employees ON hw.messages (tenant_id, conversation_id, sent_at, message_id)
  WHERE direction IN ('outbound', 'internal') AND kind <> 'revoke' AND sender !~ '^wb[A-Za-z0-9_-]{18,}$';

-- The same id of two corps is two people, and is asked for as one.
CREATE INDEX people_by_key ON hw.people (tenant_id, person_key);
-- Lists of people, by when they talked last and by what they are called.
CREATE INDEX people_by_time ON hw.people (tenant_id, last_at DESC, person_key, connection_id);
CREATE INDEX people_by_name ON hw.people (tenant_id, (lower(coalesce(name, written_as)) COLLATE "C"), person_key, connection_id);
CREATE INDEX people_employed ON hw.people (tenant_id, person_key) WHERE kind = 'employee';

-- What people were called before.
CREATE INDEX intervals_ended ON hw.intervals (tenant_id, subject, attribute) INCLUDE (connection_id, subject_key, value)
  WHERE ended_by IS NOT NULL AND attribute IN ('name', 'alias', 'remark');

CREATE INDEX contents_by_type ON hw.contents (tenant_id, content_type, copies_version) WHERE state = 'stored';
CREATE INDEX copies_without_text ON hw.media_copies (tenant_id) WHERE copy = 'text' AND state = 'absent';
