-- what: how a company reads and waits: the silence that ends a dialog, and the working hours within which a customer is answered
-- why:  both differ by trade, and what they say is a fact only with them
-- locks: ACCESS EXCLUSIVE on hw.tenants for an instant (constant defaults, nothing is rewritten)
-- safe while old code runs: yes

ALTER TABLE hw.tenants
  ADD COLUMN dialog_gap_minutes integer NOT NULL DEFAULT 30 CHECK (dialog_gap_minutes BETWEEN 5 AND 1440),
  ADD COLUMN unanswered_hours integer NOT NULL DEFAULT 4 CHECK (unanswered_hours BETWEEN 1 AND 72),
  -- 1 = Monday … 7 = Sunday.
  ADD COLUMN working_days integer[] NOT NULL DEFAULT '{1,2,3,4,5}' CHECK (cardinality(working_days) > 0 AND working_days <@ ARRAY[1, 2, 3, 4, 5, 6, 7]),
  ADD COLUMN working_from time NOT NULL DEFAULT '09:00',
  ADD COLUMN working_until time NOT NULL DEFAULT '18:00',
  ADD CONSTRAINT tenants_working_hours CHECK (working_until > working_from);
GRANT UPDATE (dialog_gap_minutes, unanswered_hours, working_days, working_from, working_until) ON hw.tenants TO hw_app;
