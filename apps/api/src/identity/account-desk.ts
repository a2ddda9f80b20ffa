import type { PasskeyRow, SessionRow } from '@highwater/db';
import type { Language, UnixMs, UserId } from '@highwater/domain';
import type { SignedInUser } from '../actor/actor.ts';
import type { IdentityParts } from './identity-parts.ts';
import type { Visitor } from './identity.ts';
import { createFactorDesk } from './factor-desk.ts';
import { createPasswordDesk } from './password-desk.ts';
import { createSessionDesk } from './session-desk.ts';

/** How a person's account is secured. */
export interface AccountSecurity {
  /** False for a person who comes by single sign-on only. */
  readonly hasPassword: boolean;
  /** Since when an authenticator app counts. */
  readonly totpSince: UnixMs | null;
  readonly recoveryCodesLeft: number;
  readonly passkeys: readonly PasskeyRow[];
  /** Until when it can be changed without showing password or factor again; null when not now. */
  readonly provenUntil: UnixMs | null;
}

/** Who changes the account, from where, and in which language it is told. */
export interface Acting {
  readonly user: SignedInUser;
  readonly visitor: Visitor;
  readonly language: Language;
}

/**
 * What a signed-in person does about their own account. Changing it throws `proof.needed` unless password or factor
 * were shown within ten minutes.
 */
export interface AccountDesk {
  listSessions(user: SignedInUser): Promise<readonly SessionRow[]>;
  /** Throws `thing.missing`. */
  endSession(acting: Acting, sessionId: string): Promise<void>;
  endOtherSessions(acting: Acting): Promise<void>;
  findSecurity(user: SignedInUser): Promise<AccountSecurity>;
  /** Shows the password, a code of the app or a recovery code. Throws `proof.wrong`, `request.too_many`. */
  prove(acting: Acting, proof: string): Promise<void>;
  /** Ends the other sessions. Throws `password.short`. */
  changePassword(acting: Acting, password: string): Promise<void>;
  /** A secret for an authenticator app; it counts when a code of it was shown. Throws `factor.exists`. */
  beginTotp(acting: Acting): Promise<{ readonly uri: string; readonly secret: string }>;
  /** Ends the other sessions; recovery codes for the first factor of a person, else none. Throws `proof.wrong`. */
  confirmTotp(acting: Acting, code: string): Promise<readonly string[]>;
  /** Needs a proof since the sign-in. */
  removeTotp(acting: Acting): Promise<void>;
  /** The codes before no longer work. Throws `thing.missing` for a person without a factor. */
  renewRecoveryCodes(acting: Acting): Promise<readonly string[]>;
  renamePasskey(acting: Acting, passkeyId: string, name: string): Promise<void>;
  /** Needs a proof since the sign-in. */
  removePasskey(acting: Acting, passkeyId: string): Promise<void>;
  /** Takes all factors of somebody away and ends their sessions; who may ask for that is decided before. */
  resetFactors(userId: UserId, language: Language): Promise<void>;
}

export function createAccountDesk(parts: IdentityParts): AccountDesk {
  return { ...createSessionDesk(parts), ...createPasswordDesk(parts), ...createFactorDesk(parts) };
}
