import { connect, rootCertificates, type TLSSocket } from 'node:tls';
import { openEgress, type Egress, type Target } from './egress.ts';
import { nameTlsFailure } from './name-tls-failure.ts';
import { WECOM_HOST, WECOM_PORT } from './wecom-host.ts';

export interface DialSettings {
  /** Where WeCom is; tests only. Its certificate must name WeCom all the same. */
  readonly upstream?: Target;
  /** One more authority in PEM; tests only. */
  readonly extraAuthorityPem?: string;
  /** For the connection, the proxy's answer and the handshake together. */
  readonly connectMs: number;
}

/**
 * A TLS connection to WeCom whose certificate was verified: chain, dates and host name, TLS 1.2 or newer.
 *
 * The roots are those that come with Node, not the machine's: an intercepting proxy that a machine was told to trust
 * would read the archive secret. Throws `wecom.certificate` or `wecom.unreachable`.
 */
export async function dialWecom(egress: Egress, settings: DialSettings): Promise<TLSSocket> {
  const { upstream = { host: WECOM_HOST, port: WECOM_PORT }, extraAuthorityPem, connectMs } = settings;
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), connectMs);
  try {
    const plain = await openEgress(egress, upstream, giveUp.signal);
    const socket = connect({
      socket: plain,
      servername: WECOM_HOST,
      minVersion: 'TLSv1.2',
      rejectUnauthorized: true,
      ca: extraAuthorityPem === undefined ? [...rootCertificates] : [...rootCertificates, extraAuthorityPem],
    });
    giveUp.signal.addEventListener('abort', () => socket.destroy(), { once: true });
    plain.once('close', () => socket.destroy());
    await secured(socket);
    return socket;
  } catch (error) {
    throw nameTlsFailure(error);
  } finally {
    clearTimeout(timer);
  }
}

function secured(socket: TLSSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error?: Error): void => {
      socket.destroy();
      reject(error ?? new Error('closed'));
    };
    const gone = (): void => fail();
    socket.on('error', fail).once('close', gone);
    socket.once('secureConnect', () => {
      socket.off('close', gone);
      resolve();
    });
  });
}
