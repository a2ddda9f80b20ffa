import type { ActorName, RightfulName } from './actors.ts';
import type { ConnectedCompany } from './connect-company.ts';
import type { MadeUp } from './made-up.ts';
import type { People } from './people.ts';
import type { ScriptOfA, ScriptOfB } from './script-of-a.ts';
import type { Session } from './session.ts';

export interface Invitation {
  readonly invitationId: string;
  readonly token: string;
}

type MemberName =
  | 'owner'
  | 'viewer'
  | 'bare'
  | 'leaving'
  | 'demoted'
  | 'lapsed'
  | 'looker'
  | 'billing'
  | 'admin'
  | 'auditor'
  | 'mechanic'
  | 'keeper'
  | 'narrowed';

/** What company A's owner made of rights. */
export interface MadeOfRights {
  readonly roleId: string;
  readonly roleName: string;
  /** Of the viewer. */
  readonly grantId: string;
  /** Of the key that is still open. */
  readonly apiKeyId: string;
  readonly apiKeyName: string;
  readonly apiKeySecret: string;
  /** The line of a search with its sealed words, and the words. */
  readonly searchAuditId: string;
  readonly passkeyId: string;
}

/** What company A's people made in it. */
export interface LifeOfA {
  readonly exportId: string;
  readonly viewerExportId: string;
  readonly scheduleId: string;
  readonly scheduleName: string;
  /** Tokens of the morning mails. Two of their readers see less since, or may not export any more. */
  readonly links: Readonly<Record<'owner' | 'viewer' | 'narrowed' | 'looker', string>>;
  readonly invitations: Readonly<Record<'open' | 'spare' | 'revoked' | 'expired', Invitation>>;
  readonly members: Readonly<Record<MemberName, string>>;
  readonly made: MadeOfRights;
  readonly findingId: string;
}

export type CompanyA = ConnectedCompany<keyof ScriptOfA['lines']> &
  Omit<ScriptOfA, 'lines'> &
  LifeOfA & { readonly departmentName: string };

export type CompanyB = ConnectedCompany<keyof ScriptOfB['lines']> &
  Omit<ScriptOfB, 'lines'> & { readonly exportId: string };

/** Two companies with everything that companies have, and everybody who asks. */
export interface World {
  readonly actors: Readonly<Record<ActorName | RightfulName, Session>>;
  readonly people: People;
  readonly a: CompanyA;
  readonly b: CompanyB;
  /** A person of both companies, as a member of company A. */
  readonly bothInA: string;
  readonly simulatorUrl: string;
  readonly portalUrl: string;
  readonly operatorUrl: string;
  readonly madeUp: MadeUp;
  /** The word of development that opens the console. */
  readonly doorWord: string;
  /** The token of a link by which one of the operator's people adds a passkey. */
  enrolOperator(): Promise<string>;
}
