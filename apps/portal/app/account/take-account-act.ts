import { ApiProblem } from '@highwater/api-client';
import { data, redirect } from '@remix-run/node';
import {
  beginTotp,
  changePassword,
  confirmTotp,
  endOtherSessions,
  endSession,
  prove,
  removePasskey,
  removeTotp,
  renamePasskey,
  renewRecoveryCodes,
} from '../api/account.ts';
import { paths } from '../paths.ts';
import { textField } from '../session/act.ts';
import { secretField } from '../session/secret-field.ts';
import type { Visit } from '../session/visit.ts';
import { drawTotpOffer, type TotpOffer } from './totp-offer.ts';

/** What is said when the page comes back. */
export const DONE = ['password', 'totp', 'passkey', 'named', 'added', 'session', 'others', 'proven'] as const;
export type Done = (typeof DONE)[number];

/** What is shown once, in the answer to the form that asked for it. */
export interface ShownOnce {
  readonly offer: TotpOffer | null;
  readonly codes: readonly string[] | null;
  readonly wrongCode: boolean;
}

const NOTHING: ShownOnce = { offer: null, codes: null, wrongCode: false };

/** Does what a form of the account's page asks for. */
export async function takeAccountAct(
  visit: Visit,
  form: FormData,
): Promise<ShownOnce | ReturnType<typeof data<ShownOnce>>> {
  const { api } = visit;
  const back = (done: Done) => redirect(paths.account({ done, next: visit.url.searchParams.get('next') }));
  switch (textField(form, 'intent')) {
    case 'prove':
      await prove(api, secretField(form, 'proof-secret'));
      throw back('proven');
    case 'password':
      await changePassword(api, secretField(form, 'password'));
      throw back('password');
    case 'begin-totp':
      return { ...NOTHING, offer: drawTotpOffer((await beginTotp(api)).uri) ?? null };
    case 'confirm-totp':
      return confirm(visit, form, back);
    case 'remove-totp':
      await removeTotp(api);
      throw back('totp');
    case 'renew-codes':
      return { ...NOTHING, codes: await renewRecoveryCodes(api) };
    case 'rename-passkey':
      await renamePasskey(api, textField(form, 'passkeyId'), textField(form, 'name'));
      throw back('named');
    case 'remove-passkey':
      await removePasskey(api, textField(form, 'passkeyId'));
      throw back('passkey');
    case 'end-session':
      await endSession(api, textField(form, 'sessionId'));
      throw back('session');
    case 'end-others':
      await endOtherSessions(api);
      throw back('others');
    default:
      return NOTHING;
  }
}

/** A wrong code leaves the picture where it is. */
async function confirm({ api }: Visit, form: FormData, back: (done: Done) => Response) {
  try {
    const codes = await confirmTotp(api, textField(form, 'code'));
    // With recovery codes from before there is nothing to show.
    if (codes.length === 0) throw back('added');
    return { ...NOTHING, codes };
  } catch (error) {
    const isWrong = error instanceof ApiProblem && error.problem.field === 'code';
    if (!isWrong) throw error;
    const offer = drawTotpOffer(textField(form, 'uri')) ?? null;
    return data({ ...NOTHING, offer, wrongCode: true }, { status: 422 });
  }
}
