import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { WECOM_HOST } from '../wecom-host.ts';

export interface RelayCall {
  readonly port: number;
  readonly login?: string | undefined;
  /** What CONNECT names; WeCom unless a test wants another. */
  readonly authority?: string;
  readonly authorityPem: string;
  readonly request: string;
  readonly servername?: string;
}

/** The status of CONNECT and, when it stands, the answer's bytes as the library would get them. Tests only. */
export async function callThroughRelay(call: RelayCall): Promise<{ status: number; answer: string }> {
  const { port, login, authority = `${WECOM_HOST}:443`, authorityPem, request, servername = WECOM_HOST } = call;
  const socket = connect(port, '127.0.0.1');
  const proof = login === undefined ? '' : `Proxy-Authorization: Basic ${Buffer.from(login).toString('base64')}\r\n`;
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${proof}\r\n`);
  const status = await readStatus(socket);
  if (status !== 200) {
    socket.destroy();
    return { status, answer: '' };
  }
  const secure = connectTls({ socket, servername, ca: authorityPem });
  const parts: Buffer[] = [];
  await new Promise<void>((resolve, reject) => {
    secure.once('secureConnect', () => secure.write(request));
    secure.on('data', (part: Buffer) => parts.push(part));
    secure.once('close', resolve);
    secure.once('error', (error) => ('code' in error && error.code === 'ECONNRESET' ? resolve() : reject(error)));
  });
  return { status, answer: Buffer.concat(parts).toString('latin1') };
}

function readStatus(socket: Socket): Promise<number> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('data', (part: Buffer) => {
      socket.off('error', reject);
      resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(part.toString('latin1'))?.[1] ?? 0));
    });
  });
}
