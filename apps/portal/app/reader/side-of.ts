import type { ContextView, MessageView } from '../api/types.ts';

type Side = 'left' | 'right';

/**
 * Employees on the right, everybody else on the left; in rooms everybody on the left. Between two employees the one who
 * wrote the message that was opened stands on the right. With a chosen viewpoint that person alone stands on the right.
 */
export function sideOf(
  context: Pick<ContextView, 'conversation' | 'anchorId'> & { readonly items: readonly MessageView[] },
  view = '',
): (message: MessageView) => Side {
  if (view !== '') return ({ sender }) => (sender?.personKey === view ? 'right' : 'left');
  const { kind, people } = context.conversation;
  if (kind === 'room' || kind === 'group') return () => 'left';
  const employees = people.filter((person) => person.kind === 'employee');
  const anchor = context.items.find(({ messageId }) => messageId === context.anchorId);
  const between = employees.length > 1;
  const viewpoint = anchor?.sender?.personKey ?? employees[0]?.personKey;
  return ({ sender }) => {
    if (sender === null) return 'left';
    if (between) return sender.personKey === viewpoint ? 'right' : 'left';
    return sender.kind === 'employee' ? 'right' : 'left';
  };
}

/** Over many conversations: employees on the right, everybody else on the left. */
export function sideOfKind({ sender }: MessageView): Side {
  return sender?.kind === 'employee' ? 'right' : 'left';
}
