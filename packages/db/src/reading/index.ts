export { listPoints, type ReadingPoint } from './list-points.ts';
export { findNearestSeen } from './find-nearest-seen.ts';
export { findSharedDay } from './find-shared-day.ts';
export { findSeenConversation, type SeenConversationRow } from './find-seen-conversation.ts';
export { listBusyDays, listBusyDaysOfPerson, type BusyDay, type DayToCount } from './list-busy-days.ts';
export { listPredecessors, listTimelinePoints, type TimelinePoint } from './list-timeline.ts';
