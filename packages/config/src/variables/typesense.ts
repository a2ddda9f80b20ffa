import type { ConfigProblem } from '../config-error.ts';
import { optionalText, origin } from '../value-schemas.ts';
import { variable, type Values } from '../variable.ts';

const urlVariables = {
  HIGHWATER_TYPESENSE_URL: variable(
    origin.optional(),
    'Origin of a Typesense server that makes searching faster for companies that turn it on; texts stand there in clear.',
    'https://typesense.internal:8108',
  ),
};

export const typesenseWriterVariables = {
  ...urlVariables,
  HIGHWATER_TYPESENSE_API_KEY: variable(
    optionalText,
    'Admin key of the Typesense server, for the worker that fills it.',
    'a-long-random-word',
  ),
};

export const typesenseReaderVariables = {
  ...urlVariables,
  HIGHWATER_TYPESENSE_SEARCH_KEY: variable(
    optionalText,
    'Key of the Typesense server with the one action documents:search on highwater_messages.*; never the admin key.',
    'a-long-random-word',
  ),
};

type TypesenseValues = Values<typeof typesenseWriterVariables & typeof typesenseReaderVariables>;

export interface TypesenseConfig {
  readonly url: string;
  readonly key: string;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The address and the app's own key stand together or not at all; in production the way there is encrypted. */
export function typesenseRule(
  values: Partial<TypesenseValues> & { readonly HIGHWATER_MODE?: string },
): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const url = values.HIGHWATER_TYPESENSE_URL;
  for (const name of ['HIGHWATER_TYPESENSE_API_KEY', 'HIGHWATER_TYPESENSE_SEARCH_KEY'] as const) {
    if (!(name in values) || (values[name] === undefined) === (url === undefined)) continue;
    const variable = url === undefined ? 'HIGHWATER_TYPESENSE_URL' : name;
    problems.push({
      variable,
      problem: 'is not set',
      fix: `Set HIGHWATER_TYPESENSE_URL and ${name} together or neither.`,
    });
  }
  if (values.HIGHWATER_MODE === 'production' && url?.startsWith('http:') && !LOOPBACK.has(new URL(url).hostname)) {
    problems.push({
      variable: 'HIGHWATER_TYPESENSE_URL',
      problem: 'is not encrypted',
      fix: 'Use an https origin, or a server on this machine.',
    });
  }
  return problems;
}

export function typesenseConfig(url: string | undefined, key: string | undefined): TypesenseConfig | undefined {
  return url === undefined || key === undefined ? undefined : { url, key };
}
