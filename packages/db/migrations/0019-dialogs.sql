-- what: dialogs that were cited or exported, with the list of their messages; on which days a person took part in a conversation
-- why:  what was cited stays what it was whatever is archived later; a reader with a narrow grant comes past a stretch that it
--       may not see without walking through it
-- locks: ACCESS EXCLUSIVE on hw.messages and hw.participants while the days are gathered, about three seconds per million
--        participants
-- safe while old code runs: yes; what it writes is noted by the triggers

CREATE TABLE hw.dialogs (
  tenant_id       uuid NOT NULL,
  dialog_id       uuid NOT NULL,
  conversation_id uuid NOT NULL,
  -- The message whose dialog it is, and the silence that ended it.
  anchor_id       uuid NOT NULL,
  gap_minutes     integer NOT NULL CHECK (gap_minutes BETWEEN 1 AND 1440),
  reason          text NOT NULL CHECK (reason IN ('cited', 'exported', 'held')),
  note_sealed     bytea,
  messages        integer NOT NULL CHECK (messages > 0),
  -- Longer than what is frozen at most.
  is_cut          boolean NOT NULL,
  first_at        timestamptz NOT NULL,
  last_at         timestamptz NOT NULL,
  frozen_by       uuid NOT NULL,
  frozen_at       timestamptz NOT NULL,
  -- Taken back; the row and its list stay, because the audit log names them.
  removed_by      uuid,
  removed_at      timestamptz,
  PRIMARY KEY (tenant_id, dialog_id),
  FOREIGN KEY (tenant_id, frozen_by) REFERENCES hw.members
);
CREATE INDEX dialogs_by_time ON hw.dialogs (tenant_id, frozen_at DESC, dialog_id DESC) WHERE removed_at IS NULL;
CREATE INDEX dialogs_of_conversation ON hw.dialogs (tenant_id, conversation_id, last_at) WHERE removed_at IS NULL;

CREATE TABLE hw.dialog_messages (
  tenant_id       uuid NOT NULL,
  dialog_id       uuid NOT NULL,
  -- As it was when the list was frozen.
  sent_at         timestamptz NOT NULL,
  message_id      uuid NOT NULL,
  PRIMARY KEY (tenant_id, dialog_id, sent_at, message_id),
  FOREIGN KEY (tenant_id, dialog_id) REFERENCES hw.dialogs
);

-- Days in UTC on which a person sent or received something in a conversation. Never fewer than there are; a day whose
-- messages became others may stay. Who reads by it looks at the messages themselves in the end.
CREATE TABLE hw.attendance (
  tenant_id       uuid NOT NULL,
  conversation_id uuid NOT NULL,
  person_key      text NOT NULL,
  day             date NOT NULL,
  PRIMARY KEY (tenant_id, conversation_id, person_key, day)
);
CREATE INDEX attendance_by_person ON hw.attendance (tenant_id, person_key, day, conversation_id);

-- For what old code writes: new code says it itself, without looking messages up.
CREATE FUNCTION hw.note_attendance() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF current_setting('hw.attendance', true) = 'noted' THEN
    RETURN NULL;
  END IF;
  INSERT INTO hw.attendance (tenant_id, conversation_id, person_key, day)
    SELECT DISTINCT m.tenant_id, m.conversation_id, c.person_key, (m.sent_at AT TIME ZONE 'UTC')::date
    FROM changed c JOIN hw.messages m ON m.tenant_id = c.tenant_id AND m.message_id = c.message_id
    ORDER BY 1, 2, 3, 4
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER attendance_added AFTER INSERT ON hw.participants
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION hw.note_attendance();

CREATE FUNCTION hw.move_attendance() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  INSERT INTO hw.attendance (tenant_id, conversation_id, person_key, day)
    SELECT DISTINCT m.tenant_id, m.conversation_id, p.person_key, (m.sent_at AT TIME ZONE 'UTC')::date
    FROM changed m
    JOIN former f ON f.tenant_id = m.tenant_id AND f.message_id = m.message_id
      AND (f.conversation_id, f.sent_at) <> (m.conversation_id, m.sent_at)
    JOIN hw.participants p ON p.tenant_id = m.tenant_id AND p.message_id = m.message_id
    ORDER BY 1, 2, 3, 4
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER attendance_moved AFTER UPDATE ON hw.messages
  REFERENCING NEW TABLE AS changed OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION hw.move_attendance();

-- What there is already. The owner sees rows only while security is not forced on it; nobody else gets in meanwhile.
ALTER TABLE hw.messages NO FORCE ROW LEVEL SECURITY;
ALTER TABLE hw.participants NO FORCE ROW LEVEL SECURITY;
INSERT INTO hw.attendance (tenant_id, conversation_id, person_key, day)
  SELECT DISTINCT m.tenant_id, m.conversation_id, p.person_key, (m.sent_at AT TIME ZONE 'UTC')::date
  FROM hw.participants p JOIN hw.messages m ON m.tenant_id = p.tenant_id AND m.message_id = p.message_id;
ALTER TABLE hw.messages FORCE ROW LEVEL SECURITY;
ALTER TABLE hw.participants FORCE ROW LEVEL SECURITY;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['dialogs', 'dialog_messages', 'attendance'] LOOP
    EXECUTE format('ALTER TABLE hw.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_tenant ON hw.%I TO hw_app
      USING (tenant_id = hw.current_tenant()) WITH CHECK (tenant_id = hw.current_tenant())', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON hw.dialogs, hw.dialog_messages, hw.attendance TO hw_app;
GRANT UPDATE (removed_by, removed_at) ON hw.dialogs TO hw_app;
