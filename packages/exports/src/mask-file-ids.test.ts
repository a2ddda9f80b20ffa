import { describe, expect, it } from 'vitest';
import { FILE_ID_MARKER, maskFileIds } from './mask-file-ids.ts';

const ID = 'CiA0YjI4ZTRiNzc3ZTUz/Zjk3MTI4OTU0OTg2YmNlYTkxYRI4Tk+RkZk=';

describe('maskFileIds', () => {
  it('changes nothing but the id', () => {
    const plaintext = `{ "n":12345678901234567890, "e":"\\u4e2d\\/", "image":{"sdkfileid" : "${ID}"} , "z":1e3}`;
    expect(maskFileIds(plaintext, [])).toBe(plaintext.replace(ID, FILE_ID_MARKER));
  });

  it('reaches ids in JSON inside strings, at any depth', () => {
    let nested = JSON.stringify({ sdkfileid: ID });
    for (let depth = 0; depth < 6; depth += 1) nested = JSON.stringify({ content: nested });
    expect(maskFileIds(nested, [])).toBe(nested.replace(ID, FILE_ID_MARKER));
  });

  it.each([
    ['an escaped key', `{"sdkf\\u0069leid":"${ID}"}`],
    ['an escaped value', `{"sdkfileid":"\\u0043${ID.slice(1)}"}`],
    ['slashes with backslashes', `{"sdkfileid":"${ID.replaceAll('/', '\\/')}"}`],
    ['another letter case', `{"SdkFileId":"${ID}"}`],
    ['a list', `{"sdkfileid":["${ID}"]}`],
    ['a text that is cut off', `{"image":{"sdkfileid":"${ID.slice(0, 30)}`],
    ['no JSON at all', `sdkfileid=${ID}&x=1`],
  ])('masks %s', (_name, plaintext) => {
    expect(maskFileIds(plaintext, [])).not.toContain(ID.slice(1, 19));
  });

  it('masks an id that only the parser knew', () => {
    expect(maskFileIds(`{"media_key":"${ID}"}`, [ID])).toBe(`{"media_key":"${FILE_ID_MARKER}"}`);
  });

  it('masks a short id only where its key stands', () => {
    expect(maskFileIds('{"sdkfileid":"a","text":"banana"}', ['a'])).toBe(
      `{"sdkfileid":"${FILE_ID_MARKER}","text":"banana"}`,
    );
  });

  it('leaves talk about file ids alone', () => {
    const plaintext = '{"text":{"content":"sdkfileid 是什么"},"image":{"sdkfileid":""}}';
    expect(maskFileIds(plaintext, [''])).toBe(plaintext);
  });
});
