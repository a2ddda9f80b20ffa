import type { WordsLike } from '../../words.ts';
import type { connect as first } from '../zh-CN/connect.ts';

export const connect = {
  title: 'Connect WeCom',
  corpId: 'Corp ID',
  archiveSecret: 'Archive secret',
  trustedIps: 'Trusted IPs',
  publicKey: 'Message public key',
} as const satisfies WordsLike<typeof first>;
