import type {
  CustomerEntry,
  DirectoryChange,
  EmployeeEntry,
  FollowEntry,
  RoomEntry,
  TagGroupEntry,
} from '../directory/entries.ts';
import { createCompany, findCarers, type Company, type Person, type Room } from './people.ts';
import { createRandom } from './random.ts';

const DAY_MS = 86_400_000;
/** 2 March 2026: when the company's relations and rooms began. */
const BEGAN_AT = Date.UTC(2026, 2, 2, 1);

const DEPARTMENTS: readonly (readonly [id: number, parentId: number, name: string, nameEn: string])[] = [
  [1, 0, '禾望果品', 'Hewang Fruit'],
  [2, 1, '销售部', 'Sales'],
  [3, 2, '海外销售组', 'Overseas sales'],
  [4, 2, '门店服务组', 'Shop service'],
  [5, 1, '采购仓储部', 'Purchasing and warehouse'],
  [6, 5, '配送组', 'Delivery'],
];

interface Post {
  readonly position: string;
  readonly departments: readonly number[];
  readonly leads?: readonly number[];
  readonly leader?: string;
}

const POSTS: Readonly<Record<string, Post>> = {
  LinXiaoyu: { position: '客户经理', departments: [4, 2], leads: [4], leader: 'chen.min' },
  ZhaoKai: { position: '客户经理', departments: [2], leader: 'chen.min' },
  'chen.min': { position: '销售经理', departments: [2], leads: [2] },
  'Mia.Olsen': { position: '海外销售', departments: [3], leads: [3], leader: 'chen.min' },
  HeJun: { position: '配送组长', departments: [6], leads: [6] },
  SunYue: { position: '店务专员', departments: [4], leader: 'LinXiaoyu' },
  FengLan: { position: '仓库主管', departments: [5], leads: [5] },
  GaoLei: { position: '采购专员', departments: [5], leader: 'FengLan' },
};

/** Outside of the visible range of the self-built apps: their names stay unknown. */
const OUT_OF_RANGE = new Set(['HeJun']);
/** Without a seat of the archive. */
const WITHOUT_PERMIT = new Set(['HeJun', 'FengLan', 'GaoLei']);
const WITH_CALL_AUDIO = new Set(['chen.min', 'Mia.Olsen']);
/** Removed by the administrator: known no more. */
const REMOVED = new Set(['TangWei']);
const DISABLED = new Set(['GaoLei']);

/** By name: shop or firm, and what staff call them. Two entries named 周婷 are one person with two accounts. */
const CUSTOMER_NOTES: Readonly<Record<string, { readonly remark: string; readonly corp?: string }>> = {
  王丽: { remark: '王丽 春熙店' },
  刘建国: { remark: '刘老板-批发市场12号' },
  周婷: { remark: '周店长 锦江社区店', corp: '锦江社区生鲜' },
  吴志强: { remark: '吴总 蓉城超市采购', corp: '蓉城连锁超市' },
  郑晓燕: { remark: '' },
  'Peter Hale': { remark: 'Peter (Hale & Sons)' },
  'Anna de Wit': { remark: 'Anna, Rotterdam', corp: 'De Wit Import' },
  'Samuel Reyes': { remark: '' },
};

const TAG_GROUPS: readonly (readonly [name: string, tags: readonly string[]])[] = [
  ['客户等级', ['重点客户', '普通客户', '潜在客户']],
  ['渠道', ['门店', '批发', '商超', '海外']],
];

const tagId = (group: number, tag: number): string => `etHewang${String(group * 100 + tag).padStart(24, '0')}`;

/** What WeCom knows of the company of a corp before anything changes: the same each time. */
export function createBaseDirectory(corpId: string): readonly DirectoryChange[] {
  const company = createCompany(createRandom(`company|${corpId}`));
  const random = createRandom(`directory|${corpId}`);
  const unionids = new Map<string, string>();
  const changes: DirectoryChange[] = DEPARTMENTS.map(([id, parentId, name, nameEn], order) => ({
    put: 'department',
    entry: { id, name, nameEn, parentId, order, isVisible: id !== 6 },
  }));
  for (const person of [...company.employees, ...company.former]) {
    if (!REMOVED.has(person.id)) changes.push({ put: 'employee', entry: describeEmployee(person) });
  }
  for (const person of company.customers) {
    const unionid =
      unionids.get(person.name) ?? `o${random.text(27, 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz_')}`;
    unionids.set(person.name, unionid);
    changes.push({ put: 'customer', entry: describeCustomer(person, unionid) });
    for (const carer of findCarers(company, person)) {
      changes.push({ put: 'follow', entry: describeFollow(company, carer, person) });
    }
  }
  for (const room of company.rooms) changes.push({ put: 'room', entry: describeRoom(company, room) });
  const { id, name } = company.robot;
  changes.push({ put: 'robot', entry: { id, name, creator: 'chen.min' } });
  for (const entry of listTagGroups()) changes.push({ put: 'tag_group', entry });
  const userids = ['LinXiaoyu', 'ZhaoKai', 'SunYue'];
  changes.push({ put: 'staff_tag', entry: { id: 1, name: '一线销售', userids, departments: [3] } });
  return changes;
}

function describeEmployee({ id, name, called }: Person): EmployeeEntry {
  const post = POSTS[id];
  return {
    userid: id,
    name,
    alias: called === name ? '' : called,
    position: post?.position ?? '',
    departments: post?.departments ?? [1],
    leads: post?.leads ?? [],
    directLeaders: post?.leader === undefined ? [] : [post.leader],
    telephone: '',
    status: DISABLED.has(id) ? 2 : 1,
    isVisible: !OUT_OF_RANGE.has(id),
    permits: WITHOUT_PERMIT.has(id) ? [] : WITH_CALL_AUDIO.has(id) ? [2, 3] : [2],
  };
}

function describeCustomer({ id, name }: Person, unionid: string): CustomerEntry {
  const corpName = id.startsWith('wo') ? (CUSTOMER_NOTES[name]?.corp ?? '') : '';
  const corpFullName = corpName === '' ? '' : `${corpName}有限公司`;
  return { id, name, position: corpName === '' ? '' : '采购', corpName, corpFullName, gender: 0, unionid };
}

function describeFollow(company: Company, carer: Person, customer: Person): FollowEntry {
  const at = company.customers.indexOf(customer);
  const isFirst = findCarers(company, customer)[0] === carer;
  const notes = CUSTOMER_NOTES[customer.name];
  const addedAt = BEGAN_AT + (at * 3 + (isFirst ? 0 : 1)) * DAY_MS;
  const channel = customer.language === 'en' ? 3 : at % 3;
  return {
    userid: carer.id,
    externalId: customer.id,
    remark: isFirst ? (notes?.remark ?? '') : '',
    description: isFirst && at === 0 ? '每周二、五要货，先打电话。' : '',
    addedAt,
    tagIds: isFirst ? [tagId(1, 1 + (at % 2)), tagId(2, 1 + channel)] : [],
    remarkCorpName: isFirst && customer.id.startsWith('wm') ? (notes?.corp ?? '') : '',
    remarkMobiles: [],
    addWay: at % 2 === 0 ? 1 : 3,
    state: '',
    consent: customer.name === '郑晓燕' && !isFirst ? 'Disagree' : 'Agree',
    consentAt: addedAt + 60_000,
  };
}

function describeRoom(company: Company, room: Room): RoomEntry {
  const at = company.rooms.indexOf(room);
  const madeAt = BEGAN_AT + at * DAY_MS;
  const hasCustomers = room.members.some((person) => person.kind === 'customer');
  const owner = room.members.find((person) => person.kind === 'employee')?.id ?? '';
  const isSecondOfPlace = company.rooms.findIndex((other) => other.place === room.place) !== at;
  return {
    id: room.id,
    kind: !hasCustomers ? 'internal' : isSecondOfPlace ? 'wechat' : 'customer',
    name: room.name,
    owner,
    notice: at === 0 ? '下单请写清品名、箱数、到货时间。' : '',
    madeAt,
    status: 0,
    members: room.members
      .filter((person) => person.kind !== 'robot')
      .map((person, index) => ({
        id: person.id,
        joinedAt: madeAt + index * 3_600_000,
        joinScene: person.id === owner ? 1 : 2,
        invitor: person.id === owner ? null : owner,
        nickname: '',
        consent: person.name === '刘建国' ? 'Disagree' : 'Agree',
        consentAt: madeAt + index * 3_600_000 + 60_000,
      })),
    admins: [],
  };
}

function listTagGroups(): TagGroupEntry[] {
  return TAG_GROUPS.map(([name, tags], group) => ({
    id: tagId(group + 1, 0),
    name,
    madeAt: BEGAN_AT,
    isDeleted: false,
    tags: tags.map((tag, index) => ({ id: tagId(group + 1, index + 1), name: tag, isDeleted: false })),
  }));
}
