import {
  FaultError,
  type ConsentRecord,
  type ContactsGateway,
  type CorpSecret,
  type DepartmentRecord,
  type EmployeeRecord,
  type ExternalContactRecord,
  type Fault,
  type FaultDetail,
  type PersonKey,
  type RoomId,
  type RoomRecord,
  type SecretPurpose,
  type Walk,
} from '@highwater/domain';

export type ContactCall = keyof ContactsGateway;
type Tag = Awaited<ReturnType<ContactsGateway['listCustomerTags']>>[number];
type Robot = Awaited<ReturnType<ContactsGateway['getRobot']>>;

interface PlannedFault {
  /** Any call unless given. */
  readonly on?: ContactCall;
  readonly fault: Fault;
  readonly detail?: FaultDetail;
}

/** People and rooms of one corp in memory; every list can be changed between calls, every call can be made to fail. */
export class FakeContacts implements ContactsGateway {
  readonly secrets: Record<SecretPurpose, string> = {
    archive: 'a-secret-of-the-archive-that-works',
    customer_contact: 'a-secret-of-customers-that-works',
    contacts: 'a-secret-of-contacts-that-works',
  };
  /** By key. */
  readonly employees = new Map<string, EmployeeRecord>();
  readonly departments: DepartmentRecord[] = [];
  /** By key. */
  readonly externals = new Map<string, ExternalContactRecord>();
  readonly tags: Tag[] = [];
  readonly rooms = new Map<RoomId, RoomRecord>();
  readonly robots = new Map<string, Robot>();
  /** Userids as written, by edition. */
  readonly permits: Record<1 | 2 | 3, string[]> = { 1: [], 2: [], 3: [] };
  readonly consents: ConsentRecord[] = [];
  readonly roomConsents = new Map<RoomId, ConsentRecord[]>();
  /** Secrets that see departments and no names of theirs. */
  readonly unnamedFor = new Set<SecretPurpose>();
  /** Items of one page of a walk. */
  pageSize = 100;
  /** Thrown by the next calls, one each. */
  readonly faults: PlannedFault[] = [];
  /** Thrown by every call of this name until removed. */
  readonly broken = new Map<ContactCall, Omit<PlannedFault, 'on'>>();
  /** Thrown for these employees, externals, rooms and robots (by key) until removed. */
  readonly refused = new Map<string, Omit<PlannedFault, 'on'>>();
  /** While set, every call waits for it. */
  hanging: Promise<void> | undefined;
  /** What was asked, in order; `of` is the key of the thing, or how many were asked for. */
  readonly calls: { readonly call: ContactCall; readonly purpose: SecretPurpose; readonly of: string }[] = [];

  async probe(secret: CorpSecret): Promise<void> {
    await this.admit('probe', secret, [secret.purpose]);
  }

  async getEmployee(secret: CorpSecret, userid: string): Promise<EmployeeRecord> {
    await this.admit('getEmployee', secret, ['contacts', 'customer_contact'], userid.toLowerCase());
    return this.employees.get(userid.toLowerCase()) ?? refuse('person.unknown');
  }

  async listDepartments(secret: CorpSecret): Promise<readonly DepartmentRecord[]> {
    await this.admit('listDepartments', secret, ['contacts', 'customer_contact']);
    return this.departments.map((one) => (this.unnamedFor.has(secret.purpose) ? { ...one, name: null } : one));
  }

  async listEmployeeIds(secret: CorpSecret, cursor: string | null) {
    await this.admit('listEmployeeIds', secret, ['contacts'], cursor ?? '');
    const pairs = [...this.employees.values()].flatMap(({ personKey, writtenAs, departmentIds }) =>
      departmentIds.map((departmentId) => ({ personKey, writtenAs, departmentId })),
    );
    return this.page(pairs, cursor);
  }

  async getExternalContact(secret: CorpSecret, externalUserid: string): Promise<ExternalContactRecord> {
    await this.admit('getExternalContact', secret, ['customer_contact'], externalUserid);
    return this.externals.get(externalUserid) ?? refuse('contact.unknown');
  }

  async listExternalContactsOf(secret: CorpSecret, userids: readonly string[], cursor: string | null) {
    await this.admit('listExternalContactsOf', secret, ['customer_contact'], String(userids.length));
    const asked = new Set(userids.map((userid) => userid.toLowerCase()));
    const found = [...this.externals.values()].flatMap((external) =>
      external.follows
        .filter(({ employeeKey }) => asked.has(employeeKey))
        .map((follow) => ({ ...external, follows: [follow] })),
    );
    return this.page(found, cursor);
  }

  async listCustomerTags(secret: CorpSecret): Promise<readonly Tag[]> {
    await this.admit('listCustomerTags', secret, ['customer_contact']);
    return [...this.tags];
  }

  async getCustomerRoom(secret: CorpSecret, roomId: RoomId): Promise<RoomRecord> {
    await this.admit('getCustomerRoom', secret, ['customer_contact'], roomId);
    const room = this.rooms.get(roomId) ?? refuse('room.unknown');
    return room.roomKind === 'customer' ? room : refuse('room.internal');
  }

  async listCustomerRooms(secret: CorpSecret, owners: readonly string[], cursor: string | null) {
    await this.admit('listCustomerRooms', secret, ['customer_contact'], String(owners.length));
    const asked = new Set(owners.map((owner) => owner.toLowerCase()));
    const found = [...this.rooms.values()]
      .filter(({ roomKind, owner }) => roomKind === 'customer' && (owners.length === 0 || asked.has(owner ?? '')))
      .map(({ roomId }) => ({ roomId, status: 0 }));
    return this.page(found, cursor);
  }

  async getInternalRoom(secret: CorpSecret, roomId: RoomId): Promise<RoomRecord> {
    await this.admit('getInternalRoom', secret, ['archive'], roomId);
    const room = this.rooms.get(roomId);
    return room?.roomKind === 'internal' ? room : refuse('room.unknown');
  }

  async getRobot(secret: CorpSecret, robotId: string): Promise<Robot> {
    await this.admit('getRobot', secret, ['archive'], robotId);
    return this.robots.get(robotId) ?? refuse('person.unknown');
  }

  async listPermits(secret: CorpSecret, edition: 1 | 2 | 3) {
    await this.admit('listPermits', secret, ['archive'], String(edition));
    return this.permits[edition].map((writtenAs) => ({ personKey: writtenAs.toLowerCase() as PersonKey, writtenAs }));
  }

  async checkConsents(
    secret: CorpSecret,
    pairs: readonly { readonly userid: string; readonly externalUserid: string }[],
  ): Promise<readonly ConsentRecord[]> {
    await this.admit('checkConsents', secret, ['archive'], String(pairs.length));
    const asked = new Set(pairs.map(({ userid, externalUserid }) => `${userid.toLowerCase()} ${externalUserid}`));
    return this.consents.filter(({ employeeKey, externalKey }) => asked.has(`${employeeKey} ${externalKey}`));
  }

  async checkRoomConsents(secret: CorpSecret, roomId: RoomId): Promise<readonly ConsentRecord[]> {
    await this.admit('checkRoomConsents', secret, ['archive'], roomId);
    return this.roomConsents.get(roomId) ?? [];
  }

  /** How often a call was made, of one thing if given. */
  count(call: ContactCall, of?: string): number {
    return this.calls.filter((made) => made.call === call && (of === undefined || made.of === of)).length;
  }

  private async admit(call: ContactCall, secret: CorpSecret, opens: readonly SecretPurpose[], of = ''): Promise<void> {
    this.calls.push({ call, purpose: secret.purpose, of });
    await this.hanging;
    const planned = this.faults.findIndex(({ on }) => on === undefined || on === call);
    const fault = this.faults.splice(planned, planned < 0 ? 0 : 1)[0] ?? this.broken.get(call) ?? this.refused.get(of);
    if (fault !== undefined) refuse(fault.fault, fault.detail);
    if (secret.secret !== this.secrets[secret.purpose]) refuse('secret.wrong', { errcode: 40001 });
    if (!opens.includes(secret.purpose)) refuse('secret.wrong_kind', { errcode: 48002 });
  }

  private page<Item>(items: readonly Item[], cursor: string | null): Walk<Item> {
    const start = Number(cursor ?? 0);
    const end = start + this.pageSize;
    return { items: items.slice(start, end), cursor: end < items.length ? String(end) : null };
  }
}

function refuse(fault: Fault, detail: FaultDetail = {}): never {
  throw new FaultError(fault, { detail });
}
