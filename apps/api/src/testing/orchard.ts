import type { Company } from './company.ts';
import type { TestApi } from './start-api.ts';
import { startTalk, type SaidMessage, type Talk } from './talk.ts';

export const CUSTOMER = 'wmCustomerOfTheOrchard0001';
export const ROOM = 'wrRoomOfTheOrchard000000001';
export const FILE_ID = 'CtYBMzA2OTAyMDEwMjA0NjIzMDYwMDIwMTAwMDQ';

/** What is said at a fruit shop; a viewer of `linxiaoyu` sees all but the two that begin with `hidden`. */
export interface Orchard {
  readonly talk: Talk;
  readonly arrived: SaidMessage;
  readonly thanks: SaidMessage;
  readonly hiddenPair: SaidMessage;
  readonly shipping: SaidMessage;
  readonly hiddenInRoom: SaidMessage;
  readonly quote: SaidMessage;
  readonly mistake: SaidMessage;
  readonly recall: SaidMessage;
}

export async function makeOrchard(api: TestApi, company: Company): Promise<Orchard> {
  const talk = await startTalk(api, company);
  const { say } = talk;
  const quote = { md5sum: 'd', filename: '报价单.pdf', fileext: 'pdf', filesize: 9, sdkfileid: FILE_ID };
  return {
    talk,
    arrived: await say({ from: 'LinXiaoyu', to: [CUSTOMER], text: '芒果礼盒到货了，Apple 也有' }),
    thanks: await say({ from: CUSTOMER, to: ['LinXiaoyu'], text: '收到，謝謝您的蘋果' }),
    hiddenPair: await say({ from: 'boss', to: ['zhaokai'], text: '芒果的价格不要外传' }),
    shipping: await say({
      from: 'LinXiaoyu',
      to: ['boss', CUSTOMER],
      roomId: ROOM,
      text: 'ＡＰＰＬＥ礼盒明天发货',
    }),
    hiddenInRoom: await say({ from: 'boss', to: ['zhaokai'], roomId: ROOM, text: '芒果只剩十箱' }),
    quote: await say({
      from: 'boss',
      to: ['LinXiaoyu', CUSTOMER],
      roomId: ROOM,
      body: { msgtype: 'file', file: quote },
    }),
    mistake: await say({ from: CUSTOMER, to: ['LinXiaoyu'], text: '发错了', msgid: 'mistake_external' }),
    recall: await say({
      from: CUSTOMER,
      to: ['LinXiaoyu'],
      body: { msgtype: 'revoke', revoke: { pre_msgid: 'mistake_external' } },
    }),
  };
}
