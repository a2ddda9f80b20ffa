import { describe, expect, it } from 'vitest';
import { readEnvelopeVectors, vectorBatch } from './envelope-vectors.ts';
import { createOpeningPool } from './opening-pool.ts';

const fixture = readEnvelopeVectors();
const batch = vectorBatch(fixture);
const plaintexts = fixture.vectors.map((vector) => vector.plaintext);

describe.each([0, 1, 2])('the opening pool with %i threads', (threads) => {
  it('opens a batch in order, several turns long', async () => {
    const pool = createOpeningPool({ threads });
    const items = Array.from({ length: 10 }, () => batch.items).flat();
    const opened = await pool.open({ keys: batch.keys, items });
    await pool.close();
    expect(opened.map((item) => (item.opened ? Buffer.from(item.plaintext).toString() : item.fault))).toEqual(
      Array.from({ length: 10 }, () => plaintexts).flat(),
    );
  });

  it('says per item what went wrong and opens the others', async () => {
    const pool = createOpeningPool({ threads });
    const [first, second, third] = batch.items;
    const [firstKey, secondKey] = batch.keys;
    if (!first || !second || !third || !firstKey || !secondKey) throw new Error('the fixture is too small');
    const opened = await pool.open({
      keys: [firstKey, { version: 7, privateKeyPem: 'not a key' }, { ...secondKey, version: 8 }],
      items: [
        first,
        second,
        { ...first, publickeyVer: 7 },
        { ...first, publickeyVer: 8 },
        { ...first, encryptChatMsg: first.encryptChatMsg.slice(0, 100) },
        { ...first, encryptChatMsg: 'short' },
        { ...first, encryptChatMsg: third.encryptChatMsg },
        third,
      ],
    });
    await pool.close();
    expect(opened.map((item) => (item.opened ? 'opened' : item.fault))).toEqual([
      'opened',
      'key.missing',
      'key.wrong',
      'key.wrong',
      'envelope.unreadable',
      'envelope.unreadable',
      'envelope.unreadable',
      'opened',
    ]);
  });

  it('tries several keys of one version', async () => {
    const pool = createOpeningPool({ threads });
    const [firstKey, secondKey] = batch.keys;
    if (!firstKey || !secondKey) throw new Error('the fixture is too small');
    const keys = [{ ...secondKey, version: 1 }, firstKey];
    const opened = await pool.open({ keys, items: batch.items.slice(0, 1) });
    await pool.close();
    expect(opened.map((item) => item.opened)).toEqual([true]);
  });

  it('opens nothing of an empty batch and refuses after closing', async () => {
    const pool = createOpeningPool({ threads });
    expect(await pool.open({ keys: [], items: [] })).toEqual([]);
    await pool.close();
    await expect(pool.open(batch)).rejects.toThrow('closed');
  });
});

it('opens nothing with a key that a batch did not bring, although the thread still holds it', async () => {
  const pool = createOpeningPool({ threads: 1 });
  const items = batch.items.slice(0, 1);
  const [withKeys, without, again] = [
    await pool.open({ keys: batch.keys, items }),
    await pool.open({ keys: [], items }),
    await pool.open({ keys: batch.keys, items }),
  ];
  await pool.close();
  expect([withKeys, without, again].map(([item]) => (item?.opened === true ? 'opened' : item?.fault))).toEqual([
    'opened',
    'key.missing',
    'opened',
  ]);
});

it('rejects what is under way when the pool closes', async () => {
  const pool = createOpeningPool({ threads: 1 });
  const [opening] = await Promise.allSettled([pool.open(batch), pool.close()]);
  expect(opening).toMatchObject({ status: 'rejected', reason: { message: 'the opening pool is closed' } });
});

it('serves several batches at once', async () => {
  const pool = createOpeningPool({ threads: 2 });
  const results = await Promise.all([pool.open(batch), pool.open(batch), pool.open(batch)]);
  await pool.close();
  for (const opened of results) {
    expect(opened.map((item) => (item.opened ? Buffer.from(item.plaintext).toString() : item.fault))).toEqual(
      plaintexts,
    );
  }
});
