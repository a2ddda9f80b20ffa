import type { FileDayView, FileLedgerView, FileView } from '@highwater/api-client';
import type { Page } from './types.ts';
import { answerOf, type VisitorApi } from './visitor-api.ts';

export type { FileDayView, FileLedgerView, FileTotals, FileView } from '@highwater/api-client';

export type LackList = FileLedgerView['causes'][number]['list'];
/** What is lacking, or has no text that can be searched. */
export type FileList = LackList | 'unread';
export type FileFault = NonNullable<FileView['fault']>;

/** Part of the media ledger. */
export interface FileFilter {
  readonly list: FileList;
  readonly fault?: FileFault;
  readonly kind?: FileView['mediaKind'];
  readonly connectionId?: string;
}

export function getFileLedger({ client }: VisitorApi): Promise<FileLedgerView> {
  return answerOf(client.GET('/v1/files'));
}

export function listFileDays({ client }: VisitorApi, cursor: string | undefined): Promise<Page<FileDayView>> {
  const query = { limit: 31, ...(cursor === undefined ? {} : { cursor }) };
  return answerOf(client.GET('/v1/files/days', { params: { query } }));
}

export function listFiles(
  { client }: VisitorApi,
  filter: FileFilter,
  cursor: string | undefined,
): Promise<Page<FileView>> {
  const query = { ...filter, ...(cursor === undefined ? {} : { cursor }) };
  return answerOf(client.GET('/v1/files/list', { params: { query } }));
}

/** Fetches one file again, or all of a part of the ledger. */
export async function retryFiles(
  { client }: VisitorApi,
  body: { readonly mediaId: string } | (Omit<FileFilter, 'kind' | 'list'> & { readonly list: LackList }),
): Promise<void> {
  await client.POST('/v1/files/retry', { body });
}
