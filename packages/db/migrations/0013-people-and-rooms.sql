-- what: further secrets of a connection; what enrichment knows of people and rooms, since when and until when; departments,
--       follow relations, room members, permits, consent states, customer tags; and how far each kind of enrichment is
-- why:  raw messages hold ids, people want names of that day, and every gap in them has its cause
-- locks: ACCESS EXCLUSIVE on hw.connection_attempts, hw.people and hw.rooms for an instant (constant defaults, nothing is rewritten); the two new
--        indexes keep writers of these tables waiting while they are built, about a second per million rows
-- safe while old code runs: yes; what old code adds is pending and due at once

-- The archive secret stays in hw.connections. One row per further secret; the newest proof stands in it.
CREATE TABLE hw.connection_secrets (
  tenant_id     uuid NOT NULL,
  connection_id uuid NOT NULL,
  purpose       text NOT NULL CHECK (purpose IN ('customer_contact', 'contacts')),
  secret_sealed bytea NOT NULL,
  set_at        timestamptz NOT NULL,
  set_by        uuid NOT NULL,
  state         text NOT NULL DEFAULT 'unproven' CHECK (state IN ('unproven', 'accepted', 'refused')),
  fault         text,
  detail        jsonb NOT NULL DEFAULT '{}',
  checked_at    timestamptz,
  PRIMARY KEY (tenant_id, connection_id, purpose),
  FOREIGN KEY (tenant_id, connection_id) REFERENCES hw.connections
);

-- Which of the three secrets an attempt tries.
ALTER TABLE hw.connection_attempts
  ADD COLUMN purpose text NOT NULL DEFAULT 'archive' CHECK (purpose IN ('archive', 'customer_contact', 'contacts'));

ALTER TABLE hw.people
  ADD COLUMN state text NOT NULL DEFAULT 'pending'
    CHECK (state IN ('pending', 'complete', 'partial', 'not_visible', 'gone', 'disabled', 'no_secret')),
  -- Why it is not complete.
  ADD COLUMN fault text,
  ADD COLUMN looked_at timestamptz,
  -- When it is looked at next; null never by itself.
  ADD COLUMN next_look_at timestamptz DEFAULT 'epoch',
  -- Looks in a row that did not bring it; what backs off.
  ADD COLUMN misses integer NOT NULL DEFAULT 0,
  ADD COLUMN alias text,
  ADD COLUMN position text,
  -- Of external contacts: their company, and WeCom's number for WeChat (1) or WeCom (2).
  ADD COLUMN corp_name text,
  ADD COLUMN contact_type smallint,
  ADD COLUMN unionid text,
  -- Of employees; the first is the main one.
  ADD COLUMN department_ids bigint[] NOT NULL DEFAULT '{}',
  -- Of employees: 1 active, 2 disabled, 4 not activated, 5 left.
  ADD COLUMN employee_status smallint,
  -- Of robots.
  ADD COLUMN creator text;
CREATE INDEX people_due ON hw.people (tenant_id, connection_id, kind, next_look_at) WHERE next_look_at IS NOT NULL;
CREATE INDEX people_by_unionid ON hw.people (tenant_id, unionid) WHERE unionid IS NOT NULL;

ALTER TABLE hw.rooms
  ADD COLUMN state text NOT NULL DEFAULT 'pending'
    CHECK (state IN ('pending', 'complete', 'partial', 'not_visible', 'gone', 'not_customer_room', 'no_secret')),
  ADD COLUMN fault text,
  ADD COLUMN looked_at timestamptz,
  ADD COLUMN next_look_at timestamptz DEFAULT 'epoch',
  ADD COLUMN misses integer NOT NULL DEFAULT 0,
  -- Which call knows it; null until one did.
  ADD COLUMN room_kind text CHECK (room_kind IN ('customer', 'internal')),
  ADD COLUMN owner text,
  ADD COLUMN notice text,
  ADD COLUMN made_at timestamptz,
  ADD COLUMN member_count integer,
  -- When the consents of its external members are asked for next; of customer rooms only.
  ADD COLUMN next_consent_look_at timestamptz DEFAULT 'epoch';
CREATE INDEX rooms_due ON hw.rooms (tenant_id, connection_id, next_look_at) WHERE next_look_at IS NOT NULL;

-- What was seen of a thing, from the first look that found it to the last; ended by the first look or event that found
-- another value. Between two looks nobody knows. Values of one attribute never overlap.
CREATE TABLE hw.intervals (
  tenant_id     uuid NOT NULL,
  connection_id uuid NOT NULL,
  subject       text NOT NULL CHECK (subject IN ('person', 'follow', 'room', 'department')),
  -- Person key, '<external> <employee>', room id, department id.
  subject_key   text NOT NULL,
  -- name, alias, position, corp_name, status, departments (ids, comma between), remark, tags, owner, notice, parent …
  attribute     text NOT NULL,
  value         text NOT NULL,
  seen_from     timestamptz NOT NULL,
  seen_until    timestamptz NOT NULL,
  ended_by      timestamptz,
  PRIMARY KEY (tenant_id, connection_id, subject, subject_key, attribute, seen_from),
  CHECK (seen_until >= seen_from AND ended_by >= seen_until)
);
CREATE UNIQUE INDEX intervals_open ON hw.intervals (tenant_id, connection_id, subject, subject_key, attribute) WHERE ended_by IS NULL;

-- An employee's relation to an external contact, as it was at the last look.
CREATE TABLE hw.follows (
  tenant_id         uuid NOT NULL,
  connection_id     uuid NOT NULL,
  external_key      text NOT NULL,
  employee_key      text NOT NULL,
  remark            text,
  description       text,
  added_at          timestamptz,
  tags              text[] NOT NULL DEFAULT '{}',
  remark_corp_name  text,
  remark_mobiles    text[] NOT NULL DEFAULT '{}',
  -- WeCom's number; newer ones than the documented occur.
  add_way           integer,
  seen_from         timestamptz NOT NULL,
  seen_until        timestamptz NOT NULL,
  ended_by          timestamptz,
  PRIMARY KEY (tenant_id, connection_id, external_key, employee_key)
);
CREATE INDEX follows_of_employee ON hw.follows (tenant_id, connection_id, employee_key);

CREATE TABLE hw.departments (
  tenant_id     uuid NOT NULL,
  connection_id uuid NOT NULL,
  department_id bigint NOT NULL,
  parent_id     bigint,
  -- Null where the secret may see the tree but not the names.
  name          text,
  position      bigint,
  leaders       text[] NOT NULL DEFAULT '{}',
  seen_from     timestamptz NOT NULL,
  seen_until    timestamptz NOT NULL,
  ended_by      timestamptz,
  PRIMARY KEY (tenant_id, connection_id, department_id)
);

-- Who was in a room, as intervals: the archive has no join and leave messages.
CREATE TABLE hw.room_members (
  tenant_id     uuid NOT NULL,
  connection_id uuid NOT NULL,
  room_id       text NOT NULL,
  person_key    text NOT NULL,
  seen_from     timestamptz NOT NULL,
  seen_until    timestamptz NOT NULL,
  ended_by      timestamptz,
  -- As WeCom states it; the membership began then even where nobody looked.
  joined_at     timestamptz,
  nickname      text,
  is_admin      boolean NOT NULL DEFAULT false,
  invited_by    text,
  PRIMARY KEY (tenant_id, connection_id, room_id, person_key, seen_from)
);
CREATE INDEX room_members_of_person ON hw.room_members (tenant_id, person_key, connection_id);
CREATE UNIQUE INDEX room_members_open ON hw.room_members (tenant_id, connection_id, room_id, person_key) WHERE ended_by IS NULL;

-- Who is in the archive's scope, by edition (1 office, 2 service, 3 enterprise).
CREATE TABLE hw.permits (
  tenant_id     uuid NOT NULL,
  connection_id uuid NOT NULL,
  person_key    text NOT NULL,
  edition       smallint NOT NULL,
  seen_from     timestamptz NOT NULL,
  seen_until    timestamptz NOT NULL,
  ended_by      timestamptz,
  -- When the name of one who never spoke was last asked for.
  looked_at     timestamptz,
  PRIMARY KEY (tenant_id, connection_id, person_key, edition, seen_from)
);
CREATE UNIQUE INDEX permits_open ON hw.permits (tenant_id, connection_id, person_key, edition) WHERE ended_by IS NULL;

-- What WeCom says of a consent now; what was said in messages stands in hw.consents.
CREATE TABLE hw.consent_states (
  tenant_id     uuid NOT NULL,
  connection_id uuid NOT NULL,
  external_key  text NOT NULL,
  -- An employee, or a room.
  counterpart   text NOT NULL,
  in_room       boolean NOT NULL,
  status        text CHECK (status IN ('agree', 'disagree', 'default_agree', 'other')),
  changed_at    timestamptz,
  fault         text,
  looked_at     timestamptz,
  next_look_at  timestamptz,
  misses        integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, connection_id, external_key, counterpart)
);
CREATE INDEX consent_states_due ON hw.consent_states (tenant_id, connection_id, next_look_at) WHERE next_look_at IS NOT NULL;

CREATE TABLE hw.customer_tags (
  tenant_id     uuid NOT NULL,
  connection_id uuid NOT NULL,
  tag_id        text NOT NULL,
  group_name    text NOT NULL,
  name          text NOT NULL,
  is_deleted    boolean NOT NULL DEFAULT false,
  seen_at       timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, connection_id, tag_id)
);

-- External ids with one unionid are shown as one customer, unless a person said that they are not.
CREATE TABLE hw.customer_splits (
  tenant_id     uuid NOT NULL,
  connection_id uuid NOT NULL,
  person_key    text NOT NULL,
  split_by      uuid NOT NULL,
  split_at      timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, connection_id, person_key)
);

-- How far one kind of enrichment of one connection is.
CREATE TABLE hw.enrichments (
  tenant_id     uuid NOT NULL,
  connection_id uuid NOT NULL,
  kind          text NOT NULL
    CHECK (kind IN ('employees', 'departments', 'external_contacts', 'rooms', 'robots', 'permits', 'consents', 'tags')),
  -- Where a walk over pages of an API stands; null between walks.
  cursor        text,
  last_run_at   timestamptz,
  -- When all that it lists was last listed whole.
  last_whole_at timestamptz,
  -- What stops it now, since when, and when it goes on by itself.
  fault         text,
  detail        jsonb NOT NULL DEFAULT '{}',
  stopped_since timestamptz,
  next_run_at   timestamptz NOT NULL DEFAULT 'epoch',
  -- Attempts in a row that were stopped; what backs off.
  stops         integer NOT NULL DEFAULT 0,
  -- A worker is at it until then, unless it was killed.
  leased_until  timestamptz,
  -- When somebody asked for everything that is not complete to be looked at again; null when that is done.
  woken_at      timestamptz,
  PRIMARY KEY (tenant_id, connection_id, kind),
  FOREIGN KEY (tenant_id, connection_id) REFERENCES hw.connections
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['connection_secrets', 'intervals', 'follows', 'departments', 'room_members', 'permits',
    'consent_states', 'customer_tags', 'customer_splits', 'enrichments'] LOOP
    EXECUTE format('ALTER TABLE hw.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_tenant ON hw.%I TO hw_app
      USING (tenant_id = hw.current_tenant()) WITH CHECK (tenant_id = hw.current_tenant())', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON hw.connection_secrets, hw.intervals, hw.follows, hw.departments, hw.room_members, hw.permits,
  hw.consent_states, hw.customer_tags, hw.enrichments TO hw_app;
GRANT DELETE ON hw.connection_secrets TO hw_app;
GRANT SELECT, INSERT, DELETE ON hw.customer_splits TO hw_app;

-- The sweep: which connections have something due, and which secrets were not proved for long.
GRANT SELECT (tenant_id, connection_id, purpose, state, checked_at) ON hw.connection_secrets TO hw_platform;
CREATE POLICY across_tenants ON hw.connection_secrets FOR SELECT TO hw_platform USING (true);
GRANT SELECT (tenant_id, connection_id, kind, next_look_at) ON hw.people TO hw_platform;
GRANT SELECT (tenant_id, connection_id, next_look_at) ON hw.rooms TO hw_platform;
GRANT SELECT (tenant_id, connection_id, kind, next_run_at, leased_until, woken_at, last_run_at) ON hw.enrichments TO hw_platform;
CREATE POLICY across_tenants ON hw.people FOR SELECT TO hw_platform USING (true);
CREATE POLICY across_tenants ON hw.rooms FOR SELECT TO hw_platform USING (true);
CREATE POLICY across_tenants ON hw.enrichments FOR SELECT TO hw_platform USING (true);
