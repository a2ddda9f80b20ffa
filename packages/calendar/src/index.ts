export {
  createWorkingClock,
  readWorkingClock,
  workingTimeBack,
  workingTimeBetween,
  type WorkingClock,
  type WorkingHours,
} from './working-clock.ts';
export { dayBefore, dayOf, dayRange, isZone, nextTimeOfDay, previousDay } from './zoned-days.ts';
