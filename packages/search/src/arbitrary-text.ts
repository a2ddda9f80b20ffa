import fc from 'fast-check';

const CHARACTERS = [...'你好上海东边臺灣們乾後髮發麵薴龍𠌥𠮷aAbBzZ09ßẞİıſΣσςÄé'];
const EXPANDING = ['ﬁ', '㎏', '℃', '㏂', '½', 'Ａ', '９', '（', '，', '。', 'ｶ', 'ﾞ', '\u3099', '\u00a8', '\ufdfa'];
const COMPOSING = ['e\u0301', 'J\u030c', '\u0307', '\u0328', '\u0301', 'ㅎ', 'ㅏ', '\u1112', '\u1161', '\u11ab', '한'];
const EMOJI = ['😀', '👨\u200d👩\u200d👧', '🇨🇳', '\ufe0f', '\u200d', '\ud83d', '\ude00', '\u{16d67}', '\uffc2'];
const SPACES = [' ', '  ', '\t', '\n', '\u3000', '\u00a0', '\u0085', '\u2028', '\ufeff'];
const MARKS = ['\u200b', '\u202e', '\u2060'];
const SAMPLES = [...CHARACTERS, ...EXPANDING, ...COMPOSING, ...EMOJI, ...SPACES, ...MARKS];

/** Texts made of what is hard: Chinese of both scripts, forms that compose or expand, emoji, lone surrogates, spaces. Tests only. */
export const arbitraryText = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...SAMPLES), { maxLength: 12 }).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
);
