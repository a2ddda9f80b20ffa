import { askConsole, waitUntil } from '@highwater/testkit';
import type { MadeUp } from './made-up.ts';
import { say, type Line } from './said.ts';
import type { Session } from './session.ts';

export interface ArchivedLine {
  readonly messageId: string;
  readonly conversationId: string;
  readonly msgid: string;
  /** Of a file; empty for a text. */
  readonly mediaId: string;
}

/** A company with a connected corp and its archived messages, by the names their lines were given. */
export interface ConnectedCompany<Name extends string> {
  readonly tenantId: string;
  readonly name: string;
  readonly connectionId: string;
  readonly corpId: string;
  readonly archiveSecret: string;
  readonly keyId: string;
  /** A line out of the middle of the public key. */
  readonly keyLine: string;
  readonly fileIds: readonly string[];
  readonly lines: Readonly<Record<Name, ArchivedLine>>;
}

interface Hit {
  readonly messageId: string;
  readonly conversationId: string;
  readonly msgid: string;
  readonly media: readonly { readonly mediaId: string; readonly state: string; readonly copyFault: string | null }[];
}

export async function connectCompany<Name extends string>(
  simulatorUrl: string,
  owner: Session,
  madeUp: MadeUp,
  company: { readonly tenantId: string; readonly name: string; readonly lines: Readonly<Record<Name, Line>> },
): Promise<ConnectedCompany<Name>> {
  const corp = await askConsole<{ corpId: string; archiveSecret: string }>(simulatorUrl, 'POST', '/corps', {
    name: company.name,
    talking: false,
  });
  const { corpId, archiveSecret } = corp;
  const connection = await owner.send<{ connectionId: string; publicKeyPem: string; trustedIps: string[] }>(
    'POST',
    '/v1/connections',
    { corpId, archiveSecret, name: company.name },
  );
  const { connectionId, publicKeyPem } = connection;
  await askConsole(simulatorUrl, 'PUT', `/corps/${corpId}/trusted-ips`, { ips: connection.trustedIps });
  await askConsole(simulatorUrl, 'POST', `/corps/${corpId}/public-keys`, { pem: publicKeyPem });

  const entries: [string, Line][] = Object.entries(company.lines);
  const said = await say(
    simulatorUrl,
    corpId,
    madeUp,
    entries.map(([, line]) => line),
    Date.now(),
  );
  await contradict(simulatorUrl, corpId, madeUp.word(''));
  await owner.send('POST', `/v1/connections/${connectionId}/pull`, {});

  const hits = await waitUntil(
    `the messages of ${company.name} are archived with their files`,
    async () => {
      const { items } = await owner.get<{ items: Hit[] }>('/v1/messages/search?limit=200');
      const settled = items.every(({ media }) =>
        media.every(({ state, copyFault }) => state === 'stored' && copyFault !== 'copy.pending'),
      );
      return settled && said.msgids.every((msgid) => items.some((hit) => hit.msgid === msgid)) && items;
    },
    { seconds: 60 },
  );
  const lines: [string, ArchivedLine][] = entries.map(([name], index) => {
    const hit = hits.find(({ msgid }) => msgid === said.msgids[index]);
    if (hit === undefined) throw new Error(`The line "${name}" is not archived.`);
    const { messageId, conversationId, msgid, media } = hit;
    return [name, { messageId, conversationId, msgid, mediaId: media[0]?.mediaId ?? '' }];
  });
  const keys = await owner.get<{ items: { keyId: string }[] }>('/v1/keys');
  return {
    tenantId: company.tenantId,
    name: company.name,
    connectionId,
    corpId,
    archiveSecret,
    keyId: keys.items[0]?.keyId ?? '',
    keyLine: publicKeyPem.split('\n')[3] ?? '',
    fileIds: said.fileIds,
    lines: Object.fromEntries(lines) as Record<Name, ArchivedLine>,
  };
}

/** Two messages under one msgid that say different things: the company gets a finding. */
async function contradict(simulatorUrl: string, corpId: string, msgid: string): Promise<void> {
  const message = { msgid, action: 'send', from: 'notes', tolist: ['notes'], msgtime: Date.now(), msgtype: 'text' };
  const messages = ['one', 'other'].map((content) => ({ ...message, text: { content } }));
  await askConsole(simulatorUrl, 'POST', `/corps/${corpId}/messages`, { messages });
}

/** Asks for an export and waits until its package is there; returns its id. */
export async function exportAll(member: Session): Promise<string> {
  const { exportId } = await member.send<{ exportId: string }>('POST', '/v1/exports', {});
  await waitUntil(
    'an export is complete',
    async () => {
      const { state } = await member.get<{ state: string }>(`/v1/exports/${exportId}`);
      if (['failed', 'cancelled', 'expired'].includes(state)) throw new Error(`The export is ${state}.`);
      return state.startsWith('complete');
    },
    { seconds: 60 },
  );
  return exportId;
}
