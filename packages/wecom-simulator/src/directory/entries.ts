import type { UnixMs } from '@highwater/domain';

/** 1 active, 2 disabled, 4 not activated, 5 left by themselves. Whoever was removed has no entry. */
export type EmployeeStatus = 1 | 2 | 4 | 5;
/** 1 办公版, 2 服务版, 3 企业版. */
export type Edition = 1 | 2 | 3;
export type ConsentStatus = 'Agree' | 'Disagree' | 'Default_Agree';

export interface EmployeeEntry {
  /** As written; found in any letter case. */
  readonly userid: string;
  readonly name: string;
  readonly alias: string;
  readonly position: string;
  /** The main one first. */
  readonly departments: readonly number[];
  /** Departments this person leads. */
  readonly leads: readonly number[];
  readonly directLeaders: readonly string[];
  readonly telephone: string;
  readonly status: EmployeeStatus;
  /** Whether in the visible range of the self-built apps. */
  readonly isVisible: boolean;
  /** Editions of the archive that this person has a seat of. */
  readonly permits: readonly Edition[];
}

export interface DepartmentEntry {
  readonly id: number;
  readonly name: string;
  readonly nameEn: string;
  /** 0 for the root. */
  readonly parentId: number;
  readonly order: number;
  readonly isVisible: boolean;
}

export interface CustomerEntry {
  /** `wm…` WeChat, `wo…` WeCom. */
  readonly id: string;
  readonly name: string;
  readonly position: string;
  readonly corpName: string;
  readonly corpFullName: string;
  readonly gender: 0 | 1 | 2;
  readonly unionid: string | null;
}

/** One employee's relation to one customer, with the customer's consent to the archive. */
export interface FollowEntry {
  readonly userid: string;
  readonly externalId: string;
  readonly remark: string;
  readonly description: string;
  readonly addedAt: UnixMs;
  /** Corp tags. */
  readonly tagIds: readonly string[];
  readonly remarkCorpName: string;
  readonly remarkMobiles: readonly string[];
  readonly addWay: number;
  readonly state: string;
  readonly consent: ConsentStatus;
  readonly consentAt: UnixMs;
}

export interface RoomMemberEntry {
  readonly id: string;
  readonly joinedAt: UnixMs;
  readonly joinScene: number;
  readonly invitor: string | null;
  readonly nickname: string;
  /** Of customers only. */
  readonly consent: ConsentStatus;
  readonly consentAt: UnixMs;
}

export interface RoomEntry {
  readonly id: string;
  /** `wechat` rooms were started on the WeChat side: no call resolves them. */
  readonly kind: 'customer' | 'internal' | 'wechat';
  readonly name: string;
  readonly owner: string;
  readonly notice: string;
  readonly madeAt: UnixMs;
  /** 0 normal, 1 owner left, 2 being inherited, 3 inherited. */
  readonly status: 0 | 1 | 2 | 3;
  readonly members: readonly RoomMemberEntry[];
  readonly admins: readonly string[];
}

export interface RobotEntry {
  readonly id: string;
  readonly name: string;
  readonly creator: string;
}

export interface TagGroupEntry {
  readonly id: string;
  readonly name: string;
  readonly madeAt: UnixMs;
  readonly isDeleted: boolean;
  readonly tags: readonly { readonly id: string; readonly name: string; readonly isDeleted: boolean }[];
}

/** A label on employees. */
export interface StaffTagEntry {
  readonly id: number;
  readonly name: string;
  readonly userids: readonly string[];
  readonly departments: readonly number[];
}

/** How many people and rooms there are by rule, without an entry each. */
export interface CrowdRule {
  readonly employees: number;
  readonly customers: number;
  readonly rooms: number;
}

/** One change of a directory; `drop` names what is gone by its id. */
export type DirectoryChange =
  | { readonly put: 'employee'; readonly entry: EmployeeEntry }
  | { readonly put: 'department'; readonly entry: DepartmentEntry }
  | { readonly put: 'customer'; readonly entry: CustomerEntry }
  | { readonly put: 'follow'; readonly entry: FollowEntry }
  | { readonly put: 'room'; readonly entry: RoomEntry }
  | { readonly put: 'robot'; readonly entry: RobotEntry }
  | { readonly put: 'tag_group'; readonly entry: TagGroupEntry }
  | { readonly put: 'staff_tag'; readonly entry: StaffTagEntry }
  | { readonly put: 'crowd'; readonly entry: CrowdRule }
  | { readonly drop: 'employee' | 'department' | 'room'; readonly id: string }
  | { readonly drop: 'follow'; readonly userid: string; readonly externalId: string };
