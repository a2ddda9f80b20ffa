import type { CallFamily } from '../limits/call-families.ts';
import { WECOM_HOST } from './wecom-host.ts';

/** One request as the library wrote it. */
export interface RelayedRequest {
  /** Head and body, byte for byte. */
  readonly bytes: Buffer;
  readonly call: CallFamily | 'other';
}

/** The library's heads are some hundred bytes, its bodies some kilobytes. */
const LONGEST_HEAD = 16 * 1024;
const LONGEST_BODY = 256 * 1024;
const REQUEST_LINE = /^(?:GET|POST) (\/[!-~]*) HTTP\/1\.[01]$/;
const CALLS: Readonly<Record<string, CallFamily>> = {
  '/cgi-bin/gettoken': 'token',
  '/cgi-bin/message/getchatdata': 'page',
  '/cgi-bin/message/getchatmediadata': 'media',
};

/**
 * The request in these bytes: undefined while more are needed, `refused` for what the library would never send
 * (another host, a second request behind the first, a body of unknown length, too much).
 */
export function readRelayedRequest(bytes: Buffer): RelayedRequest | undefined | 'refused' {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return bytes.length > LONGEST_HEAD ? 'refused' : undefined;
  const [line = '', ...fields] = bytes.toString('latin1', 0, headEnd).split('\r\n');
  const target = REQUEST_LINE.exec(line)?.[1];
  if (headEnd > LONGEST_HEAD || target === undefined) return 'refused';
  const values = (name: string): string[] =>
    fields
      .filter((field) => field.toLowerCase().startsWith(`${name}:`))
      .map((field) => field.slice(name.length + 1).trim());
  const [hosts, lengths] = [values('host'), values('content-length')];
  if (hosts.length !== 1 || (hosts[0] !== WECOM_HOST && hosts[0] !== `${WECOM_HOST}:443`)) return 'refused';
  if (values('transfer-encoding').length > 0 || lengths.length > 1 || !/^\d{1,7}$/.test(lengths[0] ?? '0'))
    return 'refused';
  const length = Number(lengths[0] ?? 0);
  const size = headEnd + 4 + length;
  if (length > LONGEST_BODY || bytes.length > size) return 'refused';
  if (bytes.length < size) return undefined;
  const [path = ''] = target.split('?');
  return { bytes, call: CALLS[path] ?? 'other' };
}
