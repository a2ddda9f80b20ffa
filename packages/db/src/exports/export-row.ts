import {
  EVERY_MESSAGE,
  type AccessCondition,
  type ApiKeyId,
  type DialogId,
  type ExportId,
  type Fault,
  type MemberId,
  type PersonKey,
  type ScheduleId,
  type SearchFilters,
  type UnixMs,
} from '@highwater/domain';

export type ExportState =
  | 'queued'
  | 'running'
  | 'complete'
  | 'complete_with_missing'
  | 'failed'
  | 'cancelled'
  | 'expired';
export type ExportStage = 'queued' | 'counting' | 'media' | 'packing' | 'verifying' | 'done';

/**
 * What was asked for, all but the words, which are content and sealed apart. Rows of earlier releases lack what was added
 * and name each person by one id: read with `filtersOf`.
 */
export type StoredSelection = Partial<Omit<SearchFilters, 'people'>> & {
  readonly people?: readonly (PersonKey | readonly PersonKey[])[];
  /** Only messages on the list of this frozen dialog. */
  readonly dialogId?: DialogId;
};

/** The filters that a stored selection stands for. */
export function filtersOf({ people = [], dialogId: _dialog, ...stored }: StoredSelection): SearchFilters {
  const { words: _words, without: _without, ...every } = EVERY_MESSAGE;
  return { ...every, ...stored, people: people.map((person) => (typeof person === 'string' ? [person] : person)) };
}

export interface ExportRow {
  readonly exportId: ExportId;
  readonly requestedBy: MemberId;
  /** The key of that member that it was asked for with. */
  readonly apiKeyId: ApiKeyId | null;
  readonly requesterName: string;
  readonly scheduleId: ScheduleId | null;
  readonly selection: StoredSelection;
  readonly sealedWords: Buffer | null;
  readonly access: AccessCondition | null;
  readonly archivedUntil: UnixMs;
  readonly state: ExportState;
  readonly stage: ExportStage;
  readonly messagesTotal: number | null;
  readonly messagesDone: number;
  readonly mediaTotal: number | null;
  readonly mediaDone: number;
  readonly mediaMissing: number;
  readonly objectName: string | null;
  /** Bytes, decimal. */
  readonly size: string | null;
  readonly sha256: string | null;
  readonly fileName: string | null;
  readonly fault: Fault | null;
  readonly attempts: number;
  readonly createdAt: UnixMs;
  readonly startedAt: UnixMs | null;
  readonly finishedAt: UnixMs | null;
  readonly expiresAt: UnixMs | null;
}

export const EXPORT_SELECT = `SELECT e.export_id AS "exportId", e.requested_by AS "requestedBy", e.api_key_id AS "apiKeyId", b.name AS "requesterName",
  e.schedule_id AS "scheduleId", e.selection, e.words_sealed AS "sealedWords", e.access, e.archived_until AS "archivedUntil",
  e.state, e.stage, e.messages_total AS "messagesTotal", e.messages_done AS "messagesDone", e.media_total AS "mediaTotal",
  e.media_done AS "mediaDone", e.media_missing AS "mediaMissing", e.object_name AS "objectName", e.size, e.sha256,
  e.file_name AS "fileName", e.fault, e.attempts, e.created_at AS "createdAt", e.started_at AS "startedAt",
  e.finished_at AS "finishedAt", e.expires_at AS "expiresAt"
  FROM hw.exports e JOIN hw.members b ON b.tenant_id = e.tenant_id AND b.member_id = e.requested_by`;
