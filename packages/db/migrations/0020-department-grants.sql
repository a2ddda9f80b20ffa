-- what: grants and invitations name departments beside employees, with whether they mean who was in them when a message was
--       sent or who is in them now; an index of the departments that people were in
-- why:  who reads a department reads what it said, whoever moved there or away since
-- locks: ACCESS EXCLUSIVE on hw.grants and hw.invitations for an instant (constant defaults, nothing is rewritten; the new
--        check reads every grant, which are few); the index keeps writers of hw.intervals waiting while it is built, about a
--        second per million rows
-- safe while old code runs: yes; it reads a grant of departments as one of the employees that it names, so it shows less and
--        never more, and what it grants names no department

ALTER TABLE hw.grants
  -- The departments, place by place: a connection and WeCom's id in it. Their sub-departments are meant too.
  ADD COLUMN department_connections uuid[] NOT NULL DEFAULT '{}',
  ADD COLUMN department_ids bigint[] NOT NULL DEFAULT '{}',
  -- Who was in them as of the time of a message, or who is in them now.
  ADD COLUMN departments_as_of text NOT NULL DEFAULT 'message' CHECK (departments_as_of IN ('message', 'now')),
  DROP CONSTRAINT grants_employees_check,
  ADD CONSTRAINT grants_name_somebody CHECK (cardinality(employees) > 0 OR cardinality(department_ids) > 0),
  ADD CONSTRAINT grants_departments_paired CHECK (cardinality(department_connections) = cardinality(department_ids));

ALTER TABLE hw.invitations
  ADD COLUMN department_connections uuid[] NOT NULL DEFAULT '{}',
  ADD COLUMN department_ids bigint[] NOT NULL DEFAULT '{}',
  ADD COLUMN departments_as_of text NOT NULL DEFAULT 'message' CHECK (departments_as_of IN ('message', 'now')),
  ADD CONSTRAINT invitations_departments_paired CHECK (cardinality(department_connections) = cardinality(department_ids));

CREATE INDEX intervals_of_departments ON hw.intervals (tenant_id, connection_id, subject_key, seen_from)
  WHERE subject = 'person' AND attribute = 'departments';
