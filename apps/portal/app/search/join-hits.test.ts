import { describe, expect, it } from 'vitest';
import { appendHits, rejoinHits, type HitList } from './join-hits.ts';

interface Hit {
  readonly messageId: string;
}

function list(ids: string, nextCursor: string | null = null): HitList<Hit> {
  return { items: [...ids].map((messageId) => ({ messageId })), nextCursor, lookedBackTo: null };
}

const idsOf = ({ items }: HitList<Hit>) => items.map(({ messageId }) => messageId).join('');

describe('older hits', () => {
  it('follow those that were there, and the next ones follow them', () => {
    const longer = appendHits(list('hgf', '1'), list('edc', '2'));
    expect(idsOf(longer)).toBe('hgfedc');
    expect(longer.nextCursor).toBe('2');
  });

  it('are not repeated when a page comes twice', () => {
    const once = appendHits(list('hgf', '1'), list('edc', '2'));
    expect(idsOf(appendHits(once, list('edc', '2')))).toBe('hgfedc');
  });
});

describe('coming back to what was read', () => {
  it('shows what has arrived since and everything that was read', () => {
    const back = rejoinHits(list('kji', 'x'), list('jihgfed', '2'));
    expect(idsOf(back)).toBe('kjihgfed');
    expect(back.nextCursor).toBe('2');
  });

  it('starts anew when so much has arrived that some would be skipped', () => {
    const back = rejoinHits(list('zyx', 'n'), list('jih', '2'));
    expect(idsOf(back)).toBe('zyx');
    expect(back.nextCursor).toBe('n');
  });

  it('leaves out of the newest what may no longer be seen', () => {
    expect(idsOf(rejoinHits(list('ig', 'x'), list('ihgfe', '2')))).toBe('igfe');
  });
});
