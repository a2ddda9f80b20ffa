import { isIP } from 'node:net';
import { isAbsolute } from 'node:path';
import { z } from 'zod';

export const text = z.string('is not set');

export const optionalText = z.string().optional();

export const port = z.coerce
  .number('is not a number')
  .int('is not a whole number')
  .min(1, 'is not a port (1 to 65535)')
  .max(65_535, 'is not a port (1 to 65535)');

export const seconds = z.coerce
  .number('is not a number')
  .int('is not a whole number')
  .min(1, 'is less than one second');

/** A size in MiB, returned in bytes. */
export const mebibytes = z.coerce
  .number('is not a number')
  .int('is not a whole number')
  .min(1, 'is less than one MiB')
  .max(1_048_576, 'is more than 1,048,576 MiB')
  .transform((count) => count * 1024 * 1024);

export const yesOrNo = z.enum(['yes', 'no'], 'is neither yes nor no').transform((word) => word === 'yes');

export const absolutePath = text.refine((path) => isAbsolute(path), 'is not an absolute path');

/** An http(s) origin: scheme, host and port, nothing behind. Returned without a trailing slash. */
export const origin = text.transform((value, context) => {
  const url = URL.parse(value);
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username) {
    return url.origin;
  }
  context.addIssue({ code: 'custom', message: 'is not an origin (http or https, host, port, nothing behind)' });
  return z.NEVER;
});

/** Addresses separated by commas. */
export const addressList = z
  .string()
  .optional()
  .transform((value, context) => {
    const addresses = (value ?? '')
      .split(',')
      .map((address) => address.trim())
      .filter((address) => address !== '');
    if (addresses.every((address) => isIP(address) !== 0)) return addresses;
    context.addIssue({ code: 'custom', message: 'holds something that is not an IP address' });
    return z.NEVER;
  });

/** Names or addresses, with a port or without, separated by commas. */
export const hostList = z
  .string()
  .optional()
  .transform((value, context) => {
    const hosts = (value ?? '')
      .split(',')
      .map((host) => host.trim().toLowerCase())
      .filter((host) => host !== '');
    if (hosts.every((host) => /^(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?$/.test(host))) return hosts;
    context.addIssue({ code: 'custom', message: 'holds something that is no host' });
    return z.NEVER;
  });
