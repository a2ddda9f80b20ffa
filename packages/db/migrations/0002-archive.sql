-- what: connections, pages, envelopes, messages, people, rooms, conversations, media, search tokens
-- why:  the chain from WeCom to a reader
-- locks: none that matter, all objects are new
-- safe while old code runs: yes

-- A try to connect a corp. Nothing else is kept until WeCom accepted corp ID and secret; the secret is wiped on either end.
CREATE TABLE hw.connection_attempts (
  tenant_id     uuid NOT NULL REFERENCES hw.tenants,
  attempt_id    uuid NOT NULL,
  corp_id       text NOT NULL,
  name          text NOT NULL,
  secret_sealed bytea,
  state         text NOT NULL CHECK (state IN ('checking', 'accepted', 'refused')),
  fault         text,
  detail        jsonb NOT NULL DEFAULT '{}',
  connection_id uuid,
  started_by    uuid NOT NULL,
  started_at    timestamptz NOT NULL,
  expires_at    timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, attempt_id)
);

CREATE TABLE hw.connections (
  tenant_id        uuid NOT NULL REFERENCES hw.tenants,
  connection_id    uuid NOT NULL,
  corp_id          text NOT NULL,
  name             text NOT NULL,
  secret_sealed    bytea NOT NULL,
  secret_set_at    timestamptz NOT NULL,
  secret_set_by    uuid NOT NULL,
  created_at       timestamptz NOT NULL,
  -- Highest seq safely stored; only ever raised, by compare-and-set, in the transaction that stores the page.
  cursor_seq       hw.seq_number NOT NULL DEFAULT 0,
  page_count       bigint NOT NULL DEFAULT 0,
  last_page_hash   text NOT NULL DEFAULT '',
  next_pull_at     timestamptz NOT NULL,
  last_pull_at     timestamptz,
  last_answer_at   timestamptz,
  PRIMARY KEY (tenant_id, connection_id)
);

-- Which tenant holds a corp; written only after the archive secret worked.
CREATE TABLE hw.corp_claims (
  corp_id       text PRIMARY KEY,
  tenant_id     uuid NOT NULL,
  connection_id uuid NOT NULL,
  claimed_at    timestamptz NOT NULL
);

CREATE TABLE hw.connection_keys (
  tenant_id       uuid NOT NULL,
  connection_id   uuid NOT NULL,
  key_id          uuid NOT NULL,
  public_pem      text NOT NULL,
  private_sealed  bytea NOT NULL,
  created_at      timestamptz NOT NULL,
  -- Bound by the first message that it opens.
  publickey_ver   integer,
  bound_at        timestamptz,
  PRIMARY KEY (tenant_id, connection_id, key_id),
  FOREIGN KEY (tenant_id, connection_id) REFERENCES hw.connections
);
CREATE UNIQUE INDEX connection_keys_by_version ON hw.connection_keys (tenant_id, connection_id, publickey_ver) WHERE publickey_ver IS NOT NULL;

-- Results of the last pre-flight, one row per step.
CREATE TABLE hw.connection_checks (
  tenant_id     uuid NOT NULL,
  connection_id uuid NOT NULL,
  step          text NOT NULL CHECK (step IN ('credentials', 'address', 'key', 'first_message')),
  state         text NOT NULL CHECK (state IN ('passed', 'failed', 'waiting')),
  fault         text,
  detail        jsonb NOT NULL DEFAULT '{}',
  checked_at    timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, connection_id, step),
  FOREIGN KEY (tenant_id, connection_id) REFERENCES hw.connections
);

-- A page exactly as WeCom answered it. Runtime roles may insert, never change or delete.
CREATE TABLE hw.pages (
  tenant_id     uuid NOT NULL,
  connection_id uuid NOT NULL,
  page_no       bigint NOT NULL,
  after_seq     hw.seq_number NOT NULL,
  first_seq     hw.seq_number NOT NULL,
  last_seq      hw.seq_number NOT NULL,
  count         integer NOT NULL CHECK (count > 0),
  -- Numbers between after_seq and last_seq that WeCom did not return, as [from, to] pairs.
  unseen        jsonb NOT NULL,
  bytes         bytea NOT NULL,
  sha256        text NOT NULL,
  leaf_hash     text NOT NULL,
  chain_hash    text NOT NULL,
  received_at   timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, connection_id, page_no),
  FOREIGN KEY (tenant_id, connection_id) REFERENCES hw.connections
);

-- One row per envelope of a page, made by open-page. Different bytes for a known seq make a second row.
CREATE TABLE hw.envelopes (
  tenant_id       uuid NOT NULL,
  connection_id   uuid NOT NULL,
  seq             hw.seq_number NOT NULL,
  envelope_sha256 text NOT NULL,
  page_no         bigint NOT NULL,
  position        integer NOT NULL,
  msgid           text NOT NULL,
  publickey_ver   bigint NOT NULL,
  state           text NOT NULL CHECK (state IN ('opened', 'sealed', 'unreadable')),
  fault           text,
  message_id      uuid,
  opened_at       timestamptz,
  PRIMARY KEY (tenant_id, connection_id, seq, envelope_sha256)
);
CREATE INDEX envelopes_by_page ON hw.envelopes (tenant_id, connection_id, page_no);
CREATE INDEX envelopes_not_opened ON hw.envelopes (tenant_id, connection_id, publickey_ver) WHERE state <> 'opened';

CREATE TABLE hw.messages (
  tenant_id       uuid NOT NULL,
  message_id      uuid NOT NULL,
  connection_id   uuid NOT NULL,
  seq             hw.seq_number NOT NULL,
  msgid           text NOT NULL,
  kind            text NOT NULL,
  sent_at         timestamptz NOT NULL,
  -- False when WeCom gave no usable time and sent_at is the archive's.
  sent_at_known   boolean NOT NULL,
  archived_at     timestamptz NOT NULL,
  sender          text,
  room_id         text,
  conversation_id uuid NOT NULL,
  direction       text NOT NULL CHECK (direction IN ('internal', 'inbound', 'outbound', 'none')),
  -- Of a recall: the msgid that it takes back.
  pre_msgid       text,
  plaintext       bytea NOT NULL,
  PRIMARY KEY (tenant_id, message_id),
  FOREIGN KEY (tenant_id, connection_id) REFERENCES hw.connections
);
CREATE INDEX messages_by_time ON hw.messages (tenant_id, sent_at DESC, message_id DESC);
CREATE INDEX messages_of_conversation ON hw.messages (tenant_id, conversation_id, sent_at DESC, message_id DESC);
CREATE INDEX messages_by_msgid ON hw.messages (tenant_id, connection_id, msgid);
CREATE INDEX messages_by_archived ON hw.messages (tenant_id, archived_at, message_id);
CREATE INDEX recalls_by_original ON hw.messages (tenant_id, connection_id, pre_msgid) WHERE pre_msgid IS NOT NULL;

CREATE TABLE hw.participants (
  tenant_id   uuid NOT NULL,
  message_id  uuid NOT NULL,
  person_key  text NOT NULL,
  sent_at     timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, message_id, person_key),
  FOREIGN KEY (tenant_id, message_id) REFERENCES hw.messages
);
CREATE INDEX participants_by_person ON hw.participants (tenant_id, person_key, sent_at DESC, message_id DESC);

CREATE TABLE hw.people (
  tenant_id     uuid NOT NULL,
  connection_id uuid NOT NULL,
  person_key    text NOT NULL,
  written_as    text NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('employee', 'external_contact', 'robot')),
  -- Names come with enrichment; until then the person is shown by its id.
  name          text,
  first_at      timestamptz NOT NULL,
  last_at       timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, connection_id, person_key)
);

CREATE TABLE hw.rooms (
  tenant_id     uuid NOT NULL,
  connection_id uuid NOT NULL,
  room_id       text NOT NULL,
  conversation_id uuid NOT NULL,
  name          text,
  is_external   boolean NOT NULL,
  first_at      timestamptz NOT NULL,
  last_at       timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, connection_id, room_id)
);

CREATE TABLE hw.conversations (
  tenant_id       uuid NOT NULL,
  conversation_id uuid NOT NULL,
  connection_id   uuid NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('room', 'pair', 'group', 'self')),
  room_id         text,
  -- Everybody ever seen in it.
  people          text[] NOT NULL,
  is_external     boolean NOT NULL,
  first_at        timestamptz NOT NULL,
  last_at         timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, conversation_id)
);
CREATE INDEX conversations_by_time ON hw.conversations (tenant_id, last_at DESC, conversation_id DESC);

CREATE TABLE hw.media (
  tenant_id     uuid NOT NULL,
  media_id      uuid NOT NULL,
  message_id    uuid NOT NULL,
  connection_id uuid NOT NULL,
  -- Its place in the message ("image", "mixed.item[1]").
  path          text NOT NULL,
  media_kind    text NOT NULL,
  file_name     text,
  extension     text,
  expected_size numeric(20, 0),
  expected_md5  text,
  sdkfileid     bytea,
  state         text NOT NULL CHECK (state IN ('wanted', 'stored', 'absent')),
  fault         text,
  attempts      integer NOT NULL DEFAULT 0,
  object_name   text,
  size          bigint,
  sha256        text,
  content_type  text,
  stored_at     timestamptz,
  next_try_at   timestamptz,
  PRIMARY KEY (tenant_id, media_id),
  FOREIGN KEY (tenant_id, message_id) REFERENCES hw.messages
);
CREATE UNIQUE INDEX media_of_message ON hw.media (tenant_id, message_id, path);
CREATE INDEX media_wanted ON hw.media (tenant_id, connection_id, next_try_at) WHERE state = 'wanted';

-- The index for words. Not under row-level security (there the GIN index would not be used); only hw_search reads it,
-- and every hit is read again from hw.messages. Tokens are keyed hashes: no text, no ids of people.
CREATE TABLE hw.search_tokens (
  tenant_id   uuid NOT NULL,
  message_id  uuid NOT NULL,
  sent_at     timestamptz NOT NULL,
  tokens      integer[] NOT NULL,
  PRIMARY KEY (tenant_id, message_id)
);
CREATE INDEX search_tokens_gin ON hw.search_tokens USING gin (tenant_id, tokens);
CREATE INDEX search_tokens_by_time ON hw.search_tokens (tenant_id, sent_at DESC, message_id DESC);
