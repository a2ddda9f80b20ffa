import { dayOf } from '@highwater/calendar';
import type { FrozenSelection } from '../api/export-types.ts';
import { paths } from '../paths.ts';

/** The form of a new export with the same selection filled in; its times as days of the zone. */
export function askAgainHref(selection: FrozenSelection, zone: string): string {
  const { words, people, roomId, conversationId, dialogId, kinds, directions, from, until } = selection;
  const asked = (answer: boolean | null) => (answer === null ? '' : String(answer));
  return paths.newExport({
    q: words,
    person: people,
    room: roomId,
    conversation: conversationId,
    dialog: dialogId,
    kind: kinds,
    direction: directions,
    media: asked(selection.hasMedia),
    recalled: asked(selection.isRecalled),
    unanswered: selection.isUnanswered ? 'true' : '',
    from: from === null ? '' : dayOf(zone, from),
    until: until === null ? '' : dayOf(zone, until - 1),
  });
}
