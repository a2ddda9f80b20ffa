import type { MessageBody } from '@highwater/domain';
import { createContext, useContext } from 'react';

export type RecordBody = Extract<MessageBody, { kind: 'chatrecord' }>;

export const OpenSheet = createContext<((body: RecordBody) => void) | null>(null);

/** Inside an open sheet: goes one level deeper in it. Null outside of one. */
export function useOpenSheet(): ((body: RecordBody) => void) | null {
  return useContext(OpenSheet);
}
