import type { NewConsent } from '@highwater/db';
import type { CanonicalMessage, MessageId, UnixMs } from '@highwater/domain';
import { isExternalPerson, isRobot, peopleOf } from '@highwater/wecom';

/** Ids of WeCom have at most 64 bytes; an absurd one names nobody. */
const LONGEST_ID = 500;

/** What an `agree` or `disagree` decides, about whom and towards whom; null for all other messages. */
export function deriveConsent(messageId: MessageId, parsed: CanonicalMessage, sentAt: UnixMs): NewConsent | null {
  const { body, roomId } = parsed;
  if (body.kind !== 'agree' && body.kind !== 'disagree') return null;
  const people = peopleOf(parsed);
  const externalPerson = body.person ?? people.find(isExternalPerson);
  if (externalPerson === undefined || Buffer.byteLength(externalPerson) > LONGEST_ID) return null;
  const employees = people.filter(
    (person) => person !== externalPerson && !isExternalPerson(person) && !isRobot(person),
  );
  const [employee] = employees;
  return {
    messageId,
    externalPerson,
    employee: roomId === null && employees.length === 1 && employee !== undefined ? employee : null,
    roomId,
    status: body.kind,
    decidedAt: body.decidedAt ?? sentAt,
  };
}
