import { EVERY_MESSAGE } from '@highwater/domain';
import type { AccessCondition, MessageId, PersonKey, RoomId, TenantId } from '@highwater/domain';
import { describe, expect, it } from 'vitest';
import { compileFilter, isAmong, olderThan, quote } from './compile-filter.ts';

const tenant = 't1' as TenantId;
const ALL: AccessCondition = { kind: 'all' };
const people = (...keys: string[]): PersonKey[] => keys as PersonKey[];

describe('a filter', () => {
  it('always names the tenant first', () => {
    expect(compileFilter(tenant, EVERY_MESSAGE, ALL)).toBe('tenant:=`t1`');
  });

  it('holds everything that must hold, each in itself', () => {
    const filters = {
      ...EVERY_MESSAGE,
      roomId: 'wrA' as RoomId,
      kinds: ['text' as const],
      hasMedia: false,
      people: [people('lin', 'wmA'), people('zoe')],
      from: 5,
      until: 9,
    };
    expect(compileFilter(tenant, filters, ALL)).toBe(
      'tenant:=`t1` && room:=`wrz41` && kind:=[`text`] && media:=`no` && sent_at:>=5 && sent_at:<9' +
        ' && people:=[`lin`,`wmz41`] && people:=[`z7aoe`]',
    );
  });

  it('holds what is asked of conversation, direction, files and recalls, and only that', () => {
    const asked = (part: object): string => compileFilter(tenant, { ...EVERY_MESSAGE, ...part }, ALL);
    const conversationId = '00000000-0000-4000-8000-000000000001';
    expect(asked({ conversationId })).toContain(' && conversation:=');
    expect(asked({ directions: ['inbound'] })).toContain(' && direction:=[`inbound`]');
    expect(asked({ hasMedia: true })).toMatch(/ && media:=/);
    expect(asked({ hasMedia: true })).not.toBe(asked({ hasMedia: false }));
    const [recalled, kept] = [asked({ isRecalled: true }), asked({ isRecalled: false })];
    expect(recalled).not.toBe(kept);
    for (const filter of [recalled, kept]) expect(filter).toContain(' && ');
  });

  it('puts the alternatives of a grant in parentheses, those of one period together', () => {
    const access: AccessCondition = {
      kind: 'where',
      any: [{ people: people('a') }, { people: people('b'), from: 1, until: 2 }, { people: people('c') }],
    };
    expect(compileFilter(tenant, EVERY_MESSAGE, access)).toBe(
      'tenant:=`t1` && (people:=[`a`,`c`] || (people:=[`b`] && sent_at:>=1 && sent_at:<2))',
    );
  });

  it('holds each dimension of a clause, and lets a clause without any let everything through', () => {
    const access: AccessCondition = {
      kind: 'where',
      any: [
        { people: people('a'), with: people('c'), rooms: ['wrA' as RoomId], kinds: ['text'], directions: ['inbound'] },
        { people: people('b'), with: people('c'), rooms: ['wrA' as RoomId], kinds: ['text'], directions: ['inbound'] },
        { rooms: ['wrA' as RoomId], from: 3 },
        { with: people('d') },
        { people: [] },
        {},
      ],
    };
    expect(compileFilter(tenant, EVERY_MESSAGE, access)).toBe(
      'tenant:=`t1` && ((people:=[`a`,`b`] && people:=[`c`] && room:=[`wrz41`] && kind:=[`text`] && direction:=[`inbound`])' +
        ' || (room:=[`wrz41`] && sent_at:>=3) || (people:=[`d`]) || people:=[] || (sent_at:>=0 || sent_at:<0))',
    );
  });

  it('of a grant without clauses lets nothing through', () => {
    expect(compileFilter(tenant, EVERY_MESSAGE, { kind: 'where', any: [] })).toBe('tenant:=`t1` && people:=[]');
  });

  it('cannot be escaped from by an id', () => {
    const roomId = '` || tenant:=`t2' as RoomId;
    expect(compileFilter(tenant, { ...EVERY_MESSAGE, roomId }, ALL)).toMatch(/^tenant:=`t1` && room:=`[0-9a-z]+`$/);
    expect(() => quote('a`b')).toThrow('search.refused');
    expect(() => isAmong(['1] || tenant:=[t2' as MessageId])).toThrow(RangeError);
  });

  it('has a place in time that leaves nothing between two messages of one millisecond', () => {
    const messageId = '00000000-0000-1000-0000-00000000ffff' as MessageId;
    expect(olderThan({ sentAt: 7, messageId })).toBe(
      '(sent_at:<7 || (sent_at:=7 && (tie_a:<1 || (tie_a:=1 && tie_b:<0))))',
    );
  });

  it('is refused when it has more signs than the server takes', () => {
    const any = Array.from({ length: 40 }, (_, at) => ({ people: people('a'), from: at, until: at + 1 }));
    expect(() => compileFilter(tenant, EVERY_MESSAGE, { kind: 'where', any })).toThrow('search.refused');
  });
});
