import { createHash } from 'node:crypto';
import { createObjectSealer, objectPlace } from '@highwater/crypto';
import {
  filtersOf,
  getTenant,
  inTenant,
  listLedgerStatements,
  noteExportProgress,
  type ExportRow,
  type SelectionCount,
} from '@highwater/db';
import { FaultError, type AccessCondition, type TenantId } from '@highwater/domain';
import { writePackage, type PackageSummary } from '@highwater/exports';
import { accessOfExport } from './access-of-export.ts';
import { describeDialog } from './describe-dialog.ts';
import type { CoverDepartment } from './departments-of-member.ts';
import { describeAccess, describeSelection, nameSelection } from './describe-selection.ts';
import type { ExportDeps } from './export-deps.ts';
import { exportObjectName, openStored } from './export-object.ts';
import { readSelection } from './read-conversations.ts';

export interface PackedExport {
  readonly objectName: string;
  readonly sealedSize: number;
  readonly size: number;
  readonly sha256: string;
  readonly summary: PackageSummary;
}

/** Writes the package of a frozen selection into the object store, sealed, noting how far it is. Memory stays bounded. */
export async function packExport(
  deps: ExportDeps,
  tenantId: TenantId,
  row: ExportRow,
  access: AccessCondition,
  departments: readonly CoverDepartment[],
  count: SelectionCount,
): Promise<PackedExport> {
  const selection = filtersOf(row.selection);
  const { tenant, ledger, names, dialog } = await inTenant(deps.database, tenantId, async (tx) => ({
    tenant: await getTenant(tx),
    ledger: await listLedgerStatements(tx),
    names: await nameSelection(tx, selection, access),
    dialog: await describeDialog(tx, row, access),
  }));
  const reader = readSelection(deps, tenantId, row.exportId, access, tenant.language);
  const objectName = await exportObjectName(deps.tenantKeys, tenantId, row.exportId, row.attempts);
  const hash = createHash('sha256');
  let size = 0;
  let summary: PackageSummary | undefined;
  let done = { messages: 0, media: 0 };

  async function* packageBytes(): AsyncGenerator<Uint8Array> {
    let notedAt = 0;
    const blocks = writePackage({
      about: {
        tenantName: tenant.name,
        createdAt: row.createdAt,
        timeZone: tenant.zone,
        language: tenant.language,
        requestedBy: row.requesterName,
        selection: {
          from: selection.from,
          until: selection.until,
          filter: describeSelection(
            selection,
            { hasWords: row.sealedWords !== null, isDialog: row.selection.dialogId !== undefined },
            names,
          ),
          access: describeAccess(access, departments, names),
          includesMedia: true,
        },
        dialog,
        ledger,
      },
      conversations: reader.conversations,
      people: reader.people,
      async openMedia(mediaId) {
        const file = reader.mediaRow(mediaId);
        if (file?.objectName == null) throw new FaultError('object.missing');
        return openStored(deps, tenantId, file.objectName);
      },
      onProgress: (progress) => {
        done = { messages: progress.messages, media: progress.media };
      },
      onComplete: (total) => {
        summary = total;
      },
    });
    for await (const block of blocks) {
      hash.update(block);
      size += block.byteLength;
      yield block;
      // Twice a second is often enough to be seen moving; the write also learns of a cancellation.
      if (performance.now() - notedAt > 500) {
        notedAt = performance.now();
        await noteProgress();
      }
    }
  }

  async function noteProgress(): Promise<void> {
    const goOn = await inTenant(deps.database, tenantId, async (tx) => {
      // What it rests on may have ended meanwhile. What got narrower only is judged when the package is fetched.
      await accessOfExport(tx, row, deps.clock.now());
      return noteExportProgress(tx, row.exportId, row.attempts, {
        stage: 'packing',
        messagesTotal: count.messages,
        messagesDone: done.messages,
        mediaTotal: count.media,
        mediaDone: done.media,
        mediaMissing: 0,
      });
    });
    if (!goOn) throw new FaultError('export.cancelled');
  }

  await noteProgress();
  const seal = createObjectSealer(await deps.tenantKeys.subkey(tenantId, 'object'), objectPlace(tenantId, objectName));
  const stored = await deps.objects.put(objectName, seal(packageBytes()));
  if (summary === undefined) throw new FaultError('export.failed');
  return { objectName, sealedSize: stored.size, size, sha256: hash.digest('hex'), summary };
}
