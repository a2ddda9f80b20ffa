import { isIP } from 'node:net';
import { z } from '@hono/zod-openapi';

/** An address, or a network as CIDR: "192.0.2.7", "10.0.0.0/8", "2001:db8::/32". One that holds every address is none. */
export const network = z.string().trim().max(64).refine(isNetwork).openapi({ type: 'string', example: '192.0.2.0/24' });

/** Of a key: wherever the company's people may work when it is empty. */
export const networkList = z
  .array(network)
  .max(100)
  .transform((networks) => [...new Set(networks)]);

function isNetwork(text: string): boolean {
  const [address = '', length, ...more] = text.split('/');
  const kind = isIP(address);
  if (kind === 0 || more.length > 0 || address.includes('%') || /^::ffff:/i.test(address)) return false;
  if (length === undefined) return true;
  return /^[1-9]\d{0,2}$/.test(length) && Number(length) <= (kind === 4 ? 32 : 128);
}
