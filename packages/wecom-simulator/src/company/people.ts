import type { Random } from './random.ts';
import type { PlaceName, SceneLanguage } from './read-scenes.ts';

export interface Person {
  /** As WeCom writes it: a userid, or `wm…`, `wo…`, `wb…`. */
  readonly id: string;
  readonly kind: 'employee' | 'customer' | 'robot';
  readonly language: SceneLanguage;
  readonly name: string;
  /** What others call this person in a chat. */
  readonly called: string;
}

export interface Room {
  readonly id: string;
  readonly place: PlaceName;
  readonly name: string;
  readonly members: readonly Person[];
}

export interface Company {
  readonly employees: readonly Person[];
  /** Who was there once: they speak in the first part of a history only. */
  readonly former: readonly Person[];
  readonly customers: readonly Person[];
  readonly robot: Person;
  readonly rooms: readonly Room[];
}

const EMPLOYEES: readonly Omit<Person, 'kind'>[] = [
  { id: 'LinXiaoyu', name: '林小雨', called: '小雨', language: 'zh' },
  { id: 'ZhaoKai', name: '赵凯', called: '赵凯', language: 'zh' },
  { id: 'chen.min', name: '陈敏', called: '陈经理', language: 'zh' },
  { id: 'Mia.Olsen', name: 'Mia Olsen', called: 'Mia', language: 'en' },
  { id: 'HeJun', name: '何军', called: '何哥', language: 'zh' },
  { id: 'SunYue', name: '孙悦', called: '孙悦', language: 'zh' },
  { id: 'FengLan', name: '冯兰', called: '冯姐', language: 'zh' },
];

const FORMER: readonly Omit<Person, 'kind'>[] = [
  { id: 'TangWei', name: '唐伟', called: '唐伟', language: 'zh' },
  { id: 'GaoLei', name: '高磊', called: '高磊', language: 'zh' },
];

const CUSTOMERS: readonly (Omit<Person, 'id' | 'kind'> & { readonly prefix: 'wm' | 'wo' })[] = [
  { name: '王丽', called: '王姐', language: 'zh', prefix: 'wm' },
  { name: '刘建国', called: '刘老板', language: 'zh', prefix: 'wm' },
  { name: '周婷', called: '周店长', language: 'zh', prefix: 'wm' },
  { name: '吴志强', called: '吴总', language: 'zh', prefix: 'wo' },
  { name: '郑晓燕', called: '郑姐', language: 'zh', prefix: 'wm' },
  { name: 'Peter Hale', called: 'Peter', language: 'en', prefix: 'wm' },
  { name: 'Anna de Wit', called: 'Anna', language: 'en', prefix: 'wo' },
  { name: 'Samuel Reyes', called: 'Samuel', language: 'en', prefix: 'wm' },
  { name: '周婷', called: '周店长', language: 'zh', prefix: 'wo' },
];

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The same people in every corp; ids of outsiders and rooms are the corp's own, as in WeCom. */
export function createCompany(random: Random): Company {
  const outsideId = (prefix: string): string => `${prefix}${random.text(30, LETTERS)}`;
  const employees = EMPLOYEES.map((person): Person => ({ ...person, kind: 'employee' }));
  const customers = CUSTOMERS.map(({ prefix, ...person }): Person => ({
    ...person,
    id: outsideId(prefix),
    kind: 'customer',
  }));
  const former = FORMER.map((person): Person => ({ ...person, kind: 'employee' }));
  const robot: Person = { id: outsideId('wb'), kind: 'robot', language: 'zh', name: '禾望助手', called: '助手' };
  const staff = (...ids: string[]): Person[] => employees.filter((person) => ids.includes(person.id));
  const speaking = (language: SceneLanguage): Person[] => customers.filter((person) => person.language === language);
  const room = (place: PlaceName, name: string, members: readonly Person[]): Room => ({
    id: outsideId('wr'),
    place,
    name,
    members,
  });
  return {
    employees,
    former,
    customers,
    robot,
    rooms: [
      room('shops', '禾望门店群', [...staff('LinXiaoyu', 'ZhaoKai', 'SunYue'), ...speaking('zh')]),
      room('overseas', 'Hewang overseas buyers', [...staff('Mia.Olsen', 'chen.min'), ...speaking('en')]),
      room('sales', '销售部', [...staff('LinXiaoyu', 'ZhaoKai', 'chen.min', 'Mia.Olsen'), robot]),
      room('everyone', '禾望全员群', [...employees, robot]),
      room('shops', '老街坊水果群', [...staff('ZhaoKai', 'SunYue'), ...speaking('zh').slice(0, 3)]),
    ],
  };
}

/** The company while those who are gone were still there: in the internal rooms and among the staff. */
export function withFormer(company: Company): Company {
  const rooms = company.rooms.map((room) =>
    room.members.some((person) => person.kind === 'customer')
      ? room
      : { ...room, members: [...room.members, ...company.former] },
  );
  return { ...company, employees: [...company.employees, ...company.former], rooms };
}

/** The employees who look after a customer: two of those who speak the language, always the same two. */
export function findCarers(company: Company, customer: Person): Person[] {
  const at = company.customers.indexOf(customer);
  if (customer.language === 'en')
    return company.employees.filter((person) => ['Mia.Olsen', 'chen.min'].includes(person.id));
  const sellers = company.employees.filter((person) => ['LinXiaoyu', 'ZhaoKai', 'SunYue'].includes(person.id));
  return sellers.filter((_, index) => index !== at % sellers.length);
}
