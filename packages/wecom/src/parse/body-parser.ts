import type { MessageBody } from '@highwater/domain';
import type { Fields } from './fields.ts';
import type { Place } from './parse-state.ts';

/** Reads one body; undefined when it cannot be of this kind (the caller then keeps it as unknown). */
export type BodyParser = (fields: Fields, place: Place) => MessageBody | undefined;
