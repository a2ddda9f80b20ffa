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
  41001: 'access_token missing',
  42001: 'access_token expired',
  45009: 'api freq out of limit',
  45033: 'api concurrent out of limit',
  48002: 'api forbidden',
  301042: 'get chatdata whiteip not match',
  301052: 'contract is over time.pls recharge',
  301053: 'corp is not open msgaudit',
};

/** WeCom's errmsg: the words, then the tail that names the request, the caller's address and a help page. */
export function writeErrmsg(errcode: number, address: string, now: UnixMs): string {
  const hint = `${Math.floor(now / 1000)}_${1 + (now % 97)}_${randomBytes(16).toString('hex')}`;
  const help = `https://open.work.weixin.qq.com/devtool/query?e=${errcode}`;
  return `${MESSAGES[errcode] ?? 'error'}, hint: [${hint}], from ip: ${address}, more info at ${help}`;
}
