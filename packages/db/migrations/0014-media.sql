-- what: one copy of a content per tenant, files received in part, what the hashes said, copies made from originals
-- why:  a killed download goes on at its shard; equal files are kept once; voices play, pictures have thumbnails, files are found
-- locks: ACCESS EXCLUSIVE on hw.media for an instant (constant defaults, nothing is rewritten); the new index keeps writers of
--        hw.media waiting while it is built, about a second per million rows
-- safe while old code runs: yes (its look for lost jobs, once a minute, goes without the index that is dropped); files that old code stored have their object in hw.media and no content row, and the new
--        code's sweep makes one

-- The original bytes, sealed, once per tenant. `writing` is written before the object, so that none is ever left unknown.
CREATE TABLE hw.contents (
  tenant_id     uuid NOT NULL,
  sha256        text NOT NULL,
  object_name   text NOT NULL,
  -- Bytes before sealing.
  size          bigint NOT NULL,
  -- Null for what was stored before it was written down.
  md5           text,
  content_type  text NOT NULL,
  -- `removing`: its object is being deleted; whoever needs the content again waits until the row is gone.
  state         text NOT NULL CHECK (state IN ('writing', 'stored', 'removing')),
  begun_at      timestamptz NOT NULL,
  stored_at     timestamptz,
  -- Which maker made its copies; 0 while none did.
  copies_version integer NOT NULL DEFAULT 0,
  copy_attempts integer NOT NULL DEFAULT 0,
  next_copy_at  timestamptz DEFAULT 'epoch',
  PRIMARY KEY (tenant_id, sha256)
);
CREATE INDEX contents_unfinished ON hw.contents (begun_at) WHERE state <> 'stored';
CREATE INDEX contents_uncopied ON hw.contents (next_copy_at) WHERE next_copy_at IS NOT NULL;
-- Those whose copies an older maker made.
CREATE INDEX contents_by_maker ON hw.contents (copies_version) WHERE next_copy_at IS NULL;

ALTER TABLE hw.media
  -- After this WeCom has it no more (five days after the message).
  ADD COLUMN expires_at timestamptz,
  -- Large files have a lane of their own, so that they keep nothing small waiting.
  ADD COLUMN lane text NOT NULL DEFAULT 'small' CHECK (lane IN ('small', 'large')),
  -- What came so far: whole segments kept as objects of their own, and the index of the shard that comes next (null with
  -- segments: all came). `keeps_segments` is written before the first object and taken back after the last was deleted.
  ADD COLUMN keeps_segments boolean NOT NULL DEFAULT false,
  ADD COLUMN segments integer NOT NULL DEFAULT 0,
  ADD COLUMN received_bytes bigint NOT NULL DEFAULT 0,
  ADD COLUMN next_index text,
  -- Until then nobody else takes it. Every claim has the next number, and writes only while it is the newest.
  ADD COLUMN claimed_until timestamptz,
  ADD COLUMN claims integer NOT NULL DEFAULT 0,
  -- How often it came whole and not as announced, or could not be deciphered.
  ADD COLUMN spoilt integer NOT NULL DEFAULT 0,
  -- What WeCom's md5 said of the bytes; null until they came.
  ADD COLUMN md5_state text CHECK (md5_state IN ('agreed', 'absent', 'differed')),
  -- A cause that a person can cure keeps it waiting.
  ADD COLUMN is_blocked boolean NOT NULL DEFAULT false,
  -- Which maker's text of the file stands among the search tokens of its message; 0 while none does.
  ADD COLUMN text_version integer NOT NULL DEFAULT 0;
-- Fetching goes by the index below; with this one beside it, a table without statistics is sorted at every claim.
DROP INDEX hw.media_wanted;
-- In the order of fetching: by the hour at which WeCom drops them, then by size.
CREATE INDEX media_by_lane ON hw.media (tenant_id, connection_id, lane,
  date_bin('1 hour', expires_at, '2000-01-01Z') NULLS FIRST, expected_size, media_id) WHERE state = 'wanted';
-- The few that somebody fetches now.
CREATE INDEX media_claimed ON hw.media (tenant_id, connection_id, lane, claimed_until)
  WHERE state = 'wanted' AND claimed_until IS NOT NULL;
CREATE INDEX media_leftovers ON hw.media (tenant_id, media_id) WHERE keeps_segments AND state <> 'wanted';
CREATE INDEX media_blocked ON hw.media (expires_at) WHERE state = 'wanted' AND is_blocked;
-- Stored by code that knew no contents.
CREATE INDEX media_without_content ON hw.media (tenant_id, media_id) WHERE state = 'stored' AND md5_state IS NULL;
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

GRANT SELECT (tenant_id, sha256, state, begun_at, next_copy_at, copies_version) ON hw.contents TO hw_platform;
GRANT SELECT (lane, expires_at, keeps_segments, claimed_until, is_blocked, md5_state) ON hw.media TO hw_platform;
CREATE POLICY across_tenants ON hw.contents FOR SELECT TO hw_platform USING (true);
