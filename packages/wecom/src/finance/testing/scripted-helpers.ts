import type { CorpCredentials } from '@highwater/domain';
import type { HelperAnswer, HelperLease, HelperPool } from '../../native/lease-helper.ts';
import type { RelayNotes, RelayPass } from '../../relay/relay-pass.ts';

export interface ScriptedCall {
  readonly answer?: Partial<HelperAnswer>;
  /** What the relay saw during the call. */
  readonly notes?: Partial<RelayNotes>;
  /** How the helper fails instead of answering. */
  readonly error?: Error;
}

/** Helpers and a relay that answer from a list and keep what was done to them. Tests only. */
export function scriptHelpers(calls: readonly ScriptedCall[]) {
  const waiting = [...calls];
  const done: string[] = [];
  let current: RelayNotes = { tokenAsked: false, fault: undefined, refusal: undefined };

  async function answer(name: string): Promise<HelperAnswer> {
    done.push(name);
    const call = waiting.shift();
    if (call === undefined) throw new Error('one call more than scripted');
    Object.assign(current, call.notes);
    if (call.error) throw call.error;
    return { code: 0, bytes: new Uint8Array(0), nextIndex: '', finished: false, ...call.answer };
  }

  const helpers: Pick<HelperPool, 'lease'> = {
    lease: ({ corpId }: CorpCredentials): Promise<HelperLease> => {
      done.push(`lease ${corpId}`);
      return Promise.resolve({
        chat: (seq, limit) => answer(`chat ${seq} ${limit}`),
        media: (id, index) => answer(`media ${id} ${index}`),
        decrypt: (key, message) => answer(`decrypt ${key} ${message}`),
        end: () => void done.push('end'),
        discard: () => void done.push('discard'),
      });
    },
  };
  const relay = {
    admit(): RelayPass {
      current = { tokenAsked: false, fault: undefined, refusal: undefined };
      return {
        proxy: { address: 'http://127.0.0.1:1', login: 'a:b' },
        notes: current,
        end: () => void done.push('pass ended'),
      };
    },
  };
  return { helpers, relay, done };
}
