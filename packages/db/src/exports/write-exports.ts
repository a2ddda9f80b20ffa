import type { AccessCondition, ApiKeyId, ExportId, Fault, MemberId, ScheduleId, UnixMs } from '@highwater/domain';
import type { TenantTx } from '../transactions/in-tenant.ts';
import type { ExportStage, StoredSelection } from './export-row.ts';

/** Adds an export in state `queued`; the same id again changes nothing. */
export async function insertExport(
  tx: TenantTx,
  row: {
    exportId: ExportId;
    requestedBy: MemberId;
    apiKeyId?: ApiKeyId | null;
    scheduleId: ScheduleId | null;
    selection: StoredSelection;
    sealedWords: Uint8Array | null;
    archivedUntil: UnixMs;
    createdAt: UnixMs;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO hw.exports (tenant_id, export_id, requested_by, schedule_id, selection, words_sealed, archived_until, state, created_at, api_key_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'queued', $8, $9) ON CONFLICT DO NOTHING`,
    [
      tx.tenantId,
      row.exportId,
      row.requestedBy,
      row.scheduleId,
      JSON.stringify(row.selection),
      row.sealedWords,
      new Date(row.archivedUntil),
      new Date(row.createdAt),
      row.apiKeyId ?? null,
    ],
  );
}

/**
 * Takes up a queued or interrupted build; false when it has ended meanwhile (cancelled, for one). The raised `attempts`
 * is this build's number: whatever an older build still tries to write is refused from here on.
 */
export async function startExport(tx: TenantTx, exportId: ExportId, now: UnixMs): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.exports SET state = 'running', stage = 'counting', attempts = attempts + 1, fault = NULL,
       messages_done = 0, media_done = 0, media_missing = 0, started_at = coalesce(started_at, $3)
     WHERE tenant_id = $1 AND export_id = $2 AND state IN ('queued', 'running')`,
    [tx.tenantId, exportId, new Date(now)],
  );
  return rowCount === 1;
}

/** Whether build `attempt` is the one that counts; if so it stays that until the transaction ends. */
export async function holdExport(tx: TenantTx, exportId: ExportId, attempt: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `SELECT FROM hw.exports WHERE tenant_id = $1 AND export_id = $2 AND attempts = $3 AND state = 'running' FOR SHARE`,
    [tx.tenantId, exportId, attempt],
  );
  return rowCount === 1;
}

/** Notes how far build `attempt` is; false when it is to stop: cancelled, or taken over by another build. */
export async function noteExportProgress(
  tx: TenantTx,
  exportId: ExportId,
  attempt: number,
  progress: {
    stage: ExportStage;
    messagesTotal: number | null;
    messagesDone: number;
    mediaTotal: number | null;
    mediaDone: number;
    mediaMissing: number;
  },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.exports SET stage = $3, messages_total = $4, messages_done = $5, media_total = $6, media_done = $7, media_missing = $8
     WHERE tenant_id = $1 AND export_id = $2 AND state = 'running' AND attempts = $9`,
    [
      tx.tenantId,
      exportId,
      progress.stage,
      progress.messagesTotal,
      progress.messagesDone,
      progress.mediaTotal,
      progress.mediaDone,
      progress.mediaMissing,
      attempt,
    ],
  );
  return rowCount === 1;
}

/** Ends build `attempt` well; false when it was cancelled or taken over in the last moment. */
export async function completeExport(
  tx: TenantTx,
  exportId: ExportId,
  attempt: number,
  result: {
    messages: number;
    media: number;
    mediaMissing: number;
    objectName: string;
    size: number;
    sha256: string;
    fileName: string;
    access: AccessCondition;
    finishedAt: UnixMs;
    expiresAt: UnixMs;
  },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.exports SET state = CASE WHEN $6 > 0 THEN 'complete_with_missing' ELSE 'complete' END, stage = 'done',
       messages_total = $3, messages_done = $3, media_total = $4 + $6, media_done = $4, media_missing = $6, object_name = $5,
       size = $7, sha256 = $8, file_name = $9, access = $10, finished_at = $11, expires_at = $12
     WHERE tenant_id = $1 AND export_id = $2 AND state = 'running' AND attempts = $13`,
    [
      tx.tenantId,
      exportId,
      result.messages,
      result.media,
      result.objectName,
      result.mediaMissing,
      result.size,
      result.sha256,
      result.fileName,
      JSON.stringify(result.access),
      new Date(result.finishedAt),
      new Date(result.expiresAt),
      attempt,
    ],
  );
  return rowCount === 1;
}

/** Ends build `attempt` as failed; false when it was cancelled or taken over meanwhile. */
export async function failExport(
  tx: TenantTx,
  exportId: ExportId,
  attempt: number,
  fault: Fault,
  now: UnixMs,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE hw.exports SET state = 'failed', fault = $4, finished_at = $5
     WHERE tenant_id = $1 AND export_id = $2 AND state = 'running' AND attempts = $3`,
    [tx.tenantId, exportId, attempt, fault, new Date(now)],
  );
  return rowCount === 1;
}

/** Ends an export as cancelled or expired; false when it had ended in another way before. */
export async function endExport(
  tx: TenantTx,
  exportId: ExportId,
  state: 'cancelled' | 'expired',
  fault: Fault | null,
  now: UnixMs,
): Promise<boolean> {
  const before = state === 'expired' ? ['complete', 'complete_with_missing'] : ['queued', 'running'];
  const { rowCount } = await tx.query(
    `UPDATE hw.exports SET state = $3, fault = $4, finished_at = coalesce(finished_at, $5)
     WHERE tenant_id = $1 AND export_id = $2 AND state = ANY($6::text[])`,
    [tx.tenantId, exportId, state, fault, new Date(now), before],
  );
  return rowCount === 1;
}
