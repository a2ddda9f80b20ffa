-- what: the audit log answers questions by member, event and subject; typed reasons; nightly proofs; monthly statements
-- why:  whoever looks after the log finds what somebody did and who was looked at; a company can ask for a reason first
-- locks: SHARE on hw.audit while its indexes are built, about three seconds per million rows: lines wait to be added;
--        ACCESS EXCLUSIVE on hw.tenants for an instant (no default, nothing is rewritten)
-- safe while old code runs: yes; it asks for no reason

CREATE INDEX audit_by_member ON hw.audit (tenant_id, member_id, at DESC, audit_id DESC);
-- Events are asked for by what they are of: the word before the dot.
CREATE INDEX audit_by_event ON hw.audit (tenant_id, split_part(event, '.', 1), at DESC, audit_id DESC);
CREATE INDEX audit_by_subject ON hw.audit (tenant_id, subject, at DESC, audit_id DESC) WHERE subject IS NOT NULL;
-- Lines about a message or a file say of which conversation it is.
CREATE INDEX audit_by_conversation ON hw.audit (tenant_id, (detail ->> 'conversation'), at DESC, audit_id DESC)
  WHERE detail ->> 'conversation' IS NOT NULL;
CREATE INDEX audit_by_reason ON hw.audit (tenant_id, (detail ->> 'reason'), at DESC, audit_id DESC)
  WHERE detail ->> 'reason' IS NOT NULL;

-- For how many hours a reason holds that is asked before content opens; null where none is asked.
ALTER TABLE hw.tenants ADD COLUMN reason_hours integer CHECK (reason_hours BETWEEN 1 AND 168);
GRANT UPDATE (reason_hours) ON hw.tenants TO hw_app;

-- The reason that holds in a session; its text stands sealed in the line of the log that says that it was given.
CREATE TABLE hw.reasons (
  tenant_id  uuid NOT NULL,
  member_id  uuid NOT NULL,
  -- Id of the session in schema identity; no foreign key: sessions go by themselves.
  session_id text NOT NULL,
  audit_id   uuid NOT NULL,
  given_at   timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, member_id, session_id),
  FOREIGN KEY (tenant_id, member_id) REFERENCES hw.members
);

-- When the log was last compared with its chain.
CREATE TABLE hw.audit_checks (
  tenant_id  uuid PRIMARY KEY REFERENCES hw.tenants,
  checked_at timestamptz NOT NULL,
  -- Rows in the chain then, and how much did not agree.
  position   bigint NOT NULL,
  problems   integer NOT NULL
);

-- Who looked at whom in a month of the company's zone, as it was counted when the month was over.
CREATE TABLE hw.audit_statements (
  tenant_id uuid NOT NULL REFERENCES hw.tenants,
  month     text NOT NULL CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  zone      text NOT NULL,
  from_at   timestamptz NOT NULL,
  until_at  timestamptz NOT NULL,
  made_at   timestamptz NOT NULL,
  -- One entry per member, with numbers, ids of members and keys of people; no names, no content.
  lines     jsonb NOT NULL,
  PRIMARY KEY (tenant_id, month)
);

-- To whom a statement is mailed, and when it was.
CREATE TABLE hw.audit_statement_mails (
  tenant_id uuid NOT NULL,
  month     text NOT NULL,
  member_id uuid NOT NULL,
  mailed_at timestamptz,
  PRIMARY KEY (tenant_id, month, member_id),
  FOREIGN KEY (tenant_id, month) REFERENCES hw.audit_statements,
  FOREIGN KEY (tenant_id, member_id) REFERENCES hw.members
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['reasons', 'audit_checks', 'audit_statements', 'audit_statement_mails'] LOOP
    EXECUTE format('ALTER TABLE hw.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_tenant ON hw.%I TO hw_app
      USING (tenant_id = hw.current_tenant()) WITH CHECK (tenant_id = hw.current_tenant())', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['audit_checks', 'audit_statements'] LOOP
    EXECUTE format('CREATE POLICY across_tenants ON hw.%I FOR SELECT TO hw_platform USING (true)', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON hw.reasons TO hw_app;
GRANT SELECT, INSERT, UPDATE ON hw.audit_checks TO hw_app;
GRANT SELECT, INSERT ON hw.audit_statements, hw.audit_statement_mails TO hw_app;
GRANT UPDATE (mailed_at) ON hw.audit_statement_mails TO hw_app;

-- hw_platform finds what is due to be compared or counted.
GRANT SELECT (tenant_id, checked_at) ON hw.audit_checks TO hw_platform;
GRANT SELECT (tenant_id, month) ON hw.audit_statements TO hw_platform;
