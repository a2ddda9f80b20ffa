import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createOutbound } from './create-outbound.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** "127.0.0.1:port" of a host that answers so. */
async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const faultOf = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: { fault?: unknown }) => error.fault,
  );

it.each([
  'http://example.com/',
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:a00:1]/',
  'https://169.254.169.254/latest/meta-data/',
  'https://100.64.0.1/',
  'https://someone:secret@8.8.8.8/',
  'ftp://8.8.8.8/',
  'file:///etc/passwd',
  'gopher://8.8.8.8/',
  'no address',
])('does not ask %s', async (url) => {
  expect(await faultOf(createOutbound().fetch(url))).toBe('host.refused');
});

it.each([
  ['a private address', ['10.0.0.7']],
  ['a private address behind a public one', ['8.8.8.8', '10.0.0.7']],
  ['a mapped address', ['::ffff:10.0.0.7']],
  ['a link-local address', ['fe80::1']],
])('does not ask a name that leads to %s', async (_what, addresses) => {
  const outbound = createOutbound({ resolve: async () => addresses });
  expect(await faultOf(outbound.fetch('https://provider.example/'))).toBe('host.refused');
});

it('looks a name up once, so that a second answer cannot differ from the one that was judged', async () => {
  let looks = 0;
  const host = await listen((_request, answer) => answer.end('here'));
  const port = host.split(':')[1];
  const resolve = async () => {
    looks += 1;
    return looks === 1 ? ['127.0.0.1'] : ['203.0.113.1'];
  };
  const outbound = createOutbound({ named: [`provider.example:${port}`], resolve });
  const answer = await outbound.fetch(`http://provider.example:${port}/`);
  expect([await answer.text(), looks]).toEqual(['here', 1]);
});

it('asks a named host, and only under its very name and port', async () => {
  const host = await listen((request, answer) =>
    answer.end(`${request.method} ${request.url} ${request.headers.host}`),
  );
  const outbound = createOutbound({ named: [host] });
  const answer = await outbound.fetch(`http://${host}/path?a=b`, {
    method: 'POST',
    body: new URLSearchParams({ c: 'd' }),
  });
  expect([answer.status, await answer.text()]).toEqual([200, `POST /path?a=b ${host}`]);
  expect(await faultOf(outbound.fetch(`http://localhost:${host.split(':')[1]}/`))).toBe('host.refused');
});

it('does not follow a redirect', async () => {
  const host = await listen((_request, answer) => answer.writeHead(302, { location: 'http://127.0.0.1:1/' }).end());
  const answer = await createOutbound({ named: [host] }).fetch(`http://${host}/`);
  expect(answer.status).toBe(302);
});

it('ends an answer that is too large, or too slow', async () => {
  const large = await listen((_request, answer) => answer.end('x'.repeat(2000)));
  expect(await faultOf(createOutbound({ named: [large], largestBytes: 1000 }).fetch(`http://${large}/`))).toBe(
    'host.too_large',
  );
  const slow = await listen((_request, answer) => void answer.write('x'));
  expect(await faultOf(createOutbound({ named: [slow], longestMs: 100 }).fetch(`http://${slow}/`))).toBe(
    'host.unreachable',
  );
});

it('says that a host is unreachable that nobody answers for', async () => {
  const outbound = createOutbound({ resolve: () => Promise.reject(new Error('ENOTFOUND')) });
  expect(await faultOf(outbound.fetch('https://provider.example/'))).toBe('host.unreachable');
});
