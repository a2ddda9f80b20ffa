import type { CopyName, Fault, PictureDetail, SoundDetail, TextDetail, UnixMs } from '@highwater/domain';

export type CopyDetail = Partial<SoundDetail & PictureDetail & TextDetail>;

/** A copy of a content, or why there is none. A copy that is text has no object. */
export interface CopyRow {
  readonly sha256: string;
  readonly copy: CopyName;
  readonly state: 'made' | 'absent';
  readonly fault: Fault | null;
  readonly objectName: string | null;
  /** Bytes before sealing, decimal; of text in UTF-8. */
  readonly size: string | null;
  readonly contentType: string | null;
  readonly detail: CopyDetail;
  readonly makerVersion: number;
}

export interface NewCopy extends Omit<CopyRow, 'sha256' | 'size' | 'makerVersion'> {
  readonly size: number | null;
  readonly sealedText: Uint8Array | null;
}

/** Copies of one content by one maker. */
export interface NewCopies {
  readonly sha256: string;
  readonly makerVersion: number;
  readonly copies: readonly NewCopy[];
  readonly now: UnixMs;
}

/** For `FROM hw.media_copies c`. */
export const COPY_COLUMNS = `c.sha256, c.copy, c.state, c.fault, c.object_name AS "objectName", c.size,
  c.content_type AS "contentType", c.detail, c.maker_version AS "makerVersion"`;
