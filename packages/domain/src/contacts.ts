import type { PersonKey, RoomId, UnixMs } from './ids.ts';

/** The three secrets of one corp; each opens other calls (reference §4.1). */
export type SecretPurpose = 'archive' | 'customer_contact' | 'contacts';

/** One secret of one corp, opened for the length of one call. Never logged, never stored in clear. */
export interface CorpSecret {
  readonly corpId: string;
  readonly purpose: SecretPurpose;
  readonly secret: string;
}

export interface EmployeeRecord {
  readonly personKey: PersonKey;
  readonly writtenAs: string;
  /** Null where WeCom withholds it. */
  readonly name: string | null;
  readonly alias: string | null;
  readonly position: string | null;
  /** The main one first. */
  readonly departmentIds: readonly string[];
  readonly status: 'active' | 'disabled' | 'not_activated' | 'left' | 'other';
}

export interface DepartmentRecord {
  /** Decimal. */
  readonly departmentId: string;
  readonly parentId: string | null;
  readonly name: string | null;
  readonly position: string | null;
  readonly leaders: readonly PersonKey[];
}

export interface FollowRecord {
  readonly employeeKey: PersonKey;
  readonly remark: string | null;
  readonly description: string | null;
  readonly addedAt: UnixMs | null;
  /** Names where WeCom gave names, else null; ids always. */
  readonly tags: readonly { readonly tagId: string | null; readonly name: string | null }[];
  readonly remarkCorpName: string | null;
  readonly remarkMobiles: readonly string[];
  readonly addWay: number | null;
}

export interface ExternalContactRecord {
  readonly externalKey: PersonKey;
  readonly name: string | null;
  readonly corpName: string | null;
  readonly position: string | null;
  /** 1 WeChat, 2 WeCom. */
  readonly contactType: number | null;
  readonly unionid: string | null;
  readonly follows: readonly FollowRecord[];
}

export interface RoomRecord {
  readonly roomId: RoomId;
  readonly roomKind: 'customer' | 'internal';
  readonly name: string | null;
  readonly owner: PersonKey | null;
  readonly notice: string | null;
  readonly madeAt: UnixMs | null;
  readonly members: readonly {
    readonly personKey: PersonKey;
    readonly joinedAt: UnixMs | null;
    readonly nickname: string | null;
    readonly name: string | null;
    readonly unionid: string | null;
    readonly invitedBy: PersonKey | null;
    readonly isAdmin: boolean;
  }[];
}

export interface ConsentRecord {
  readonly externalKey: PersonKey;
  /** Null in a room. */
  readonly employeeKey: PersonKey | null;
  readonly status: 'agree' | 'disagree' | 'default_agree' | 'other';
  readonly changedAt: UnixMs | null;
}

/** A page of a walk; `cursor` is null at its end. */
export interface Walk<Item> {
  readonly items: readonly Item[];
  readonly cursor: string | null;
}

/**
 * WeCom's HTTP APIs for people and rooms (reference §4), one call each, within the documented limits: a call waits
 * shortly for its turn and else throws `wecom.throttled` (detail retryAfterSeconds). Failures are FaultErrors with the
 * faults of fault.ts, detail errcode where WeCom gave one. Tokens are kept and refreshed inside.
 */
export interface ContactsGateway {
  /** Proves that the secret opens what its purpose says. */
  probe(secret: CorpSecret): Promise<void>;
  /** contacts or customer_contact secret. */
  getEmployee(secret: CorpSecret, userid: string): Promise<EmployeeRecord>;
  listDepartments(secret: CorpSecret): Promise<readonly DepartmentRecord[]>;
  /** Every userid with a department, 10,000 pairs a call. contacts secret of the contacts synchronisation. */
  listEmployeeIds(
    secret: CorpSecret,
    cursor: string | null,
  ): Promise<Walk<{ readonly personKey: PersonKey; readonly writtenAs: string; readonly departmentId: string }>>;
  /** customer_contact secret; all followers, however many pages WeCom cuts them into. */
  getExternalContact(secret: CorpSecret, externalUserid: string): Promise<ExternalContactRecord>;
  /** Customers of at most 100 employees, 100 a call, each with the one follow relation that it was found by. */
  listExternalContactsOf(
    secret: CorpSecret,
    userids: readonly string[],
    cursor: string | null,
  ): Promise<Walk<ExternalContactRecord>>;
  listCustomerTags(secret: CorpSecret): Promise<
    readonly {
      readonly tagId: string;
      readonly groupName: string;
      readonly name: string;
      readonly isDeleted: boolean;
    }[]
  >;
  /** customer_contact secret. Throws `room.internal` for a room that is none of customers, `room.unknown` for others. */
  getCustomerRoom(secret: CorpSecret, roomId: RoomId): Promise<RoomRecord>;
  listCustomerRooms(
    secret: CorpSecret,
    owners: readonly string[],
    cursor: string | null,
  ): Promise<Walk<{ readonly roomId: RoomId; readonly status: number }>>;
  /** archive secret, as all below. */
  getInternalRoom(secret: CorpSecret, roomId: RoomId): Promise<RoomRecord>;
  getRobot(
    secret: CorpSecret,
    robotId: string,
  ): Promise<{ readonly personKey: PersonKey; readonly name: string | null; readonly creator: PersonKey | null }>;
  /** Editions: 1 office, 2 service, 3 enterprise. */
  listPermits(
    secret: CorpSecret,
    edition: 1 | 2 | 3,
  ): Promise<readonly { readonly personKey: PersonKey; readonly writtenAs: string }[]>;
  /** At most 100 pairs. */
  checkConsents(
    secret: CorpSecret,
    pairs: readonly { readonly userid: string; readonly externalUserid: string }[],
  ): Promise<readonly ConsentRecord[]>;
  checkRoomConsents(secret: CorpSecret, roomId: RoomId): Promise<readonly ConsentRecord[]>;
}
