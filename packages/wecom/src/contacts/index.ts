export { createContactsGateway, type OpenContactsGateway } from './create-contacts-gateway.ts';
export type { ContactsOptions } from './open-contact-line.ts';
