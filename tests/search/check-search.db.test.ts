import { createTestDatabase, HAND_MADE_PAIRS } from '@highwater/testkit';
import { expect, inject, test } from 'vitest';
import { checkSearch } from './check-search.ts';
import { createPostgresEngine } from './search-engine.ts';

/** What people at a fruit shop write. */
const SAYINGS = [
  '您好，请问芒果礼盒还有货吗？',
  '有的，Apple 和 MANGO 两种，每箱 88.5 元',
  '收到，謝謝您的蘋果🍎🍎',
  '发票抬头：青橙测试贸易有限公司，税号 91310000MA1FL8XX0X',
  '明天 9:30 在上海东边的仓库交货',
  '哈哈哈哈哈，太好了😂😂😂',
  'OK，ｉＰｈｏｎｅ　１６ 也要一台',
  '地址：浦东新区世纪大道100号 3F',
  '報價單已發，請查收',
  '運單號 SF1234567890，预计后天到',
  '老板说干货不能便宜，饼干可以',
  '👨‍👩‍👧 一家都爱吃，café 见',
];
const TEXTS = Array.from({ length: 240 }, (_, at) => {
  const [first = '', second = ''] = [SAYINGS[at % SAYINGS.length], SAYINGS[(at * 7 + 3) % SAYINGS.length]];
  return `${first}${at % 2 === 0 ? '，' : ' '}${second.slice(0, (at % 11) + 1)}${at}`.toWellFormed();
});

test('the index of the database finds exactly what a plain look through all texts finds', async () => {
  expect(HAND_MADE_PAIRS.length).toBeGreaterThanOrEqual(60);
  const own = await createTestDatabase(inject('superuser'));
  try {
    const findings = await checkSearch(own.database, { texts: TEXTS, questions: 200, seed: 5 });
    expect(findings).toMatchObject({ recall: 1, precision: 1, differences: [], holds: true });
    expect(findings.expected).toBeGreaterThan(1000);
  } finally {
    await own.drop();
  }
});

test('an index that keeps something back is noticed', async () => {
  const own = await createTestDatabase(inject('superuser'));
  try {
    const findings = await checkSearch(own.database, {
      texts: TEXTS,
      questions: 20,
      seed: 5,
      engine: async (tenantId) => {
        const engine = createPostgresEngine(own.database, tenantId, Buffer.alloc(32));
        return { ...engine, add: (documents) => engine.add(documents.slice(60)) };
      },
    });
    expect(findings.holds).toBe(false);
    expect(findings.recall).toBeLessThan(1);
    expect(findings.precision).toBe(1);
  } finally {
    await own.drop();
  }
});
