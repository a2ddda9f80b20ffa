import { expect, it } from 'vitest';
import { ApiProblem, createApiClient } from './index.ts';

function answering(response: Response) {
  const asked: Request[] = [];
  const fetch = async (request: Request) => {
    asked.push(request);
    return response;
  };
  const client = createApiClient({ baseUrl: 'http://api.test', headers: { 'accept-language': 'en' }, fetch });
  return { client, asked };
}

it('asks by path and gives the answer its type', async () => {
  const { client, asked } = answering(Response.json({ items: [], nextCursor: 'next' }));
  const { data } = await client.GET('/v1/members', { params: { query: { limit: 2 } } });
  expect(data?.nextCursor).toBe('next');
  expect(asked[0]?.url).toBe('http://api.test/v1/members?limit=2');
  expect(asked[0]?.headers.get('accept-language')).toBe('en');
  expect(asked[0]?.headers.get('highwater-csrf')).toBe('1');
});

it('throws the problem of an answer that is not 2xx', async () => {
  const body = {
    fault: 'secret.wrong',
    title: 'No',
    detail: 'Copy it',
    status: 422,
    field: 'archiveSecret',
    params: { length: 3 },
  };
  const { client } = answering(new Response(JSON.stringify(body), { status: 422 }));
  const asked = client.POST('/v1/connections', { body: { corpId: 'ww', archiveSecret: 'x', name: 'n' } });
  const error = await asked.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ApiProblem);
  expect(error).toMatchObject({ problem: { fault: 'secret.wrong', field: 'archiveSecret', params: { length: 3 } } });
});

it('calls what is no problem of ours internal', async () => {
  const { client } = answering(new Response('<html>Bad gateway</html>', { status: 502 }));
  const error = await client.GET('/v1/me').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ problem: { fault: 'internal', status: 502, title: '' } });
});
