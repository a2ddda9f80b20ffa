/**
 * Signs for parts of characters, and the characters that look the same. Those without a decomposition in Unicode:
 * fonts of browsers and word processors share one shape between the two, and a PDF then names the part.
 */
const PAIRS =
  '⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟';
const RADICALS = new Map([...PAIRS.matchAll(/(.)(.)/g)].map(([, part = '', whole = '']) => [part, whole]));

/** Text as people would type it who search for it. */
export function foldRadicals(text: string): string {
  return text.replaceAll(/[\u2e80-\u2fdf]/g, (part) => RADICALS.get(part) ?? part.normalize('NFKC'));
}
