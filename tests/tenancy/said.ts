import { askConsole } from '@highwater/testkit';
import type { MadeUp } from './made-up.ts';

/** One message for the simulated corp to archive. */
export interface Line {
  readonly from: string;
  readonly to: readonly string[];
  readonly room?: string;
  readonly text: string;
  /** Sends a file of this content and name instead of the text. */
  readonly file?: { readonly name: string; readonly content: string | Uint8Array };
  /** Says that the sender agrees to being archived instead of the text. */
  readonly agrees?: true;
}

interface Ticket {
  readonly sdkfileid: string;
  readonly md5sum: string;
  readonly filesize: number;
}

/** Has the corp archive the lines, a second apart up to now; returns their msgids and the files' secret ids. */
export async function say(
  simulatorUrl: string,
  corpId: string,
  madeUp: MadeUp,
  lines: readonly Line[],
  until: number,
): Promise<{ readonly msgids: readonly string[]; readonly fileIds: readonly string[] }> {
  const fileIds: string[] = [];
  const messages = [];
  for (const [index, { from, to, room, text, file, agrees }] of lines.entries()) {
    const common = {
      msgid: `${madeUp.word('')}_${until}_external`,
      action: 'send',
      from,
      tolist: to,
      roomid: room ?? '',
      msgtime: until - (lines.length - index) * 1000,
    };
    if (agrees) {
      messages.push({ ...common, msgtype: 'agree', agree: { userid: from, agree_time: common.msgtime } });
      continue;
    }
    if (file === undefined) {
      messages.push({ ...common, msgtype: 'text', text: { content: text } });
      continue;
    }
    const bytes = Buffer.from(file.content).toString('base64');
    const ticket = await askConsole<Ticket>(simulatorUrl, 'POST', `/corps/${corpId}/media`, { bytes });
    fileIds.push(ticket.sdkfileid);
    messages.push({ ...common, msgtype: 'file', file: { ...ticket, filename: file.name, fileext: 'txt' } });
  }
  await askConsole(simulatorUrl, 'POST', `/corps/${corpId}/messages`, { messages });
  return { msgids: messages.map(({ msgid }) => msgid), fileIds };
}
