import { same, type Row } from '../cell.ts';

function everybody(operation: string, path: string, holds: readonly string[]): Row {
  const rightful = () => ({ actor: 'anybody' as const, status: 200, holds });
  return same({ operation, about: 'the service', ask: { method: 'GET', path }, rightful }, 200);
}

/** What is open to everybody. */
export const openRows: readonly Row[] = [
  everybody('GET /healthz', '/healthz', ['ok']),
  everybody('GET /readyz', '/readyz', ['ready']),
  everybody('GET /v1/openapi.json', '/v1/openapi.json', ['searchMessages']),
  { ...everybody('GET /v1/dev/mailbox', '/v1/dev/mailbox', ['items']), development: true },
  {
    ...same(
      {
        operation: 'GET /v1/dev/mailbox/{mailId}',
        about: 'no mail',
        ask: { method: 'GET', path: '/v1/dev/mailbox/none' },
      },
      404,
    ),
    rightful: () => ({ actor: 'anybody' as const, status: 404 }),
    development: true,
  },
];
