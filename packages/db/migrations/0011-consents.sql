-- what: what external contacts decided about being archived, one row per agree or disagree message
-- why:  the present consent of a person and its history are read by person, not by message
-- locks: none that matter, the table is new
-- safe while old code runs: yes; old code opens such messages without a row here, and a reparse makes it

-- Derived from messages. The reader's access condition looks at the message's participants.
CREATE TABLE hw.consents (
  tenant_id       uuid NOT NULL,
  message_id      uuid NOT NULL,
  connection_id   uuid NOT NULL,
  external_person text NOT NULL,
  -- Whom it was said to; null in a room, where it is about the room.
  employee        text,
  room_id         text,
  status          text NOT NULL CHECK (status IN ('agree', 'disagree')),
  decided_at      timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, message_id),
  FOREIGN KEY (tenant_id, message_id) REFERENCES hw.messages
);
CREATE INDEX consents_of_person ON hw.consents (tenant_id, external_person, decided_at DESC, message_id DESC);

ALTER TABLE hw.consents ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON hw.consents TO hw_app
  USING (tenant_id = hw.current_tenant()) WITH CHECK (tenant_id = hw.current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON hw.consents TO hw_app;
