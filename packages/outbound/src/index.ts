export { createOutbound, type Outbound, type OutboundFetch } from './create-outbound.ts';
export { isPublicAddress } from './is-public-address.ts';
export { createDomainRecords, type DomainRecords } from './domain-records.ts';
