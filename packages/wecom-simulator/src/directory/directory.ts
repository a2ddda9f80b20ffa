import { Crowd } from './crowd.ts';
import type {
  CustomerEntry,
  DepartmentEntry,
  DirectoryChange,
  EmployeeEntry,
  FollowEntry,
  RobotEntry,
  RoomEntry,
  StaffTagEntry,
  TagGroupEntry,
} from './entries.ts';

/** Entries by id. What was dropped stays gone, also when a rule would give it again. */
class Table<Entry> {
  readonly #entries = new Map<string, Entry>();
  readonly #gone = new Set<string>();

  put(id: string, entry: Entry): void {
    this.#gone.delete(id);
    this.#entries.set(id, entry);
  }
  drop(id: string): void {
    this.#entries.delete(id);
    this.#gone.add(id);
  }
  find(id: string, byRule?: () => Entry | undefined): Entry | undefined {
    return this.#entries.get(id) ?? (this.#gone.has(id) ? undefined : byRule?.());
  }
  *list(byRule: Iterable<Entry> = [], idOf?: (entry: Entry) => string): Generator<Entry> {
    yield* this.#entries.values();
    for (const entry of byRule) {
      const id = idOf?.(entry) ?? '';
      if (!this.#entries.has(id) && !this.#gone.has(id)) yield entry;
    }
  }
}

const followKey = (userid: string, externalId: string): string => `${userid.toLowerCase()} ${externalId}`;
const followKeyOf = (follow: FollowEntry): string => followKey(follow.userid, follow.externalId);
const employeeKey = (employee: EmployeeEntry): string => employee.userid.toLowerCase();

/** Who and what a corp has, as WeCom knows it: the sum of its changes. */
export class Directory {
  readonly #employees = new Table<EmployeeEntry>();
  readonly #departments = new Table<DepartmentEntry>();
  readonly #customers = new Table<CustomerEntry>();
  readonly #follows = new Table<FollowEntry>();
  readonly #rooms = new Table<RoomEntry>();
  readonly #robots = new Table<RobotEntry>();
  readonly #tagGroups = new Table<TagGroupEntry>();
  readonly #staffTags = new Table<StaffTagEntry>();
  #crowd = new Crowd({ employees: 0, customers: 0, rooms: 0 });

  apply(change: DirectoryChange): void {
    if ('drop' in change) return this.#drop(change);
    switch (change.put) {
      case 'employee':
        return this.#employees.put(employeeKey(change.entry), change.entry);
      case 'department':
        return this.#departments.put(String(change.entry.id), change.entry);
      case 'customer':
        return this.#customers.put(change.entry.id, change.entry);
      case 'follow':
        return this.#follows.put(followKeyOf(change.entry), change.entry);
      case 'room':
        return this.#rooms.put(change.entry.id, change.entry);
      case 'robot':
        return this.#robots.put(change.entry.id, change.entry);
      case 'tag_group':
        return this.#tagGroups.put(change.entry.id, change.entry);
      case 'staff_tag':
        return this.#staffTags.put(String(change.entry.id), change.entry);
      case 'crowd':
        return void (this.#crowd = new Crowd(change.entry));
    }
  }

  #drop(change: Extract<DirectoryChange, { drop: string }>): void {
    switch (change.drop) {
      case 'employee':
        return this.#employees.drop(change.id.toLowerCase());
      case 'department':
        return this.#departments.drop(change.id);
      case 'room':
        return this.#rooms.drop(change.id);
      case 'follow':
        return this.#follows.drop(followKey(change.userid, change.externalId));
    }
  }

  /** In any letter case. */
  findEmployee(userid: string): EmployeeEntry | undefined {
    return this.#employees.find(userid.toLowerCase(), () => this.#crowd.findEmployee(userid));
  }
  employees(): Generator<EmployeeEntry> {
    return this.#employees.list(this.#crowd.employees(), employeeKey);
  }
  findDepartment(id: number): DepartmentEntry | undefined {
    return this.departments().find((department) => department.id === id);
  }
  departments(): DepartmentEntry[] {
    return [...this.#departments.list(this.#crowd.departments(), (department) => String(department.id))];
  }
  findCustomer(id: string): CustomerEntry | undefined {
    return this.#customers.find(id, () => this.#crowd.findCustomer(id));
  }
  /** Without those of the crowd. */
  customers(): Generator<CustomerEntry> {
    return this.#customers.list();
  }
  findFollow(userid: string, externalId: string): FollowEntry | undefined {
    const employee = this.findEmployee(userid);
    if (!employee) return undefined;
    return this.#follows.find(followKey(userid, externalId), () => this.#crowd.findFollow(employee.userid, externalId));
  }
  /** Relations of employees who are still there. */
  followersOf(externalId: string): FollowEntry[] {
    const all = this.#follows.list(this.#crowd.followersOf(externalId), followKeyOf);
    return [...all].filter((follow) => follow.externalId === externalId && this.findEmployee(follow.userid));
  }
  followsOf(userid: string): FollowEntry[] {
    const wanted = userid.toLowerCase();
    if (!this.findEmployee(userid)) return [];
    const all = this.#follows.list(this.#crowd.followsOf(userid), followKeyOf);
    return [...all].filter((follow) => follow.userid.toLowerCase() === wanted);
  }
  findRoom(id: string): RoomEntry | undefined {
    return this.#rooms.find(id, () => this.#crowd.findRoom(id));
  }
  rooms(): Generator<RoomEntry> {
    return this.#rooms.list(this.#crowd.rooms(), (room) => room.id);
  }
  findRobot(id: string): RobotEntry | undefined {
    return this.#robots.find(id);
  }
  robots(): Generator<RobotEntry> {
    return this.#robots.list();
  }
  tagGroups(): TagGroupEntry[] {
    return [...this.#tagGroups.list()];
  }
  staffTags(): StaffTagEntry[] {
    return [...this.#staffTags.list()];
  }
}
