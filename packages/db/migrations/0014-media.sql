-- what: one copy of a content per tenant, files received in part, what the hashes said, copies made from originals
-- why:  a killed download goes on at its shard; equal files are kept once; voices play, pictures have thumbnails, files are found
-- locks: ACCESS EXCLUSIVE on hw.media for an instant (constant defaults, nothing is rewritten); the new index keeps writers of
--        hw.media waiting while it is built, about a second per million rows
-- safe while old code runs: yes; files that old code stored have their object in hw.media and no content row, and the new
--        code's sweep makes one

-- The original bytes, sealed, once per tenant. `writing` is written before the object, so that none is ever left unknown.
CREATE TABLE hw.contents (
  tenant_id     uuid NOT NULL,
  sha256        text NOT NULL,
  object_name   text NOT NULL,
  -- Bytes before sealing.
  size          bigint NOT NULL,
  md5           text NOT NULL,
  content_type  text NOT NULL,
  state         text NOT NULL CHECK (state IN ('writing', 'stored')),
  begun_at      timestamptz NOT NULL,
  stored_at     timestamptz,
  -- Which maker made its copies; 0 while none did.
  copies_version integer NOT NULL DEFAULT 0,
  copy_attempts integer NOT NULL DEFAULT 0,
  next_copy_at  timestamptz DEFAULT 'epoch',
  PRIMARY KEY (tenant_id, sha256)
);
CREATE INDEX contents_unfinished ON hw.contents (begun_at) WHERE state = 'writing';
CREATE INDEX contents_uncopied ON hw.contents (next_copy_at) WHERE next_copy_at IS NOT NULL;

ALTER TABLE hw.media
  -- After this WeCom has it no more (five days after the message).
  ADD COLUMN expires_at timestamptz,
  -- What came so far: whole segments kept as objects of their own, and the index of the shard that comes next.
  ADD COLUMN segments integer NOT NULL DEFAULT 0,
  ADD COLUMN received_bytes bigint NOT NULL DEFAULT 0,
  ADD COLUMN next_index text,
  -- When a worker began this attempt; until then nobody else takes it.
  ADD COLUMN claimed_until timestamptz,
  -- What WeCom's md5 said of the bytes; null until they came.
  ADD COLUMN md5_state text CHECK (md5_state IN ('agreed', 'absent', 'differed')),
  -- A cause that a person can cure keeps it waiting.
  ADD COLUMN is_blocked boolean NOT NULL DEFAULT false;
CREATE INDEX media_by_lane ON hw.media (tenant_id, connection_id, expires_at, expected_size) WHERE state = 'wanted';
CREATE INDEX media_leftovers ON hw.media (tenant_id, media_id) WHERE segments > 0 AND state <> 'wanted';
CREATE INDEX media_of_content ON hw.media (tenant_id, sha256) WHERE sha256 IS NOT NULL;

-- Beside the original, never instead of it.
CREATE TABLE hw.media_copies (
  tenant_id     uuid NOT NULL,
  sha256        text NOT NULL,
  copy          text NOT NULL CHECK (copy IN ('audio', 'thumbnail', 'poster', 'text')),
  state         text NOT NULL CHECK (state IN ('made', 'absent')),
  fault         text,
  object_name   text,
  size          bigint,
  content_type  text,
  -- audio: seconds, peaks; pictures: width, height; text: characters, whether it was cut.
  detail        jsonb NOT NULL DEFAULT '{}',
  -- Extracted text, sealed and compressed; it never has an object.
  text_sealed   bytea,
  maker_version integer NOT NULL,
  made_at       timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, sha256, copy)
);

ALTER TABLE hw.contents ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON hw.contents TO hw_app
  USING (tenant_id = hw.current_tenant()) WITH CHECK (tenant_id = hw.current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON hw.contents TO hw_app;
ALTER TABLE hw.media_copies ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON hw.media_copies TO hw_app
  USING (tenant_id = hw.current_tenant()) WITH CHECK (tenant_id = hw.current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON hw.media_copies TO hw_app;

GRANT SELECT (tenant_id, sha256, state, begun_at, next_copy_at) ON hw.contents TO hw_platform;
GRANT SELECT (segments, claimed_until) ON hw.media TO hw_platform;
CREATE POLICY across_tenants ON hw.contents FOR SELECT TO hw_platform USING (true);
