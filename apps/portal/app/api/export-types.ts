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

export interface ExportView {
  readonly exportId: string;
  /** queued, running, complete, failed, cancelled, expired. */
  readonly state: string;
  readonly stage: string | null;
  readonly messagesTotal: number | null;
  readonly messagesDone: number;
  readonly mediaTotal: number | null;
  readonly mediaDone: number;
  readonly mediaMissing: number;
  readonly size: number | string | null;
  readonly sha256: string | null;
  readonly fileName: string | null;
  readonly fault: Fault | null;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly expiresAt: number | null;
  readonly requestedBy: { readonly memberId: string; readonly name: string } | null;
  readonly scheduleId: string | null;
  readonly selection: Selection | null;
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
  readonly nextAt: number | null;
  readonly lastRuns: readonly {
    readonly runDay: string;
    readonly state: string;
    readonly fault: Fault | null;
    readonly startedAt: number | null;
    readonly finishedAt: number | null;
  }[];
}
