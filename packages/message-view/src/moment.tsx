import type { UnixMs } from '@highwater/domain';
import type { ReactNode } from 'react';
import { useDrawing } from './message-context.ts';

/** A moment in the reader's zone; nothing when WeCom gave none. */
export function Moment({ at }: { at: UnixMs | null }): ReactNode {
  const { i18n, zone } = useDrawing();
  return at === null ? null : (
    <time dateTime={new Date(at).toISOString()} className="whitespace-nowrap tabular-nums">
      {i18n.formatDateTime(at, zone)}
    </time>
  );
}
