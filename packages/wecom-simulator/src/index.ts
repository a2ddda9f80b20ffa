export { createSimulator, type Simulator } from './server/create-simulator.ts';
export { startSimulator, type RunningSimulator, type StartOptions } from './server/start-simulator.ts';
export { Corp, type MediaTicket, type PublicKeyVersion } from './corp/corp.ts';
export { openCorps, type Corps, type CorpsOptions, type NewCorp } from './corp/corps.ts';
export { ARCHIVE_STATES, type ArchiveState } from './corp/corp-event.ts';
export { FAULT_KINDS, UNTIL_CLEARED, type FaultPlace, type PlannedFault, type PlannedKind } from './corp/fault-plan.ts';
export { CallCounters, type CallCount } from './corp/call-counter.ts';
export { CONTACTS_KINDS, SECRET_PURPOSES, type ContactsKind, type SecretPurpose } from './corp/secrets.ts';
export { crowdExternalId, crowdRoomId, crowdUserid } from './directory/crowd.ts';
export type { ContactEvent } from './directory/contact-event.ts';
export type { Directory } from './directory/directory.ts';
export type {
  ConsentStatus,
  CrowdRule,
  CustomerEntry,
  DepartmentEntry,
  EmployeeEntry,
  FollowEntry,
  RoomEntry,
} from './directory/entries.ts';
export type { PeopleChanges } from './directory/change-people.ts';
export type { RoomChanges } from './directory/change-rooms.ts';
export { Refusal } from './corp/refusal.ts';
export { sealEnvelope, type SealedEnvelope } from './envelope/seal-envelope.ts';
export { sealCallback, signCallback } from './callback/seal-callback.ts';
export { sendArchiveEvent, sendContactEvent, type CallbackTarget } from './callback/send-callback.ts';
export { sealParts, type EnvelopeParts, type SealedParts } from './envelope/seal-parts.ts';
export { openEnvelope, type OpenResult } from './envelope/open-envelope.ts';
export { readParts, type OpenFailure, type ReadPartsResult } from './envelope/read-parts.ts';
export { decryptRandomKey, encryptRandomKey } from './envelope/random-key.ts';
export { createNoise, type Noise } from './envelope/noise.ts';
export { readSdkFileId, writeSdkFileId, type SdkFileId } from './envelope/sdk-file-id.ts';
export { openFile, sealedSize, sealFileRange, type FileSource } from './envelope/media-cipher.ts';
export { renderRecipe, type Recipe } from './media/render-recipe.ts';
export { readSamples, type Sample } from './samples/read-samples.ts';
export { loadSamples } from './samples/load-samples.ts';
export { companyOf, generateHistory, type History, type HistoryOptions } from './company/generate-history.ts';
export { createTalker, startTalking, type Talk } from './company/start-talking.ts';
export { linesFromCorpus, readCorpusFile } from './company/read-corpus.ts';
export { type Company, type Person, type Room } from './company/people.ts';
