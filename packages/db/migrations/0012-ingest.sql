-- what: messages and participants no longer check, row by row, that their connection and their message exist; sealed and
--       compressed bytes are kept as they are
-- why:  each check reads and locks the row it points to, and each of those locks writes: a tenth of what storing a page
--       costs (measured). Both are given by the way of writing: the only code that adds participants does so in the
--       transaction that adds their message, and messages come from a page, which does refer to its connection.
--       PostgreSQL tries to compress what goes beyond 2 KB; pages are Zstandard and plaintexts sealed, so that it tried
--       in vain, for each page a second time
-- locks: ACCESS EXCLUSIVE on hw.messages, hw.participants, hw.connections and hw.pages for an instant; nothing is rewritten
-- safe while old code runs: yes

ALTER TABLE hw.messages DROP CONSTRAINT messages_tenant_id_connection_id_fkey;
ALTER TABLE hw.participants DROP CONSTRAINT participants_tenant_id_message_id_fkey;
ALTER TABLE hw.pages ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE hw.messages ALTER COLUMN plaintext SET STORAGE EXTERNAL;
