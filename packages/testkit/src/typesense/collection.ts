import { Refusal } from './refusal.ts';

export interface Field {
  readonly name: string;
  readonly type: string;
  readonly facet?: boolean;
  readonly optional?: boolean;
  readonly index?: boolean;
  readonly sort?: boolean;
  readonly locale?: string;
}

export type Stored = Readonly<Record<string, unknown>> & { readonly id: string };

export interface Collection {
  readonly name: string;
  readonly fields: readonly Field[];
  readonly defaultSort: string;
  /** By id, in the order in which they first came. */
  readonly documents: Map<string, Stored>;
}

const TYPES = ['string', 'string[]', 'int32', 'int64', 'float', 'bool', 'auto'];

export function createCollection(body: Record<string, unknown>): Collection {
  const { name, fields, default_sorting_field: defaultSort = '' } = body;
  if (typeof name !== 'string') throw new Refusal(400, 'Parameter `name` is required.');
  if (!Array.isArray(fields)) throw new Refusal(400, 'Parameter `fields` is required.');
  for (const field of fields as Field[]) {
    if (!TYPES.includes(field.type)) {
      const problem = `Field \`${field.name}\` has an invalid data type \`${field.type}\`, see docs for supported data types.`;
      throw new Refusal(400, problem);
    }
  }
  const sortField = (fields as Field[]).find((field) => field.name === defaultSort);
  if (defaultSort !== '' && !isNumber(sortField)) {
    throw new Refusal(400, `Default sorting field \`${String(defaultSort)}\` is not a sortable type.`);
  }
  return { name, fields: fields as Field[], defaultSort: String(defaultSort), documents: new Map() };
}

export function describeCollection(collection: Collection): Record<string, unknown> {
  return {
    created_at: 1_795_330_129,
    default_sorting_field: collection.defaultSort,
    enable_nested_fields: false,
    fields: collection.fields.map((field) => ({
      facet: field.facet ?? false,
      index: field.index ?? true,
      infix: false,
      locale: field.locale ?? '',
      name: field.name,
      optional: field.optional ?? false,
      sort: field.sort ?? isNumber(field),
      stem: false,
      stem_dictionary: '',
      store: true,
      type: field.type,
    })),
    name: collection.name,
    num_documents: collection.documents.size,
    symbols_to_index: [],
    token_separators: [],
  };
}

export function isNumber(field: Field | undefined): boolean {
  return field !== undefined && /^(int32|int64|float)$/.test(field.type);
}

/** Throws a Refusal for what the schema does not take. Fields that it does not name are kept and not indexed. */
export function storeDocument(collection: Collection, value: unknown, action: string): Stored {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal(400, 'Bad JSON: not a properly formed document.');
  }
  const given = value as Record<string, unknown>;
  const id = given['id'] ?? String(collection.documents.size);
  if (typeof id !== 'string') throw new Refusal(400, "Document's `id` field should be a string.");
  const old = collection.documents.get(id);
  if (action === 'create' && old !== undefined) throw new Refusal(409, `A document with id ${id} already exists.`);
  if (action === 'update' && old === undefined) throw new Refusal(404, `Could not find a document with id: ${id}`);
  const document = { ...(action === 'update' ? old : {}), ...given, id };
  checkFields(collection, document);
  collection.documents.set(id, document);
  return document;
}

function checkFields(collection: Collection, document: Record<string, unknown>): void {
  const { defaultSort } = collection;
  if (defaultSort !== '' && document[defaultSort] === undefined) {
    const problem = `Field \`${defaultSort}\` has been declared as a default sorting field, but is not found in the document.`;
    throw new Refusal(400, problem);
  }
  for (const field of collection.fields) {
    const value = document[field.name];
    if (field.index === false) continue;
    if (value === undefined) {
      if (field.optional === true) continue;
      throw new Refusal(
        400,
        `Field \`${field.name}\` has been declared in the schema, but is not found in the document.`,
      );
    }
    if (!isOfType(value, field.type)) throw new Refusal(400, `Field \`${field.name}\` must be ${article(field.type)}.`);
  }
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'string[]') return Array.isArray(value) && value.every((item) => typeof item === 'string');
  if (type === 'bool') return typeof value === 'boolean';
  if (type === 'string') return typeof value === 'string';
  return typeof value === 'number' && (type === 'float' || Number.isInteger(value));
}

function article(type: string): string {
  if (type === 'string[]') return 'an array of string';
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}
