import { filtersOf, type ExportRow } from '@highwater/db';
import type { MemberId } from '@highwater/domain';
import type { z } from '@hono/zod-openapi';
import type { exportView } from '../schemas/export.ts';

export function viewExport(row: ExportRow, reader: MemberId): z.output<typeof exportView> {
  const {
    sealedWords,
    requesterName,
    requestedBy,
    access: _built,
    objectName: _place,
    archivedUntil: _until,
    attempts: _tries,
    ...shown
  } = row;
  const selection = filtersOf(row.selection);
  return {
    ...shown,
    size: row.size === null ? null : Number(row.size),
    requestedBy: { memberId: requestedBy, name: requesterName },
    selection: {
      ...selection,
      people: selection.people.flat(),
      dialogId: row.selection.dialogId ?? null,
      hasWords: sealedWords !== null,
    },
    mine: requestedBy === reader,
  };
}
