import { passkey, type PasskeyOptions } from '@better-auth/passkey';

/**
 * The library's passkeys, kept in `table`. It holds the names of its tables in one object of its module, which each use
 * changes for all others; so every use gets its own.
 */
export function passkeysIn(table: string, options: Omit<PasskeyOptions, 'schema'>) {
  const plugin = passkey({ ...options, schema: { passkey: { modelName: table } } });
  return { ...plugin, schema: structuredClone(plugin.schema) };
}
