import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { asSuperuser, type FaultStage } from './fault-stage.ts';

export interface Comparison {
  readonly source: number;
  readonly stored: number;
  readonly messages: number;
  readonly mediaStored: number;
  /** What is wrong, in words with numbers; empty when everything holds. */
  readonly problems: readonly string[];
}

/** Compares what the archive holds with what the simulated WeCom sent, as the superuser, past every policy. */
export async function compareWithSource(stage: FaultStage, corpId: string): Promise<Comparison> {
  const corp = stage.simulator.corps.find(corpId);
  if (corp === undefined) throw new Error('The stage was struck.');
  const source = new Set(corp.seqs.map(String));
  return asSuperuser(stage, async (client) => {
    const list = async (sql: string): Promise<string[]> =>
      (await client.query<{ value: string }>(sql)).rows.map((row) => String(row.value));
    const count = async (sql: string): Promise<number> => Number((await list(sql))[0]);

    const envelopes = await list('SELECT seq AS value FROM hw.envelopes');
    const stored = new Set(envelopes);
    const problems: string[] = [];
    const note = (many: number, what: string): void => {
      if (many > 0) problems.push(`${many} ${what}`);
    };
    note([...source].filter((seq) => !stored.has(seq)).length, 'messages of the source are not stored');
    note([...stored].filter((seq) => !source.has(seq)).length, 'stored messages are not of the source');
    note(envelopes.length - stored.size, 'envelopes are doubled');
    note(await count("SELECT count(*) AS value FROM hw.envelopes WHERE state <> 'opened'"), 'envelopes are not opened');
    note(
      await count('SELECT count(*) - count(DISTINCT (connection_id, msgid)) AS value FROM hw.messages'),
      'messages are doubled',
    );
    note(
      await count(
        'SELECT count(*) AS value FROM hw.envelopes e LEFT JOIN hw.messages m USING (tenant_id, message_id) WHERE m.message_id IS NULL',
      ),
      'envelopes have no message',
    );
    note(
      await count(
        'SELECT count(*) AS value FROM hw.messages m LEFT JOIN hw.search_tokens t USING (tenant_id, message_id) WHERE t.message_id IS NULL',
      ),
      'messages are not indexed',
    );
    note(
      await count(`SELECT count(*) AS value FROM hw.messages m WHERE NOT EXISTS (
        SELECT FROM hw.participants p WHERE p.tenant_id = m.tenant_id AND p.message_id = m.message_id)`),
      'messages have nobody in them',
    );
    note(await count('SELECT max(page_no) - count(*) AS value FROM hw.pages'), 'numbers of pages are left out');
    note(
      await count(`SELECT count(*) AS value FROM (
        SELECT after_seq, lag(last_seq, 1, 0) OVER (ORDER BY page_no) AS before FROM hw.pages) p WHERE after_seq <> before`),
      'pages do not begin where the one before ended',
    );
    note(
      await count(`SELECT count(*) AS value FROM hw.connections c
        WHERE cursor_seq <> (SELECT max(last_seq) FROM hw.pages p WHERE p.connection_id = c.connection_id)`),
      'cursors are not where the last page ends',
    );
    note(await count("SELECT count(*) AS value FROM hw.media WHERE state = 'wanted'"), 'files are still wanted');
    note(
      await count("SELECT count(*) AS value FROM hw.exports WHERE state IN ('queued', 'running')"),
      'exports have not ended',
    );
    note(await count("SELECT count(*) AS value FROM hw.exports WHERE state = 'failed'"), 'exports failed');

    const objects = listObjects(join(stage.context.dataDir, 'objects'));
    const named = await list(`SELECT object_name AS value FROM hw.media WHERE object_name IS NOT NULL
      UNION SELECT object_name FROM hw.exports WHERE object_name IS NOT NULL`);
    note(Math.max(0, objects - named.length), 'objects belong to nothing');
    note(Math.max(0, named.length - objects), 'objects are not there');
    return {
      source: source.size,
      stored: stored.size,
      messages: await count('SELECT count(*) AS value FROM hw.messages'),
      mediaStored: await count("SELECT count(*) AS value FROM hw.media WHERE state = 'stored'"),
      problems,
    };
  });
}

/** Finished objects; what a kill left half written lies apart and is cleared by age. */
function listObjects(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.parentPath.includes('unfinished'),
  ).length;
}
