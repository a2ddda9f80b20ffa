import type { z } from 'zod';

/** One environment variable: how it is read and what a person needs to know to set it. */
export interface Variable<Schema extends z.ZodType = z.ZodType> {
  readonly schema: Schema;
  /** One sentence: what it decides and, where it is not obvious, its unit. */
  readonly about: string;
  /** A value that would be accepted, shown in .env.example and in the report. Never a real secret. */
  readonly example: string;
}

export type VariableName = `HIGHWATER_${string}`;
export type VariableTable = Readonly<Record<VariableName, Variable>>;

/** What a table yields once every variable was accepted. */
export type Values<Table extends VariableTable> = {
  readonly [Name in keyof Table]: Table[Name] extends Variable<infer Schema> ? z.output<Schema> : never;
};

export function variable<Schema extends z.ZodType>(schema: Schema, about: string, example: string): Variable<Schema> {
  return { schema, about, example };
}
