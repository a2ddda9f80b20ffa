import { ConfigError, type ConfigProblem } from './config-error.ts';
import { isKnownVariable } from './known-variables.ts';
import type { Values, VariableTable } from './variable.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Looks at several variables together. Gets only those that were accepted one by one. */
export type Rule<Table extends VariableTable> = (values: Partial<Values<Table>>) => readonly ConfigProblem[];

/**
 * Reads a whole table. An empty value counts as not set.
 * Throws one ConfigError that names every wrong variable, also those that only a rule finds wrong,
 * and every HIGHWATER_ variable that no app knows.
 */
export function readVariables<Table extends VariableTable>(
  app: string,
  table: Table,
  environment: Environment,
  rules: readonly Rule<Table>[] = [],
): Values<Table> {
  const { values, problems } = inspectVariables(table, environment, rules);
  if (problems.length > 0) throw new ConfigError(app, problems);
  return values as Values<Table>;
}

/** As readVariables, but gives what was accepted beside what is wrong instead of throwing. */
export function inspectVariables<Table extends VariableTable>(
  table: Table,
  environment: Environment,
  rules: readonly Rule<Table>[] = [],
): { readonly values: Partial<Values<Table>>; readonly problems: readonly ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const accepted: Record<string, unknown> = {};
  for (const [name, { schema, about, example }] of Object.entries(table)) {
    const result = schema.safeParse(environment[name] === '' ? undefined : environment[name]);
    if (result.success) accepted[name] = result.data;
    else {
      const problem = environment[name] ? (result.error.issues[0]?.message ?? 'is not accepted') : 'is not set';
      problems.push({ variable: name, problem, fix: `${about} For example: ${name}=${example}` });
    }
  }
  const values = accepted as Partial<Values<Table>>;
  for (const rule of rules) problems.push(...rule(values));
  for (const name of Object.keys(environment)) {
    if (name.startsWith('HIGHWATER_') && !isKnownVariable(name)) {
      problems.push({ variable: name, problem: 'is known to no app', fix: 'Correct its name or remove it.' });
    }
  }
  return { values, problems };
}
