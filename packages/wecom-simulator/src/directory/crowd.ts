import type { CrowdRule, CustomerEntry, DepartmentEntry, EmployeeEntry, FollowEntry, RoomEntry } from './entries.ts';

/** 2 March 2026: when everybody and everything of a crowd began. */
const BEGAN_AT = Date.UTC(2026, 2, 2, 1);
const DEPARTMENTS = 50;
const FIRST_DEPARTMENT = 1000;
const STAFF_OF_ROOM = 3;
const CUSTOMERS_OF_ROOM = 5;

const write = (prefix: string, index: number, digits: number): string =>
  `${prefix}${String(index).padStart(digits, '0')}`;
export const crowdUserid = (index: number): string => write('crowd-', index, 6);
/** Every tenth is a WeCom user. */
export const crowdExternalId = (index: number): string => write(index % 10 === 9 ? 'woCrowd' : 'wmCrowd', index, 25);
/** Every second is internal. */
export const crowdRoomId = (index: number): string => write('wrCrowd', index, 25);

function readIndex(id: string, pattern: RegExp, count: number): number | undefined {
  const digits = pattern.exec(id)?.[1];
  return digits !== undefined && Number(digits) < count ? Number(digits) : undefined;
}

/** People and rooms that follow from their number alone: a directory of any size that costs nothing to keep. */
export class Crowd {
  readonly #rule: CrowdRule;

  constructor(rule: CrowdRule) {
    this.#rule = rule;
  }

  findEmployee(userid: string): EmployeeEntry | undefined {
    const index = readIndex(userid.toLowerCase(), /^crowd-(\d{6,})$/, this.#rule.employees);
    return index === undefined ? undefined : this.#employee(index);
  }
  findCustomer(id: string): CustomerEntry | undefined {
    const index = readIndex(id, /^w[mo]Crowd(\d{25})$/, this.#rule.customers);
    return index === undefined || crowdExternalId(index) !== id ? undefined : this.#customer(index);
  }
  findRoom(id: string): RoomEntry | undefined {
    const index = readIndex(id, /^wrCrowd(\d{25})$/, this.#rule.rooms);
    return index === undefined ? undefined : this.#room(index);
  }
  findFollow(userid: string, externalId: string): FollowEntry | undefined {
    return this.followersOf(externalId).find((follow) => follow.userid === userid);
  }

  *employees(): Generator<EmployeeEntry> {
    for (let index = 0; index < this.#rule.employees; index += 1) yield this.#employee(index);
  }
  *rooms(): Generator<RoomEntry> {
    for (let index = 0; index < this.#rule.rooms; index += 1) yield this.#room(index);
  }
  *departments(): Generator<DepartmentEntry> {
    for (let index = 0; this.#rule.employees > 0 && index < DEPARTMENTS; index += 1) {
      const names = { name: `第 ${index + 1} 部`, nameEn: `Division ${index + 1}` };
      yield { id: FIRST_DEPARTMENT + index, ...names, parentId: 1, order: index + 1, isVisible: true };
    }
  }

  followersOf(externalId: string): FollowEntry[] {
    const index = readIndex(externalId, /^w[mo]Crowd(\d{25})$/, this.#rule.customers);
    if (index === undefined || this.#rule.employees === 0) return [];
    return this.#followers(index).map((employee) => this.#follow(employee, index));
  }
  *followsOf(userid: string): Generator<FollowEntry> {
    const { employees, customers } = this.#rule;
    const index = readIndex(userid.toLowerCase(), /^crowd-(\d{6,})$/, employees);
    if (index === undefined) return;
    for (let customer = index; customer < customers; customer += employees) yield this.#follow(index, customer);
    if (employees < 2) return;
    const second = (index + employees - 1) % employees;
    for (let customer = second; customer < customers; customer += employees) {
      if (customer % 10 === 0) yield this.#follow(index, customer);
    }
  }

  /** One employee each; every tenth customer has a second one. */
  #followers(customer: number): number[] {
    const { employees } = this.#rule;
    const first = customer % employees;
    return customer % 10 === 0 && employees > 1 ? [first, (first + 1) % employees] : [first];
  }

  #employee(index: number): EmployeeEntry {
    return {
      userid: crowdUserid(index),
      name: `员工${index + 1}`,
      alias: `Staff ${index + 1}`,
      position: index % 7 === 0 ? '主管' : '专员',
      departments: [FIRST_DEPARTMENT + (index % DEPARTMENTS)],
      leads: [],
      directLeaders: [],
      telephone: '',
      status: 1,
      isVisible: true,
      permits: [2],
    };
  }
  #customer(index: number): CustomerEntry {
    const id = crowdExternalId(index);
    const isWecom = id.startsWith('wo');
    const corpName = isWecom ? `第${index + 1}商行` : '';
    const rest = { position: isWecom ? '采购' : '', corpName, corpFullName: isWecom ? `${corpName}有限公司` : '' };
    return { id, name: `客户${index + 1}`, ...rest, gender: 0, unionid: isWecom ? null : write('oCrowd', index, 22) };
  }
  #follow(employee: number, customer: number): FollowEntry {
    return {
      userid: crowdUserid(employee),
      externalId: crowdExternalId(customer),
      remark: customer % 3 === 0 ? `客户${customer + 1}（老客）` : '',
      description: '',
      addedAt: BEGAN_AT + customer * 1000,
      tagIds: [],
      remarkCorpName: '',
      remarkMobiles: [],
      addWay: 1,
      state: '',
      consent: customer % 20 === 0 ? 'Disagree' : 'Agree',
      consentAt: BEGAN_AT + customer * 1000,
    };
  }
  #room(index: number): RoomEntry {
    const isInternal = index % 2 === 1;
    const { employees, customers } = this.#rule;
    const member = (id: string) => ({
      id,
      joinedAt: BEGAN_AT,
      joinScene: 1,
      invitor: null,
      nickname: '',
      consent: 'Agree' as const,
      consentAt: BEGAN_AT,
    });
    const staff = Array.from({ length: Math.min(STAFF_OF_ROOM, employees) }, (_, at) =>
      member(crowdUserid((index + at) % employees)),
    );
    const outside = Array.from({ length: isInternal ? 0 : Math.min(CUSTOMERS_OF_ROOM, customers) }, (_, at) =>
      member(crowdExternalId((index * CUSTOMERS_OF_ROOM + at) % customers)),
    );
    return {
      id: crowdRoomId(index),
      kind: isInternal ? 'internal' : 'customer',
      name: `第 ${index + 1} 群`,
      owner: employees > 0 ? crowdUserid(index % employees) : '',
      notice: '',
      madeAt: BEGAN_AT,
      status: 0,
      members: [...staff, ...outside],
      admins: [],
    };
  }
}
