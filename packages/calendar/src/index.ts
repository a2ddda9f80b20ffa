export {
  createWorkingClock,
  readWorkingClock,
  workingTimeBack,
  workingTimeBetween,
  type WorkingClock,
  type WorkingHours,
} from './working-clock.ts';
export {
  dayBefore,
  dayOf,
  dayRange,
  isZone,
  monthRange,
  nextTimeOfDay,
  previousDay,
  previousMonth,
} from './zoned-days.ts';
