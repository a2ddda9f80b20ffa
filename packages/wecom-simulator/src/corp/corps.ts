import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '@highwater/domain';
import { createNoise } from '../envelope/noise.ts';
import type { CorpFounded } from './corp-event.ts';
import { Corp } from './corp.ts';
import { createFileJournal, createMemoryJournal, readJournal } from './journal.ts';
import { Refusal } from './refusal.ts';

export interface NewCorp {
  readonly name?: string;
  /** Whether the corp's people keep writing by themselves. */
  readonly talking?: boolean;
  /** The first seq is above this; 0 unless a test wants large numbers. */
  readonly startSeq?: bigint;
  /** Makes the same corp ID, secret and envelopes each time; by chance without it. */
  readonly seed?: string;
}

/** All simulated corps of one process. */
export interface Corps {
  add(corp: NewCorp): Corp;
  find(corpId: string): Corp | undefined;
  list(): readonly Corp[];
  close(): void;
}

export interface CorpsOptions {
  readonly clock: Clock;
  /** Without a folder everything is forgotten when the process ends. */
  readonly dataDir?: string;
  /** Told about each corp, loaded or new. */
  readonly onCorp?: (corp: Corp) => void;
}

/** Opens the corps of a folder as the last process left them, however it ended. */
export function openCorps(options: CorpsOptions): Corps {
  const corps = new Map<string, Corp>();
  const folder = options.dataDir === undefined ? undefined : join(options.dataDir, 'corps');

  function keep(corp: Corp): Corp {
    corps.set(corp.corpId, corp);
    options.onCorp?.(corp);
    return corp;
  }

  function load(path: string, inFolder: string): void {
    let corp: Corp | undefined;
    for (const event of readJournal(path)) {
      if (event.e === 'corp') corp = new Corp(event, createFileJournal(inFolder, event.corpId), options.clock);
      else corp?.replay(event);
    }
    if (corp) keep(corp);
  }

  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder).toSorted()) if (name.endsWith('.jsonl')) load(join(folder, name), folder);
  }

  return {
    add(wanted) {
      const noise = createNoise(wanted.seed);
      const corpId = `ww${noise.bytes(8).toString('hex')}`;
      if (corps.has(corpId))
        throw new Refusal('corp.exists', '该种子的企业已存在。', 'There is a corp with this seed already.');
      const founded: CorpFounded = {
        e: 'corp',
        corpId,
        archiveSecret: noise.bytes(32).toString('base64url'),
        name: wanted.name?.trim() || '禾望果品',
        talking: wanted.talking ?? false,
        startSeq: String(wanted.startSeq ?? 0n),
        sealSeed: noise.bytes(16).toString('hex'),
      };
      const journal = folder === undefined ? createMemoryJournal() : createFileJournal(folder, corpId);
      journal.append([founded]);
      return keep(new Corp(founded, journal, options.clock));
    },
    find: (corpId) => corps.get(corpId),
    list: () => [...corps.values()],
    close() {
      for (const corp of corps.values()) corp.close();
    },
  };
}
