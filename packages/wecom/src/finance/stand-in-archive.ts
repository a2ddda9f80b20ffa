import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it arrived. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly rawHeaders: readonly string[];
  readonly body: string;
}

export type Answer = string | Uint8Array | ((response: ServerResponse) => void);

/** A small HTTP server that answers from functions the test gives and keeps what it was asked. Tests only. */
export interface StandInArchive {
  readonly baseUrl: string;
  readonly seen: SeenRequest[];
  answerToken: (request: SeenRequest) => Answer;
  answerChat: (request: SeenRequest) => Answer;
  answerMedia: (request: SeenRequest) => Answer;
  close(): Promise<void>;
}

export async function startStandInArchive(): Promise<StandInArchive> {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    void readRequest(request).then((asked) => {
      seen.push(asked);
      const answer = answerTo(asked);
      if (typeof answer === 'function') answer(response);
      else response.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const archive: StandInArchive = {
    baseUrl: `http://127.0.0.1:${port}`,
    seen,
    answerToken: () => '{"errcode":0,"errmsg":"ok","access_token":"token-1","expires_in":7200}',
    answerChat: () => '{"errcode":0,"errmsg":"ok","chatdata":[]}',
    answerMedia: () => '{"errcode":0,"errmsg":"ok","content":""}',
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return archive;

  function answerTo(asked: SeenRequest): Answer {
    if (asked.path === '/cgi-bin/gettoken') return archive.answerToken(asked);
    if (asked.path === '/cgi-bin/message/getchatdata') return archive.answerChat(asked);
    return archive.answerMedia(asked);
  }
}

async function readRequest(request: IncomingMessage): Promise<SeenRequest> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const url = new URL(request.url ?? '/', 'http://stand-in');
  return {
    method: request.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    rawHeaders: request.rawHeaders,
    body: Buffer.concat(parts).toString('utf8'),
  };
}
