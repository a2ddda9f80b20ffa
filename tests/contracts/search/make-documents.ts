import { DIRECTIONS } from '@highwater/domain';
import type {
  ConversationId,
  MessageId,
  MessageKind,
  PersonKey,
  RoomId,
  SearchDocument,
  TenantId,
  UnixMs,
} from '@highwater/domain';
import { createHash } from 'node:crypto';

/** Ids that differ in case only, and one that needs every sign of a userid. */
const person = (key: string): PersonKey => key as PersonKey;
const room = (id: string): RoomId => id as RoomId;
export const PEOPLE = [
  person('linxiaoyu'),
  person('zhang.wei_2-a@x'),
  person('zoe'),
  person('wmAbCd'),
  person('wmaBcD'),
  person('wbRobot'),
] as const;
export const ROOMS = [room('wrAbC'), room('wraBc')] as const;
export const KINDS = ['text', 'file', 'external_redpacket'] as const satisfies readonly MessageKind[];

/** 2025-03-01 15:59:59.999 UTC, a moment before midnight at +08:00. */
export const MIDNIGHT: UnixMs = Date.UTC(2025, 2, 1, 16) - 1;

const TEXTS = [
  '王总您好，合同已经发到您邮箱了，请查收',
  '付款合同我们这边已经审批，發票什么时候开？',
  '合同今天先这样',
  '明天再谈付款合同',
  '哈哈',
  '哈哈哈哈',
  '订单SO20245166已發貨，请查收',
  'he said "hi there" - use `pro-2000`',
  '👨‍👩‍👧‍👦到了👍🏽',
  '𠮷野家  ＡＢＣ１２３（全角）',
  '吉野家',
  'สวัสดีครับ مرحبا 안녕하세요 こんにちはカタカナ',
  '价格：￥3,500.00元！',
  '頭髮、乾燥、干部、後面',
  '',
];

/** Messages of a company: every text several times, in bursts of one millisecond, on three days. */
export function makeDocuments(tenantId: TenantId, count: number): SearchDocument[] {
  const conversations = [null, ...ROOMS].map((roomId, number) => ({
    roomId,
    conversationId: uuidOf(`${tenantId} conversation ${number}`) as ConversationId,
  }));
  return Array.from({ length: count }, (_, at): SearchDocument => {
    const kind = pick(KINDS, Math.floor(at / 2));
    const [sender, receiver] = [pick(PEOPLE, at), pick(PEOPLE, at * 3 + 1)];
    return {
      tenantId,
      messageId: messageIdOf(tenantId, at),
      // Forty at once, on either side of a midnight.
      sentAt: MIDNIGHT + Math.floor(at / 40) * 6 * 3_600_000 + (Math.floor(at / 40) % 2),
      kind,
      direction: pick(DIRECTIONS, Math.floor(at / 3)),
      ...pick(conversations, Math.floor(at / 7)),
      people: [...new Set([sender, receiver])],
      hasMedia: kind === 'file' && at % 5 > 0,
      isRecalled: at % 11 === 0,
      texts: at % 6 === 0 ? [pick(TEXTS, at), pick(TEXTS, at + 5)] : [pick(TEXTS, at)],
    };
  });
}

function pick<Item>(items: readonly Item[], at: number): Item {
  const item = items[at % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** Some begin alike, so that only what is far behind decides between them. */
function messageIdOf(tenantId: TenantId, at: number): MessageId {
  const id = uuidOf(`${tenantId} message ${at}`);
  const group = uuidOf(`${tenantId} group ${Math.floor(at / 5)}`);
  return (at % 10 < 5 ? `${group.slice(0, 18)}${id.slice(18)}` : id) as MessageId;
}

function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
