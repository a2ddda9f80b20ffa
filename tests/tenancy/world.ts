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

/** What company A's people made in it. */
export interface LifeOfA {
  readonly exportId: string;
  readonly viewerExportId: string;
  readonly scheduleId: string;
  readonly scheduleName: string;
  /** Tokens of the morning mails to the owner and to the viewer. */
  readonly links: { readonly owner: string; readonly viewer: string };
  readonly invitations: Readonly<Record<'open' | 'spare' | 'revoked' | 'expired', Invitation>>;
  readonly members: Readonly<Record<'owner' | 'viewer' | 'bare' | 'leaving', string>>;
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
  readonly simulatorUrl: string;
  readonly madeUp: MadeUp;
}
