import { schedulePage, scheduleView } from '../schemas/schedule.ts';
import { defineRoute } from '../verbs/define-route.ts';
import {
  changeSchedule,
  changeScheduleInput,
  deleteSchedule,
  oneScheduleInput,
  runScheduleNow,
} from './change-schedule.ts';
import { createSchedule, createScheduleInput } from './create-schedule.ts';
import { listSchedules } from './list-schedules.ts';

const member = { audience: 'member' } as const;

export const scheduleRoutes = [
  defineRoute(
    {
      ...member,
      method: 'get',
      path: '/export-schedules',
      operation: 'listSchedules',
      summary: 'Daily exports with their last runs',
      input: {},
      answer: schedulePage,
    },
    listSchedules,
  ),
  defineRoute(
    {
      ...member,
      method: 'post',
      path: '/export-schedules',
      operation: 'createSchedule',
      summary: 'Mail the package of the day before, every day at a local time',
      input: createScheduleInput,
      status: 201,
      answer: scheduleView,
      creates: true,
    },
    createSchedule,
  ),
  defineRoute(
    {
      ...member,
      method: 'patch',
      path: '/export-schedules/{scheduleId}',
      operation: 'changeSchedule',
      summary: 'Change or pause a schedule',
      input: changeScheduleInput,
      answer: scheduleView,
    },
    changeSchedule,
  ),
  defineRoute(
    {
      ...member,
      method: 'delete',
      path: '/export-schedules/{scheduleId}',
      operation: 'deleteSchedule',
      summary: 'Delete a schedule',
      input: oneScheduleInput,
      answer: 'nothing',
    },
    deleteSchedule,
  ),
  defineRoute(
    {
      ...member,
      method: 'post',
      path: '/export-schedules/{scheduleId}/run',
      operation: 'runSchedule',
      summary: 'Run it now',
      input: oneScheduleInput,
      answer: 'nothing',
      faults: ['request.conflict'],
    },
    runScheduleNow,
  ),
];
