import { Agent, type AgentOptions } from 'node:http';
import type { Duplex } from 'node:stream';
import { dialWecom, type DialSettings } from '../relay/dial-wecom.ts';
import type { Egress } from '../relay/egress.ts';

type Connected = (error: Error | null, socket: Duplex) => void;

/** Connections to WeCom by one way out, each verified as the relay verifies its own, and used again while they are open. */
export class WecomAgent extends Agent {
  readonly #egress: Egress;
  readonly #settings: DialSettings;

  constructor(egress: Egress, settings: DialSettings, options: AgentOptions) {
    super(options);
    this.#egress = egress;
    this.#settings = settings;
  }

  override createConnection(_options: object, connected?: Connected): undefined {
    dialWecom(this.#egress, this.#settings).then(
      (socket) => connected?.(null, socket),
      // Its callers see the error only; the type wants a socket beside it.
      (error: Error) => (connected as ((error: Error) => void) | undefined)?.(error),
    );
    return undefined;
  }
}
