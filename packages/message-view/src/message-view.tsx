import type { CanonicalMessage, PersonKey } from '@highwater/domain';
import type { ReactNode } from 'react';
import { BodyView } from './body-view.tsx';
import { DrawingProvider } from './message-context.ts';
import type { MessageContext } from './message-context.ts';

/** What one message says, as people saw it. Sender, time and menu are the reader's; nothing here loads from outside. */
export function MessageView({ message, context }: { message: CanonicalMessage; context: MessageContext }): ReactNode {
  const nameOf = (key: PersonKey | null): string =>
    key === null ? '' : (context.personName(key) ?? message.writtenAs[key] ?? key);
  const { i18n, zone, recalledAt = null } = context;
  return (
    <DrawingProvider value={{ ...context, nameOf, sender: message.from }}>
      <div className={recalledAt === null ? undefined : 'border-s-2 border-attention ps-2'}>
        <BodyView body={message.body} nested={false} />
        {recalledAt !== null && (
          <p className="mt-1 text-xs text-attention">
            {i18n.t('kinds.revoke.recalledAt', { time: i18n.formatDateTime(recalledAt, zone) })}
          </p>
        )}
      </div>
    </DrawingProvider>
  );
}
