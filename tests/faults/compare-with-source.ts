import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkChain } from './check-chain.ts';
import { asSuperuser, type BareStage } from './fault-stage.ts';
import { readSource } from './read-source.ts';

export interface Comparison {
  readonly source: number;
  readonly stored: number;
  readonly messages: number;
  readonly sealed: number;
  readonly holes: number;
  readonly mediaStored: number;
  /** What is wrong, in words with numbers; empty when everything holds. */
  readonly problems: readonly string[];
}

export interface Expected {
  readonly corpId: string;
  readonly objectsFolder: string;
  /** Key versions whose key never comes: their messages stay sealed, all others must be opened. */
  readonly sealedVersions: readonly number[];
}

/** Compares what the archive holds with what the simulated WeCom sent, as the superuser, past every policy. */
export async function compareWithSource(stage: BareStage, expected: Expected): Promise<Comparison> {
  const { versions, holes } = readSource(stage, expected.corpId);
  return asSuperuser(stage, async (client) => {
    const list = async (sql: string): Promise<string[]> =>
      (await client.query<{ value: string }>(sql)).rows.map((row) => String(row.value));
    const count = async (sql: string): Promise<number> => Number((await list(sql))[0]);

    const envelopes = await list('SELECT seq AS value FROM hw.envelopes');
    const stored = new Set(envelopes);
    const problems: string[] = [];
    const note = (many: number, what: string): void => {
      if (many !== 0) problems.push(`${many} ${what}`);
    };
    const source = new Set([...versions.keys()].map(String));
    note([...source].filter((seq) => !stored.has(seq)).length, 'messages of the source are not stored');
    note([...stored].filter((seq) => !source.has(seq)).length, 'stored messages are not of the source');
    note(envelopes.length - stored.size, 'envelopes are doubled');

    const forEver = new Set(
      [...versions].filter(([, version]) => expected.sealedVersions.includes(version)).map(([seq]) => String(seq)),
    );
    const sealed = await list("SELECT seq AS value FROM hw.envelopes WHERE state = 'sealed'");
    note(sealed.filter((seq) => !forEver.has(seq)).length, 'envelopes are sealed although their key is there');
    note(forEver.size - sealed.filter((seq) => forEver.has(seq)).length, 'envelopes without a key are not sealed');
    note(
      await count("SELECT count(*) AS value FROM hw.envelopes WHERE state NOT IN ('opened', 'sealed')"),
      'envelopes are neither opened nor sealed',
    );
    note(
      await count('SELECT count(*) - count(DISTINCT (connection_id, msgid)) AS value FROM hw.messages'),
      'messages are doubled',
    );
    note(
      await count(`SELECT count(*) AS value FROM hw.envelopes e LEFT JOIN hw.messages m USING (tenant_id, message_id)
        WHERE e.state = 'opened' AND m.message_id IS NULL`),
      'opened envelopes have no message',
    );
    note(
      await count(`SELECT count(*) AS value FROM hw.messages m LEFT JOIN hw.search_tokens t USING (tenant_id, message_id)
        WHERE t.message_id IS NULL`),
      'messages are not indexed',
    );
    note(
      await count(`SELECT count(*) AS value FROM hw.messages m WHERE NOT EXISTS (
        SELECT FROM hw.participants p WHERE p.tenant_id = m.tenant_id AND p.message_id = m.message_id)`),
      'messages have nobody in them',
    );
    problems.push(...(await checkChain(client)));
    note(await count("SELECT count(*) AS value FROM hw.media WHERE state = 'wanted'"), 'files are still wanted');
    note(await count("SELECT count(*) AS value FROM hw.media WHERE state = 'absent'"), 'files are said to be absent');
    note(
      await count("SELECT count(*) AS value FROM hw.exports WHERE state IN ('queued', 'running')"),
      'exports have not ended',
    );
    note(
      await count(
        "SELECT count(*) AS value FROM hw.exports WHERE state = 'failed' AND fault IS DISTINCT FROM 'selection.empty'",
      ),
      'exports failed',
    );
    note(
      await count("SELECT count(*) AS value FROM hw.schedule_runs WHERE state <> 'done'"),
      'daily runs have not ended well',
    );
    note(await count('SELECT count(*) AS value FROM hw.export_links WHERE mailed_at IS NULL'), 'links were not mailed');
    const guests = await list('SELECT DISTINCT email AS value FROM hw.invitations WHERE revoked_at IS NULL');
    const mailed = listAddressees(join(stage.context.dataDir, 'mailbox'));
    note(guests.filter((guest) => !mailed.has(guest)).length, 'invitations were not mailed');

    const objects = listObjects(expected.objectsFolder);
    const named = new Set(
      await list(`SELECT object_name AS value FROM hw.media WHERE object_name IS NOT NULL
        UNION SELECT object_name FROM hw.contents WHERE state = 'stored'
        UNION SELECT object_name FROM hw.media_copies WHERE object_name IS NOT NULL
        UNION SELECT object_name FROM hw.exports WHERE object_name IS NOT NULL`),
    );
    note([...objects].filter((name) => !named.has(name)).length, 'objects belong to nothing');
    note([...named].filter((name) => !objects.has(name)).length, 'objects are not there');
    return {
      source: versions.size,
      stored: stored.size,
      messages: await count('SELECT count(*) AS value FROM hw.messages'),
      sealed: sealed.length,
      holes: holes.length,
      mediaStored: await count("SELECT count(*) AS value FROM hw.media WHERE state = 'stored'"),
      problems,
    };
  });
}

/** Names of finished objects; what a kill left half written lies apart and is cleared by age. */
export function listObjects(folder: string): ReadonlySet<string> {
  const objects = join(folder, 'objects');
  const entries = existsSync(objects) ? readdirSync(objects, { recursive: true, withFileTypes: true }) : [];
  return new Set(entries.filter((entry) => entry.isFile()).map((entry) => entry.name.replaceAll('.', '/')));
}

function listAddressees(mailbox: string): ReadonlySet<string> {
  const files = existsSync(mailbox) ? readdirSync(mailbox).filter((name) => name.endsWith('.json')) : [];
  return new Set(files.map((name) => (JSON.parse(readFileSync(join(mailbox, name), 'utf8')) as { to: string }).to));
}
