import type { Scene } from '../read-scenes.ts';
import { COMPLAINTS } from './complaints.ts';
import { OVERSEAS_ROOM, SHOP_ROOM } from './customer-rooms.ts';
import { DELIVERY } from './delivery.ts';
import { INTERNAL } from './internal.ts';
import { ORDERING } from './ordering.ts';
import { OVERSEAS } from './overseas.ts';
import { QUOTES } from './quotes.ts';

/** Everything the company talks about. */
export const SCENES: readonly Scene[] = [
  ...ORDERING,
  ...QUOTES,
  ...COMPLAINTS,
  ...DELIVERY,
  ...SHOP_ROOM,
  ...OVERSEAS_ROOM,
  ...OVERSEAS,
  ...INTERNAL,
];
