import { Hono } from 'hono';
import type { HttpEnv } from '../http-context.ts';
import { ADDRESS_APIS } from './address-apis.ts';
import { answerContactCall, type ContactDesk } from './answer-contact-call.ts';
import { ARCHIVE_APIS } from './archive-apis.ts';
import { CUSTOMER_APIS } from './customer-apis.ts';
import { ROOM_APIS } from './room-apis.ts';
import { STAFF_APIS } from './staff-apis.ts';

export const CONTACT_APIS = [...STAFF_APIS, ...CUSTOMER_APIS, ...ROOM_APIS, ...ARCHIVE_APIS, ...ADDRESS_APIS];

/** The calls for people and rooms, below /cgi-bin. */
export function createContactRoutes(desk: ContactDesk): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  for (const api of CONTACT_APIS) routes.all(`/${api.path}`, (c) => answerContactCall(c, api, desk));
  return routes;
}
