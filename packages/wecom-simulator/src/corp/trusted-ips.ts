import { isIP } from 'node:net';
import { Refusal } from './refusal.ts';

/** IPv4 written inside IPv6 (`::ffff:127.0.0.1`) as plain IPv4. */
export function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '').toLowerCase();
}

/** Addresses without repeats; refuses what is no IP address. */
export function readTrustedIps(values: readonly string[]): string[] {
  const ips = values.map((value) => plainAddress(value.trim())).filter((value) => value !== '');
  const wrong = ips.find((ip) => isIP(ip) === 0);
  if (wrong !== undefined) {
    throw new Refusal(
      'ip.malformed',
      `「${wrong}」不是 IP 地址。每行一个,例如 203.0.113.7。`,
      `"${wrong}" is no IP address. One per line, such as 203.0.113.7.`,
    );
  }
  return [...new Set(ips)];
}
