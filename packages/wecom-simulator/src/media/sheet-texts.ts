/** Contents of the company's small files, by variant. */
const GOODS = [
  ['砂糖橘', 'Sugar tangerine'],
  ['沃柑', 'Orah mandarin'],
  ['红富士', 'Fuji apple'],
  ['库尔勒香梨', 'Korla pear'],
  ['贵妃芒', 'Guifei mango'],
  ['巨峰葡萄', 'Kyoho grape'],
  ['蜜柚', 'Honey pomelo'],
] as const;

const priceOf = (variant: number, row: number): number => 46 + ((variant * 31 + row * 17) % 120);

export function writePriceRows(variant: number): (string | number)[][] {
  return [
    ['品名', 'Name', '每箱公斤', '单价(元)'],
    ...GOODS.map(([zh, en], row) => [zh, en, 5 + ((variant + row) % 4) * 2.5, priceOf(variant, row)]),
  ];
}

/** With a byte order mark, as Excel wants it. */
export function writeCsvSheet(variant: number): string {
  const rows = GOODS.map(([zh], row) => `HW${1000 + variant * 7 + row},${zh},${20 + ((variant + row * 13) % 80)}`);
  return `\ufeff批次,品名,库存箱数\r\n${rows.join('\r\n')}\r\n`;
}

export function writePlainNote(variant: number): string {
  return [
    `收货须知 第 ${1 + variant} 版`,
    '1. 到货后先看冷藏车温度记录,再开门。',
    '2. 每十箱抽一箱过秤,短少当场拍照。',
    '3. 坏果超过百分之三,两小时内告诉我们。',
    `Night desk: extension ${600 + variant}`,
    '',
  ].join('\n');
}

export function writeQuoteLines(variant: number): string[] {
  return [
    'HEWANG FRUIT TRADING',
    `Quotation HW-Q-${2600 + variant}`,
    '',
    ...GOODS.map(([, en], row) => `${en}: ${priceOf(variant, row)}.00 CNY per box`),
    '',
    'Prices hold for five days. Delivery within the city is included.',
  ];
}
