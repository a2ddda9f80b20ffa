-- what: indexes for the files whose text cannot be searched
-- why:  every search says how many there are; that costs as much as there are of them, however large the archive is
-- locks: writers of hw.media and hw.contents wait while the indexes are built, about half a second per million rows each;
--        ACCESS EXCLUSIVE on hw.contents for an instant
-- safe while old code runs: yes; its count of these files, a part of every search, goes without the index that is dropped

-- Sent as files and not here: to come, or not to be had.
CREATE INDEX media_files_away ON hw.media (tenant_id, media_id) WHERE media_kind = 'file' AND sha256 IS NULL;
-- Documents that no maker has been at, or whose type is none of those that have a text. For queries that say the same.
CREATE INDEX contents_unread ON hw.contents (tenant_id, sha256, copies_version)
  WHERE state = 'stored' AND (copies_version = 0 OR content_type <> ALL ('{application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/plain,image/jpeg,image/png,image/gif,image/webp,audio/amr,audio/silk,video/mp4}'::text[]))
    AND NOT content_type ^@ 'image/' AND NOT content_type ^@ 'audio/' AND NOT content_type ^@ 'video/';
DROP INDEX hw.contents_by_type;
