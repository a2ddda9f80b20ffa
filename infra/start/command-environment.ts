import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Sentence } from '../processes/sentence.ts';

/** Written by `npm start` beside ready.json, readable by its user alone. */
export const COMMAND_ENVIRONMENT = 'command-environment.json';

/** The settings of a stack that was started with `--data FOLDER`. Throws a sentence where none was. */
export function readCommandEnvironment(folder: string): Readonly<Record<string, string>> {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(join(folder, COMMAND_ENVIRONMENT), 'utf8')));
  } catch {
    throw new Sentence(`Nothing was started with --data ${folder}.`);
  }
}
