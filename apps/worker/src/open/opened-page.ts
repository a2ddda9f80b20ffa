import type { Fault } from '@highwater/domain';
import type { Envelope } from '@highwater/wecom';
import type { MessageRows } from './derive-message.ts';

/** An envelope of a page and what became of it. */
export type EnvelopeOutcome =
  | { readonly state: 'opened'; readonly envelope: Envelope; readonly position: number; readonly rows: MessageRows }
  | {
      readonly state: 'sealed' | 'unreadable';
      readonly envelope: Envelope;
      readonly position: number;
      readonly fault: Fault;
    };
