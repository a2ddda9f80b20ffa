export type CopyName = 'audio' | 'thumbnail' | 'poster' | 'text';

/** Why there is no copy of a file whose type has one. */
export type CopyFault = 'copy.no_decoder' | 'copy.unreadable' | 'copy.too_costly';

/** `peaks`: 0 to 100, at most 200 of them, evenly over the whole. */
export interface SoundDetail {
  readonly seconds: number;
  readonly peaks: readonly number[];
}

/** Pixels. */
export interface PictureDetail {
  readonly width: number;
  readonly height: number;
  readonly originalWidth: number;
  readonly originalHeight: number;
}

export interface TextDetail {
  readonly characters: number;
  /** There is more than was taken. */
  readonly isCut: boolean;
}

export type MadeCopy =
  | {
      readonly copy: 'audio';
      readonly state: 'made';
      readonly bytes: Uint8Array;
      readonly contentType: string;
      readonly detail: SoundDetail;
    }
  | {
      readonly copy: 'thumbnail' | 'poster';
      readonly state: 'made';
      readonly bytes: Uint8Array;
      readonly contentType: string;
      readonly detail: PictureDetail;
    }
  | { readonly copy: 'text'; readonly state: 'made'; readonly text: string; readonly detail: TextDetail }
  | { readonly copy: CopyName; readonly state: 'absent'; readonly fault: CopyFault };

/** Makes what a browser can play or show, and what search can read, from a file's bytes. */
export interface CopyMaker {
  /** Which copies a type has, or where it is unknown what the file is called; empty for those without any. */
  wants(contentType: string, fileName: string | null): readonly CopyName[];
  /** Makes them in a process of its own, bounded; never rejects for what the bytes are. `bytes` is read once. */
  make(
    source: {
      readonly bytes: AsyncIterable<Uint8Array>;
      readonly size: number;
      readonly contentType: string;
      readonly fileName: string | null;
    },
    signal?: AbortSignal,
  ): Promise<readonly MadeCopy[]>;
  close(): Promise<void>;
}
