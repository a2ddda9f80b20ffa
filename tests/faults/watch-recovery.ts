import pg from 'pg';
import { DATABASE_NAME } from '../../infra/start/steps/migrate-database.ts';
import { need } from '../../infra/start/start-context.ts';
import type { BareStage } from './fault-stage.ts';

/** Milliseconds from a kill until the chain had moved again. */
export interface Recoveries {
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
}

export interface RecoveryWatch {
  /** Says that something was killed now. */
  killed(): void;
  stop(): Promise<Recoveries>;
}

const LOOK_EVERY_MS = 100;

/** Looks ten times a second whether the cursor was raised or a page opened: that is the chain moving. */
export function watchRecovery(stage: BareStage): RecoveryWatch {
  const waiting: number[] = [];
  const recoveries: number[] = [];
  let client: pg.Client | undefined;
  let seen = '';
  let stopped = false;

  async function connect(): Promise<pg.Client> {
    const made = new pg.Client({ ...need(stage.context, 'postgres').superuser, database: DATABASE_NAME });
    made.on('error', () => (client = undefined));
    await made.connect();
    return made;
  }
  async function look(): Promise<string> {
    client ??= await connect();
    const { rows } = await client.query<{ at: string }>(
      `SELECT concat_ws(' ', c.cursor_seq, (SELECT max(page_no) FROM hw.envelopes e
         WHERE e.tenant_id = c.tenant_id AND e.connection_id = c.connection_id)) AS at FROM hw.connections c`,
    );
    return rows.map(({ at }) => at).join();
  }
  const running = (async () => {
    while (!stopped) {
      const at = await look().catch(() => {
        client = undefined;
        return seen;
      });
      if (at !== seen) {
        const now = performance.now();
        for (const since of waiting.splice(0)) recoveries.push(now - since);
        seen = at;
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  })();
  return {
    killed: () => void waiting.push(performance.now()),
    async stop() {
      stopped = true;
      await running;
      await client?.end().catch(() => undefined);
      const sorted = recoveries.toSorted((one, other) => one - other);
      const at = (share: number): number => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
      return { p50: at(0.5), p95: at(0.95), longest: at(1) };
    },
  };
}
