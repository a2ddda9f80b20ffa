import type { ExportLinkView, ExportView, ScheduleView, Selection } from './export-types.ts';
import type { Page } from './types.ts';
import { answerOf, repeatable, type VisitorApi } from './visitor-api.ts';

export interface ScheduleInput {
  readonly name: string;
  /** "HH:MM" of the zone. */
  readonly timeOfDay: string;
  readonly zone: string;
  readonly recipients: readonly string[];
}

export function listExports({ client }: VisitorApi, cursor: string | undefined): Promise<Page<ExportView>> {
  return answerOf(client.GET('/v1/exports', { params: { query: cursor === undefined ? {} : { cursor } } }));
}

export function getExport({ client }: VisitorApi, exportId: string): Promise<ExportView> {
  return answerOf(client.GET('/v1/exports/{exportId}', { params: { path: { exportId } } }));
}

export function createExport({ client }: VisitorApi, selection: Selection, key: string): Promise<ExportView> {
  return answerOf(client.POST('/v1/exports', { params: { header: repeatable(key) }, body: selection }));
}

export async function cancelExport({ client }: VisitorApi, exportId: string): Promise<void> {
  await client.POST('/v1/exports/{exportId}/cancel', { params: { path: { exportId } } });
}

/** Looks at a mailed link without using anything up. */
export function getLink({ client }: VisitorApi, token: string): Promise<ExportLinkView> {
  return answerOf(client.GET('/v1/exports/links/{token}', { params: { path: { token } } }));
}

export function listSchedules({ client }: VisitorApi): Promise<Page<ScheduleView>> {
  return answerOf(client.GET('/v1/export-schedules'));
}

export function createSchedule({ client }: VisitorApi, input: ScheduleInput, key: string): Promise<ScheduleView> {
  return answerOf(client.POST('/v1/export-schedules', { params: { header: repeatable(key) }, body: input }));
}

export async function changeSchedule(
  { client }: VisitorApi,
  scheduleId: string,
  change: { enabled: boolean },
): Promise<void> {
  await client.PATCH('/v1/export-schedules/{scheduleId}', { params: { path: { scheduleId } }, body: change });
}

export async function deleteSchedule({ client }: VisitorApi, scheduleId: string): Promise<void> {
  await client.DELETE('/v1/export-schedules/{scheduleId}', { params: { path: { scheduleId } } });
}

export async function runSchedule({ client }: VisitorApi, scheduleId: string): Promise<void> {
  await client.POST('/v1/export-schedules/{scheduleId}/run', { params: { path: { scheduleId } } });
}
