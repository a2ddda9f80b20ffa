import type { Fault, MessageKind } from '@highwater/domain';

export interface Selection {
  readonly q?: string;
  readonly person?: string;
  readonly room?: string;
  readonly conversation?: string;
  readonly kinds?: readonly MessageKind[];
  /** Inclusive. */
  readonly from?: number;
  /** Exclusive. */
  readonly until?: number;
}

/** A selection as it is kept: the words stay sealed. */
export interface FrozenSelection {
  readonly people: readonly string[];
  readonly roomId: string | null;
  readonly conversationId: string | null;
  readonly kinds: readonly string[];
  readonly from: number | null;
  readonly until: number | null;
  readonly hasWords: boolean;
}

export interface ExportView {
  readonly exportId: string;
  readonly state: 'queued' | 'running' | 'complete' | 'complete_with_missing' | 'failed' | 'cancelled' | 'expired';
  readonly stage: 'queued' | 'counting' | 'media' | 'packing' | 'verifying' | 'done';
  readonly messagesTotal: number | null;
  readonly messagesDone: number;
  readonly mediaTotal: number | null;
  readonly mediaDone: number;
  readonly mediaMissing: number;
  readonly size: number | null;
  readonly sha256: string | null;
  readonly fileName: string | null;
  readonly fault: Fault | null;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly expiresAt: number | null;
  readonly requestedBy: { readonly memberId: string; readonly name: string };
  readonly scheduleId: string | null;
  readonly selection: FrozenSelection;
  readonly mine: boolean;
}

export interface LinkView {
  readonly export: ExportView;
  readonly expiresAt: number;
  readonly runDay: string | null;
}

export interface ScheduleView {
  readonly scheduleId: string;
  readonly name: string;
  readonly timeOfDay: string;
  readonly zone: string;
  readonly recipients: readonly { readonly memberId: string; readonly name: string; readonly email: string }[];
  readonly enabled: boolean;
  readonly nextAt: number;
  readonly lastRuns: readonly {
    readonly runDay: string;
    readonly state: 'pulling' | 'building' | 'mailing' | 'done' | 'failed';
    readonly fault: Fault | null;
    readonly startedAt: number | null;
    readonly finishedAt: number | null;
  }[];
}
