import { listNamesAt, listPeopleOfMessages, type ReadingPoint, type TenantTx } from '@highwater/db';
import type { PersonKey } from '@highwater/domain';
import { byTheirMessages } from '../people/by-their-messages.ts';
import { viewPerson, type PersonView } from '../people/view-person.ts';
import type { VerbContext } from '../verbs/verb-context.ts';

/** People told of one dialog. */
const MOST = 20;
/** In a conversation of so few, who was spoken to is told as well. */
const FEW = 2;

/** Who spoke in each dialog, most first, by the names of its time; of what the reader may see only. */
export async function viewSpeakers(
  { language }: Pick<VerbContext, 'language'>,
  tx: TenantTx,
  dialogs: readonly { readonly seen: readonly ReadingPoint[] }[],
): Promise<PersonView[][]> {
  const counted = dialogs.map(({ seen }) => {
    const counts = new Map<PersonKey, { readonly point: ReadingPoint; count: number }>();
    for (const point of seen) {
      if (point.sender === null) continue;
      const known = counts.get(point.sender);
      if (known === undefined) counts.set(point.sender, { point, count: 1 });
      else known.count += 1;
    }
    const most = [...counts].toSorted(([, one], [, other]) => other.count - one.count).slice(0, MOST);
    return { first: seen[0], speakers: most.map(([personKey, { point }]) => ({ personKey, point })) };
  });
  const people = await listPeopleOfMessages(tx, {
    whole: counted.flatMap(({ first }) => first?.messageId ?? []),
    named: counted.flatMap(({ speakers }) =>
      speakers.map(({ personKey, point }) => ({ messageId: point.messageId, personKey })),
    ),
  });
  const byMessage = byTheirMessages(people);
  const present = counted.map(({ first, speakers }) => {
    const spoke = speakers.flatMap(({ personKey, point }) => {
      const row = byMessage.get(point.messageId)?.find((person) => person.personKey === personKey);
      return row === undefined ? [] : [{ ...row, at: point.sentAt }];
    });
    const around = first === undefined ? [] : (byMessage.get(first.messageId) ?? []);
    const others =
      around.length > FEW || first === undefined ? [] : around.map((row) => ({ ...row, at: first.sentAt }));
    return [...new Map([...others, ...spoke].map((row) => [row.personKey, row])).values()].toSorted(
      (one, other) => rank(speakers, one.personKey) - rank(speakers, other.personKey),
    );
  });
  const names = (await listNamesAt(tx, present.flat())).values();
  return present.map((people) => people.map((row) => viewPerson(row, language, names.next().value ?? null)));
}

function rank(speakers: readonly { readonly personKey: PersonKey }[], personKey: PersonKey): number {
  const place = speakers.findIndex((speaker) => speaker.personKey === personKey);
  return place === -1 ? speakers.length : place;
}
