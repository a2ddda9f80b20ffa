import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { ConfigProblem } from '../config-error.ts';
import type { KeyFile } from '../key-files.ts';

/** Written by `npm start` beside the demo tenant; its presence marks a folder that was for demonstration. */
export const DEMO_MARKER = 'accounts.json';

const DEVELOPMENT_ONLY = [
  'HIGHWATER_WECOM_SIMULATOR_URL',
  'HIGHWATER_WECOM_EXTRA_CA_FILE',
  'HIGHWATER_WECOM_UPSTREAM',
  'HIGHWATER_CLOCK_FILE',
  'HIGHWATER_FAILPOINTS',
  'HIGHWATER_OPERATOR_DOOR_FILE',
];

/** What production refuses: anything for demonstration, keys beside the data they protect, addresses without TLS. */
export function productionRule(values: Readonly<Record<string, unknown>>): readonly ConfigProblem[] {
  if (values['HIGHWATER_MODE'] !== 'production') return [];
  const problems: ConfigProblem[] = [];
  const refuse = (variable: string, problem: string, fix: string): void =>
    void problems.push({ variable, problem, fix });
  for (const name of DEVELOPMENT_ONLY) {
    if (values[name] !== undefined) refuse(name, 'is for development only', 'Remove it.');
  }
  if (values['HIGHWATER_MAIL'] === 'mailbox') {
    refuse('HIGHWATER_MAIL', 'is for development only with mailbox', 'Use smtp.');
  }
  if (String(values['HIGHWATER_PORTAL_URL'] ?? 'https:').startsWith('http:')) {
    refuse('HIGHWATER_PORTAL_URL', 'is not encrypted', 'Use an https origin.');
  }
  if (String(values['HIGHWATER_OPERATOR_URL'] ?? 'https:').startsWith('http:')) {
    refuse('HIGHWATER_OPERATOR_URL', 'is not encrypted', 'Use an https origin.');
  }
  const folder = values['HIGHWATER_DATA_FOLDER'];
  if (typeof folder !== 'string') return problems;
  if (existsSync(join(folder, DEMO_MARKER))) {
    refuse(
      'HIGHWATER_DATA_FOLDER',
      'holds demo accounts',
      'Use a folder and a database that were never used with npm start.',
    );
  }
  for (const [name, value] of Object.entries(values)) {
    if (isKeyFile(value) && isInside(value.path, folder)) {
      refuse(name, 'names a key inside the data folder', 'Keep keys apart from the data that they protect.');
    }
  }
  return problems;
}

function isKeyFile(value: unknown): value is KeyFile<unknown> {
  return typeof value === 'object' && value !== null && 'path' in value && 'key' in value;
}

function isInside(path: string, folder: string): boolean {
  if (!existsSync(folder)) return false;
  const root = realpathSync(folder);
  return [realpathSync(path), realpathSync(dirname(path))].some((place) => !relative(root, place).startsWith('..'));
}
