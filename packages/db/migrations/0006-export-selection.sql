-- what: the frozen list of an export's messages
-- why:  what arrives later is the next package's; a killed build goes on from the same list
-- locks: none that matter, the table is new
-- safe while old code runs: yes

CREATE TABLE hw.export_messages (
  tenant_id       uuid NOT NULL,
  export_id       uuid NOT NULL,
  conversation_id uuid NOT NULL,
  sent_at         timestamptz NOT NULL,
  message_id      uuid NOT NULL,
  PRIMARY KEY (tenant_id, export_id, conversation_id, sent_at, message_id),
  FOREIGN KEY (tenant_id, export_id) REFERENCES hw.exports
);
ALTER TABLE hw.export_messages ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON hw.export_messages TO hw_app
  USING (tenant_id = hw.current_tenant()) WITH CHECK (tenant_id = hw.current_tenant());
GRANT SELECT, INSERT, DELETE ON hw.export_messages TO hw_app;
