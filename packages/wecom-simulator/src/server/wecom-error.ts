import { randomBytes } from 'node:crypto';
import type { UnixMs } from '@highwater/domain';

/** The errcodes that the stand-in gives by itself; any other can be planned as a fault. */
const MESSAGES: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  10005: 'invalid fileid',
  10010: 'data expired',
  40001: 'invalid credential',
  40013: 'invalid corpid',
  40014: 'invalid access_token',
  40058: 'invalid Request Parameter',
  40068: 'invalid tagid',
  40096: 'invalid external userid',
  41001: 'access_token missing',
  42001: 'access_token expired',
  43001: 'require GET method',
  43002: 'require POST method',
  45009: 'api freq out of limit',
  45033: 'api concurrent out of limit',
  47001: 'data format error',
  48002: 'api forbidden',
  60011: 'no privilege to access/modify contact/party/agent',
  60020: 'not allow to access from your ip',
  60111: 'userid not found',
  60123: 'invalid party id',
  81017: 'member count exceeds limit, owner filter required',
  84061: 'not external contact',
  86001: 'invalid chatid',
  86003: 'chatid not exist',
  90501: 'chat is not external group chat',
  301042: 'get chatdata whiteip not match',
  301052: 'contract is over time.pls recharge',
  301053: 'corp is not open msgaudit',
  301059: 'only support inner room',
};

/** WeCom's errmsg: the words, then the tail that names the request, the caller's address and a help page. */
export function writeErrmsg(errcode: number, address: string, now: UnixMs, text?: string): string {
  const hint = `${Math.floor(now / 1000)}_${1 + (now % 97)}_${randomBytes(16).toString('hex')}`;
  const help = `https://open.work.weixin.qq.com/devtool/query?e=${errcode}`;
  return `${text ?? MESSAGES[errcode] ?? 'error'}, hint: [${hint}], from ip: ${address}, more info at ${help}`;
}
