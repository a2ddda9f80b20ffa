import { createSearchHasher } from '@highwater/crypto';
import { inTenant, replaceSearchTokens } from '@highwater/db';
import type { MessageId, PersonKey } from '@highwater/domain';
import { filterToken, textTokens } from '@highwater/search';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { storeCopy } from '../testing/stored-copies.ts';
import { openFolder, storeMedia } from '../testing/stored-files.ts';
import { startTalk, type Talk } from '../testing/talk.ts';

const CONTRACT = `${'第一条　双方约定。'.repeat(2000)}单价三百元，付款期三十天。${'附则。'.repeat(2000)}`;

let api: TestApi;
let company: Company;
let talk: Talk;
let stop: () => Promise<void>;
beforeAll(async () => {
  const folder = await openFolder();
  api = await startApi(inject('superuser'), { objects: folder.objects });
  stop = () => api.stop().finally(() => folder.remove());
  company = await makeCompany(api);
  talk = await startTalk(api, company);
});
afterAll(() => stop());

/** A message with a file whose text is known and found, as the worker leaves it. */
async function sendFile(fileName: string, text: string, from: string): Promise<MessageId> {
  const file = { md5sum: 'd', filename: fileName, fileext: 'pdf', filesize: 9, sdkfileid: 'Ct-secret' };
  const { mediaIds, messageId, sentAt } = await talk.say({ from, to: ['chenjie'], body: { msgtype: 'file', file } });
  const [mediaId] = mediaIds;
  if (mediaId === undefined) throw new Error('the message has no file');
  await storeMedia(api, company.tenantId, mediaId, Buffer.from(`%PDF ${fileName}`), 'application/pdf');
  await storeCopy(api, company.tenantId, mediaId, { text });
  const hash = createSearchHasher(await api.deps.tenantKeys.subkey(company.tenantId, 'search'));
  const people = [from, 'chenjie'].map((person) => filterToken.person(person as PersonKey));
  const tokens = [...textTokens([fileName, text]), ...people].map(hash);
  await inTenant(api.database.database, company.tenantId, (tx) =>
    replaceSearchTokens(tx, [{ messageId, sentAt, tokens }]),
  );
  return messageId;
}

interface Hits {
  readonly items: readonly {
    readonly messageId: string;
    readonly highlights: readonly { readonly text: string }[];
    readonly fileHighlights: readonly {
      readonly fileName: string;
      readonly text: string;
      readonly ranges: readonly { readonly start: number; readonly end: number }[];
    }[];
  }[];
}
const search = async (words: string, who = company.owner) =>
  (await who.ask<Hits>('GET', `/v1/messages/search?q=${encodeURIComponent(words)}`)).body.items;

it('finds a message by what stands in its file, and shows where', async () => {
  const messageId = await sendFile('采购合同.pdf', CONTRACT, 'linxiaoyu');
  const [hit, ...more] = await search('单价三百');
  expect(more).toEqual([]);
  expect(hit).toMatchObject({ messageId, highlights: [], fileHighlights: [{ fileName: '采购合同.pdf' }] });
  const [excerpt] = hit?.fileHighlights ?? [];
  expect(excerpt?.text.length).toBeLessThan(300);
  expect(excerpt?.ranges.map(({ start, end }) => excerpt.text.slice(start, end))).toEqual(['单价三百']);
});

it('takes words from the message and from its file together, and none that stand in neither', async () => {
  const messageId = await sendFile('报价单.pdf', '苹果每箱八十元', 'linxiaoyu');
  const [hit] = await search('报价单 八十元');
  expect(hit).toMatchObject({ messageId, highlights: [{ text: '报价单.pdf' }] });
  expect(await search('报价单 九十元')).toEqual([]);
  // Both pairs are among the tokens, the word is not in the text.
  expect(await search('八十元每箱')).toEqual([]);
});

it('is found by nobody who may not see the message', async () => {
  const messageId = await sendFile('工资.pdf', '年终奖金明细', 'boss');
  expect((await search('年终奖金')).map((hit) => hit.messageId)).toEqual([messageId]);
  expect(await search('年终奖金', company.viewer)).toEqual([]);
});
