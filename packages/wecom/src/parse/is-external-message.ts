import type { CanonicalMessage } from '@highwater/domain';
import { isExternalPerson } from './fold-person.ts';
import { peopleOf } from './people-of.ts';

/** Whether somebody outside the company took part: by the people, or by WeCom's suffix of the msgid (reference §3.2). */
export function isExternalMessage(message: CanonicalMessage): boolean {
  return /_(?:external|updown_stream)$/.test(message.msgid) || peopleOf(message).some(isExternalPerson);
}
