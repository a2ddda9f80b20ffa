import type { HashedFile } from './hash-entries.ts';
import { SCHEMA_VERSION } from './manifest.ts';

/** What a verifier needs of `manifest.json`. */
export interface ReadManifest {
  readonly messages: number;
  readonly byKind: ReadonlyMap<string, number>;
  readonly conversations: number;
  readonly people: number;
  readonly mediaFiles: number;
  readonly mediaUses: number;
  readonly missing: number;
  readonly files: ReadonlyMap<string, HashedFile>;
}

/** Undefined when the text is no manifest of a version known here. */
export function readManifest(text: string): ReadManifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const manifest = record(value);
  const counts = record(manifest.counts);
  if (manifest.format !== 'highwater-package' || manifest.schema_version !== SCHEMA_VERSION) return undefined;
  if (!Array.isArray(manifest.files)) return undefined;
  const files = new Map<string, HashedFile>();
  for (const file of manifest.files.map(record)) {
    const path = String(file.path);
    files.set(path, { path, bytes: Number(file.bytes), sha256: String(file.sha256) });
  }
  return {
    messages: Number(counts.messages),
    byKind: new Map(Object.entries(record(counts.by_kind)).map(([kind, count]) => [kind, Number(count)])),
    conversations: Number(counts.conversations),
    people: Number(counts.people),
    mediaFiles: Number(counts.media_files),
    mediaUses: Number(counts.media_uses),
    missing: Number(counts.missing),
    files,
  };
}

/** The value when it is an object, else an empty one: a missing field then differs from every number. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
