export { ARCHIVE_EVENT, readEvent, type ContactChange, type WecomEvent } from './read-event.ts';
export { readAddressCheck, readEventEnvelope, type CallbackEnvelope } from './read-envelope.ts';
