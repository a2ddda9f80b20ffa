import { callApi, type ApiCaller } from './call-api.ts';
import type { ExportView, LinkView, ScheduleView, Selection } from './export-types.ts';
import { pageQuery } from './page-query.ts';
import type { Page } from './types.ts';

export interface ScheduleInput {
  readonly name: string;
  readonly timeOfDay: string;
  readonly zone: string;
  readonly recipients: readonly string[];
}

const scheduleAt = (scheduleId: string): string => `/v1/export-schedules/${encodeURIComponent(scheduleId)}`;

export function listExports(caller: ApiCaller, cursor: string | null): Promise<Page<ExportView>> {
  return callApi(caller, '/v1/exports', { query: pageQuery({ cursor }) });
}

export function createExport(caller: ApiCaller, selection: Selection, idempotencyKey: string): Promise<ExportView> {
  return callApi(caller, '/v1/exports', { method: 'POST', body: selection, idempotencyKey });
}

export function cancelExport(caller: ApiCaller, exportId: string): Promise<void> {
  return callApi(caller, `/v1/exports/${encodeURIComponent(exportId)}/cancel`, { method: 'POST' });
}

/** Looks at a mailed link without using anything up. */
export function getLink(caller: ApiCaller, token: string): Promise<LinkView> {
  return callApi(caller, `/v1/exports/links/${encodeURIComponent(token)}`);
}

export function listSchedules(caller: ApiCaller): Promise<Page<ScheduleView>> {
  return callApi(caller, '/v1/export-schedules');
}

export function createSchedule(caller: ApiCaller, input: ScheduleInput, idempotencyKey: string): Promise<ScheduleView> {
  return callApi(caller, '/v1/export-schedules', { method: 'POST', body: input, idempotencyKey });
}

export function changeSchedule(caller: ApiCaller, scheduleId: string, change: { enabled: boolean }): Promise<void> {
  return callApi(caller, scheduleAt(scheduleId), { method: 'PATCH', body: change });
}

export function deleteSchedule(caller: ApiCaller, scheduleId: string): Promise<void> {
  return callApi(caller, scheduleAt(scheduleId), { method: 'DELETE' });
}

export function runSchedule(caller: ApiCaller, scheduleId: string): Promise<void> {
  return callApi(caller, `${scheduleAt(scheduleId)}/run`, { method: 'POST' });
}
