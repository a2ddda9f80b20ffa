import type { CastScene } from './cast-scene.ts';
import type { Random } from './random.ts';
import type { SceneLanguage } from './read-scenes.ts';

const WORDS = {
  zh: {
    fruit: [
      '砂糖橘',
      '沃柑',
      '红富士',
      '香梨',
      '贵妃芒',
      '巨峰葡萄',
      '蜜柚',
      '水蜜桃',
      '麒麟瓜',
      '车厘子',
      '猕猴桃',
      '脐橙',
    ],
    day: ['周一', '周二', '周三', '周四', '周五', '周六', '明天', '后天'],
    city: ['郑州', '洛阳', '开封', '许昌', '新乡', '南阳', '商丘', '徐州'],
  },
  en: {
    fruit: ['mandarins', 'orah', 'Fuji apples', 'Korla pears', 'Kyoho grapes', 'pomelos', 'navel oranges', 'kiwifruit'],
    day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    city: ['Qingdao', 'Ningbo', 'Xiamen', 'Shenzhen', 'Tianjin'],
  },
} as const;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'];

/** Values for the `{names}` in a scene's texts: drawn once, so that a scene agrees with itself. */
export function drawValues(language: SceneLanguage, cast: CastScene, random: Random): ReadonlyMap<string, string> {
  const words = WORDS[language];
  const [fruit = '', fruit2 = ''] = random.sample<string>(words.fruit, 2);
  const month = random.integer(0, MONTHS.length - 1);
  const values = new Map<string, string>([
    ['fruit', fruit],
    ['fruit2', fruit2],
    ['day', random.pick<string>(words.day)],
    ['city', random.pick<string>(words.city)],
    ['boxes', String(random.integer(4, 30) * 10)],
    ['low', String(random.integer(6, 35))],
    ['price', String(random.integer(48, 168))],
    ['pct', String(random.integer(3, 12))],
    [
      'hour',
      language === 'zh' ? String(random.integer(8, 17)) : `${random.integer(9, 17)}:${random.pick(['00', '30'])}`,
    ],
    ['order', `HW${random.integer(260_000, 269_999)}`],
    ['month', language === 'zh' ? String(month + 1) : (MONTHS[month] ?? '')],
  ]);
  for (const [role, person] of cast.roles) values.set(role, person.called);
  return values;
}

/** The text with its `{names}` filled in; a name without a value is a fault of the scene. */
export function fillText(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new SyntaxError(`no value for {${name}}`);
    return value;
  });
}
