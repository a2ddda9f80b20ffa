import type { ExportView } from '@highwater/api-client';
import type { Direction, MessageKind } from '@highwater/domain';

export type { ExportLinkView, ExportView, ScheduleView } from '@highwater/api-client';

/** A selection as it is kept: the words stay sealed. */
export type FrozenSelection = ExportView['selection'];

/** What is searched for or exported. */
export interface Selection {
  readonly q?: string;
  readonly people?: readonly string[];
  readonly room?: string;
  readonly conversation?: string;
  /** Only what is on the list of this frozen dialog. */
  readonly dialog?: string;
  /** Only the dialog that holds this message; its list is frozen with the request. */
  readonly dialogOf?: { readonly messageId: string; readonly gapMinutes: number };
  readonly kinds?: readonly MessageKind[];
  readonly directions?: readonly Direction[];
  /** With or without a file of any kind. */
  readonly media?: boolean;
  readonly recalled?: boolean;
  readonly unanswered?: boolean;
  /** Inclusive. */
  readonly from?: number;
  /** Exclusive. */
  readonly until?: number;
}
