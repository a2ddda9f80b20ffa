export { dayBefore, dayOf, dayRange, isZone, nextTimeOfDay, previousDay } from './zoned-days.ts';
