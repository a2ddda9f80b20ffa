import type { MessageBody, PersonKey } from '@highwater/domain';
import type { Fields } from './fields.ts';
import { cleanId, foldPerson } from './fold-person.ts';
import type { KnownKind } from './kinds.ts';

/** What one parse of one message collects on its way. */
export class ParseState {
  readonly writtenAs: Record<string, string> = {};
  readonly irregularities = new Set<string>();
  /** Nested nodes so far; see parse-items.ts for the limits. */
  nodes = 0;

  person(written: string): PersonKey | null {
    const key = foldPerson(written);
    const id = cleanId(written);
    if (key !== null && key !== id && !Object.hasOwn(this.writtenAs, key)) this.writtenAs[key] = id;
    return key;
  }
}

/** Where a body stands. */
export interface Place {
  readonly state: ParseState;
  /** Place of the body in the plaintext: "image", "mixed.item[1]". */
  readonly path: string;
  /** 0 for the message itself. */
  readonly depth: number;
  /** The object around the body: the whole message, or the entry of a record. */
  readonly around: Fields;
  /** Reads a body inside this one; handed down so that records and bodies need not import each other. */
  readonly parseNested: (kind: KnownKind, fields: Fields, place: Place) => MessageBody | undefined;
}
