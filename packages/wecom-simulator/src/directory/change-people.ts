import { Refusal } from '../corp/refusal.ts';
import { need, type ChangeDesk } from './change-desk.ts';
import type {
  ConsentStatus,
  CustomerEntry,
  DepartmentEntry,
  Edition,
  EmployeeEntry,
  EmployeeStatus,
  FollowEntry,
} from './entries.ts';

type NewEmployee = Pick<EmployeeEntry, 'userid' | 'name'> & Partial<EmployeeEntry>;
type NewCustomer = Pick<CustomerEntry, 'id' | 'name'> & Partial<CustomerEntry>;
type NewFollow = Pick<FollowEntry, 'userid' | 'externalId'> & Partial<FollowEntry>;
type NewDepartment = Pick<DepartmentEntry, 'id' | 'name' | 'parentId'> & Partial<DepartmentEntry>;

/** What happens to people. Throws a Refusal for whom there is not. Events are told as WeCom tells them, else it says so. */
export interface PeopleChanges {
  addEmployee(employee: NewEmployee): void;
  renameEmployee(userid: string, name: string): void;
  moveEmployee(userid: string, departments: readonly number[]): void;
  setPosition(userid: string, position: string): void;
  setStatus(userid: string, status: EmployeeStatus): void;
  /** Gone for WeCom: with relations, without a name. Owned rooms wait for an heir. */
  removeEmployee(userid: string): void;
  /** No event. */
  setVisible(userid: string, isVisible: boolean): void;
  /** No event. */
  setPermits(userid: string, permits: readonly Edition[]): void;
  addDepartment(department: NewDepartment): void;
  renameDepartment(id: number, name: string): void;
  moveDepartment(id: number, parentId: number): void;
  removeDepartment(id: number): void;
  /** A person outside, of no relation yet. No event. */
  addCustomer(customer: NewCustomer): void;
  /** Customers name themselves: no event. */
  renameCustomer(id: string, name: string): void;
  follow(relation: NewFollow): void;
  /** By the employee, or by the customer. */
  unfollow(userid: string, externalId: string, by: 'employee' | 'customer'): void;
  changeRemark(userid: string, externalId: string, remark: string): void;
  setTags(userid: string, externalId: string, tagIds: readonly string[]): void;
  /** Only consent given is told. */
  setConsent(userid: string, externalId: string, consent: ConsentStatus): void;
  /** No event. */
  renameRobot(id: string, name: string): void;
}

export function changePeople({ directory, now, record, tell }: ChangeDesk): PeopleChanges {
  const tellUser = (
    changeType: string,
    employee: EmployeeEntry,
    fields: Readonly<Record<string, string | number>>,
  ): void => tell({ event: 'change_contact', changeType, fields: { UserID: employee.userid, ...fields } });
  const changeUser = (userid: string, part: Partial<EmployeeEntry>): EmployeeEntry => {
    const entry = { ...need(directory.findEmployee(userid)), ...part };
    record({ put: 'employee', entry });
    return entry;
  };
  const tellParty = (changeType: string, id: number, fields: Readonly<Record<string, string | number>>): void =>
    tell({ event: 'change_contact', changeType, fields: { Id: id, ...fields } });
  const tellCustomer = (changeType: string, userid: string, externalId: string, fields = {}): void =>
    tell({
      event: 'change_external_contact',
      changeType,
      fields: { UserID: userid, ExternalUserID: externalId, ...fields },
    });
  const changeFollow = (userid: string, externalId: string, part: Partial<FollowEntry>): void =>
    record({ put: 'follow', entry: { ...need(directory.findFollow(userid, externalId)), ...part } });

  return {
    addEmployee(given) {
      const rest = { alias: '', position: '', departments: [1], leads: [], directLeaders: [], telephone: '' };
      const entry: EmployeeEntry = { ...rest, status: 1, isVisible: true, permits: [], ...given };
      record({ put: 'employee', entry });
      const { name, status, departments } = entry;
      tellUser('create_user', entry, { Name: name, Department: departments.join(','), Status: status });
    },
    renameEmployee: (userid, name) => tellUser('update_user', changeUser(userid, { name }), { Name: name }),
    moveEmployee(userid, departments) {
      for (const id of departments) need(directory.findDepartment(id));
      if (departments.length === 0) need(undefined);
      const [main = 0] = departments;
      const fields = { Department: departments.join(','), MainDepartment: main };
      tellUser('update_user', changeUser(userid, { departments }), fields);
    },
    setPosition: (userid, position) =>
      tellUser('update_user', changeUser(userid, { position }), { Position: position }),
    setStatus: (userid, status) => tellUser('update_user', changeUser(userid, { status }), { Status: status }),
    removeEmployee(userid) {
      const employee = need(directory.findEmployee(userid));
      const owned = directory.rooms().filter((room) => room.owner === employee.userid);
      for (const room of owned.toArray()) record({ put: 'room', entry: { ...room, status: 1 } });
      record({ drop: 'employee', id: employee.userid });
      tellUser('delete_user', employee, {});
    },
    setVisible: (userid, isVisible) => void changeUser(userid, { isVisible }),
    setPermits: (userid, permits) => void changeUser(userid, { permits }),

    addDepartment(given) {
      const order = directory.departments().length;
      const entry: DepartmentEntry = { nameEn: '', order, isVisible: true, ...given };
      record({ put: 'department', entry });
      tellParty('create_party', entry.id, { Name: entry.name, ParentId: entry.parentId, Order: entry.order });
    },
    renameDepartment(id, name) {
      record({ put: 'department', entry: { ...need(directory.findDepartment(id)), name } });
      tellParty('update_party', id, { Name: name });
    },
    moveDepartment(id, parentId) {
      need(directory.findDepartment(parentId));
      record({ put: 'department', entry: { ...need(directory.findDepartment(id)), parentId } });
      tellParty('update_party', id, { ParentId: parentId });
    },
    removeDepartment(id) {
      need(directory.findDepartment(id));
      const isUsed =
        directory.employees().some((employee) => employee.departments.includes(id)) ||
        directory.departments().some((department) => department.parentId === id);
      if (isUsed) throw new Refusal('department.used', '部门下还有成员或子部门。', 'The department is not empty.');
      record({ drop: 'department', id: String(id) });
      tellParty('delete_party', id, {});
    },

    addCustomer(given) {
      const rest = { position: '', corpName: '', corpFullName: '', gender: 0, unionid: null } as const;
      record({ put: 'customer', entry: { ...rest, ...given } });
    },
    renameCustomer: (id, name) => record({ put: 'customer', entry: { ...need(directory.findCustomer(id)), name } }),
    follow(given) {
      const { userid } = need(directory.findEmployee(given.userid));
      need(directory.findCustomer(given.externalId));
      const at = now();
      const texts = { remark: '', description: '', remarkCorpName: '', state: '' };
      const rest = {
        addedAt: at,
        tagIds: [],
        remarkMobiles: [],
        addWay: 1,
        consent: 'Disagree',
        consentAt: at,
      } as const;
      record({ put: 'follow', entry: { ...texts, ...rest, ...given, userid } });
      tellCustomer('add_external_contact', userid, given.externalId, {
        State: given.state ?? '',
        WelcomeCode: 'WELCOME',
      });
    },
    unfollow(userid, externalId, by) {
      const follow = need(directory.findFollow(userid, externalId));
      record({ drop: 'follow', userid: follow.userid, externalId });
      tellCustomer(by === 'employee' ? 'del_external_contact' : 'del_follow_user', follow.userid, externalId);
    },
    changeRemark(userid, externalId, remark) {
      changeFollow(userid, externalId, { remark });
      tellCustomer('edit_external_contact', userid, externalId);
    },
    setTags(userid, externalId, tagIds) {
      changeFollow(userid, externalId, { tagIds });
      tellCustomer('edit_external_contact', userid, externalId);
    },
    setConsent(userid, externalId, consent) {
      changeFollow(userid, externalId, { consent, consentAt: now() });
      if (consent === 'Disagree') return;
      tellCustomer('msg_audit_approved', userid, externalId, { WelcomeCode: 'WELCOME' });
    },
    renameRobot: (id, name) => record({ put: 'robot', entry: { ...need(directory.findRobot(id)), name } }),
  };
}
