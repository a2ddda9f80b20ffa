export {
  clearWoken,
  claimEnrichment,
  finishEnrichment,
  holdEnrichment,
  stopEnrichment,
  type EnrichmentRow,
} from './enrichments.ts';
export { hurryEnrichment, KIND_OF_PERSON, wakeConsent, wakeEnrichment, wakePeople, wakeRooms } from './wake.ts';
export { listDueEnrichments, type DueEnrichment } from './list-due-enrichments.ts';
export { lockEnriching } from './lock-enriching.ts';
export {
  countDuePeople,
  listDuePeople,
  listKnownPeople,
  markPeopleUnseen,
  wakeIncompletePeople,
  wakeMissingEmployees,
  type DuePerson,
} from './due-people.ts';
export { savePersonLooks, type PersonFacts, type PersonLook } from './save-person-looks.ts';
export { endFollows, endFollowsUnseenSince, saveFollows, type SeenFollow } from './follows.ts';
export { listDueRooms, wakeIncompleteRooms, type DueRoom } from './due-rooms.ts';
export { saveRoomLooks, type RoomFacts, type RoomLook } from './save-room-looks.ts';
export type { SeenMember } from './save-room-members.ts';
export { saveDepartments } from './departments.ts';
export { listPermittedEmployees, listSilentPermitted, markPermitsLookedAt, savePermits } from './permits.ts';
export { listTagNames, saveCustomerTags, type SeenTag } from './customer-tags.ts';
export {
  addConsentPairs,
  hurryRoomConsents,
  listDueConsents,
  listDueRoomConsents,
  postponeRoomConsents,
  saveConsentLooks,
  type ConsentLook,
  type DueConsent,
} from './consent-states.ts';
