import type { TLSSocket } from 'node:tls';
import { FaultError } from '@highwater/domain';
import { dialWecom, WECOM_HOST, type DialSettings, type Egress } from '@highwater/wecom/library';
import { failed, ok, type Check } from './check.ts';

export interface NetworkResult {
  readonly check: Check;
  /** What WeCom's clock said; undefined when it did not answer. */
  readonly date: Date | undefined;
}

const ANSWER_MS = 5_000;
const LONGEST_HEAD = 64 * 1024;

/** A verified connection to WeCom by this egress, as the relay makes them, and the time of the answer to `HEAD /`. */
export async function checkNetwork(egress: Egress, settings: DialSettings): Promise<NetworkResult> {
  const by = egress.kind === 'proxy' ? 'through the egress proxy' : 'directly';
  try {
    const socket = await dialWecom(egress, settings);
    const issuer = socket.getPeerCertificate().issuer?.O;
    const date = await askDate(socket);
    const vouched = typeof issuer === 'string' ? `, certificate by ${issuer}` : '';
    return { check: ok('network', `${WECOM_HOST} reached ${by}, ${socket.getProtocol() ?? 'TLS'}${vouched}`), date };
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    return { check: describeFailure(error, by), date: undefined };
  }
}

export function describeFailure({ fault, detail, cause }: FaultError, by: string): Check {
  if (fault === 'wecom.certificate') {
    return failed(
      'network',
      `whoever answers as ${WECOM_HOST} could not prove to be it (${detail['reason']})`,
      `Find what stands between this machine and WeCom and reads TLS (a proxy, a firewall), and exempt ${WECOM_HOST} from it. It could read the archive secret.`,
    );
  }
  if (detail['proxyStatus'] !== undefined) {
    return failed(
      'network',
      detail['proxyStatus'] === 407
        ? 'the egress proxy refuses the login (407)'
        : `the egress proxy does not open a way (${detail['proxyStatus']})`,
      `Correct HIGHWATER_EGRESS_PROXY, or have the proxy allow CONNECT to ${WECOM_HOST}:443.`,
    );
  }
  const code = cause instanceof Error ? cause.message : 'unknown';
  return failed(
    'network',
    `${WECOM_HOST} could not be reached ${by} (${code})`,
    `Allow outgoing connections to ${WECOM_HOST}, port 443, and check the name server; or set HIGHWATER_EGRESS_PROXY.`,
  );
}

/** The Date of the answer; undefined when there is none in time. */
function askDate(socket: TLSSocket): Promise<Date | undefined> {
  return new Promise((resolve) => {
    let head = '';
    const finish = (date?: Date): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(date);
    };
    const timer = setTimeout(finish, ANSWER_MS);
    socket.on('error', () => finish()).on('close', () => finish());
    socket.on('data', (part: Buffer) => {
      head += part.toString('latin1');
      const value = /\r\ndate: *([^\r]{1,60})\r\n/i.exec(head)?.[1];
      const time = value === undefined ? Number.NaN : Date.parse(value);
      if (!Number.isNaN(time)) finish(new Date(time));
      else if (head.includes('\r\n\r\n') || head.length > LONGEST_HEAD) finish();
    });
    socket.write(`HEAD / HTTP/1.1\r\nHost: ${WECOM_HOST}\r\nConnection: close\r\n\r\n`);
  });
}
