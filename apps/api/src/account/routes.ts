import { factorRule, recoveryCodes, securityView, sessionList, totpOffer } from '../schemas/account.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { changeFactorRule, changeFactorRuleInput, getFactorRule } from './factor-rule.ts';
import {
  beginTotp,
  confirmTotp,
  confirmTotpInput,
  removePasskey,
  removePasskeyInput,
  removeTotp,
  renamePasskey,
  renamePasskeyInput,
  renewRecoveryCodes,
} from './factors.ts';
import { resetFactors, resetFactorsInput } from './reset-factors.ts';
import { changePassword, changePasswordInput, getSecurity, prove, proveInput } from './security.ts';
import { endOtherSessions, endSession, endSessionInput, listSessions } from './sessions.ts';

const audience = 'signed-in';

/** One's own account, and what a company demands of accounts. */
export const accountRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/me/sessions',
      operation: 'listSessions',
      summary: 'Where one is signed in',
      audience,
      input: {},
      answer: sessionList,
    },
    listSessions,
  ),
  defineRoute(
    {
      method: 'delete',
      path: '/me/sessions/{sessionId}',
      operation: 'endSession',
      summary: 'End one of one’s sessions',
      audience,
      input: endSessionInput,
      answer: 'nothing',
    },
    endSession,
  ),
  defineRoute(
    {
      method: 'delete',
      path: '/me/sessions',
      operation: 'endOtherSessions',
      summary: 'End all of one’s other sessions',
      audience,
      input: {},
      answer: 'nothing',
    },
    endOtherSessions,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/me/security',
      operation: 'getSecurity',
      summary: 'How one’s account is secured',
      audience,
      input: {},
      answer: securityView,
    },
    getSecurity,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/me/proof',
      operation: 'prove',
      summary: 'Show password or code again',
      audience,
      input: proveInput,
      answer: 'nothing',
      faults: ['proof.wrong', 'request.too_many'],
    },
    prove,
  ),
  defineRoute(
    {
      method: 'put',
      path: '/me/password',
      operation: 'changePassword',
      summary: 'Change one’s password',
      audience,
      input: changePasswordInput,
      answer: 'nothing',
      faults: ['proof.needed', 'password.short'],
    },
    changePassword,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/me/totp',
      operation: 'beginTotp',
      summary: 'Begin to set up an authenticator app',
      audience,
      input: {},
      answer: totpOffer,
      faults: ['proof.needed', 'factor.exists'],
    },
    beginTotp,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/me/totp/confirm',
      operation: 'confirmTotp',
      summary: 'Let the authenticator app count',
      audience,
      input: confirmTotpInput,
      answer: recoveryCodes,
      faults: ['proof.needed', 'proof.wrong', 'factor.exists'],
    },
    confirmTotp,
  ),
  defineRoute(
    {
      method: 'delete',
      path: '/me/totp',
      operation: 'removeTotp',
      summary: 'Remove the authenticator app',
      audience,
      input: {},
      answer: 'nothing',
      faults: ['proof.needed'],
    },
    removeTotp,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/me/recovery-codes',
      operation: 'renewRecoveryCodes',
      summary: 'Make new recovery codes',
      audience,
      input: {},
      answer: recoveryCodes,
      faults: ['proof.needed'],
    },
    renewRecoveryCodes,
  ),
  defineRoute(
    {
      method: 'patch',
      path: '/me/passkeys/{passkeyId}',
      operation: 'renamePasskey',
      summary: 'Rename a passkey',
      audience,
      input: renamePasskeyInput,
      answer: 'nothing',
    },
    renamePasskey,
  ),
  defineRoute(
    {
      method: 'delete',
      path: '/me/passkeys/{passkeyId}',
      operation: 'removePasskey',
      summary: 'Remove a passkey',
      audience,
      input: removePasskeyInput,
      answer: 'nothing',
      faults: ['proof.needed'],
    },
    removePasskey,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/settings/second-factor',
      operation: 'getFactorRule',
      summary: 'Whether the company demands a second factor',
      audience: 'member',
      input: {},
      answer: factorRule,
    },
    getFactorRule,
  ),
  defineRoute(
    {
      method: 'put',
      path: '/settings/second-factor',
      operation: 'changeFactorRule',
      summary: 'Demand a second factor, or not',
      audience: 'member',
      input: changeFactorRuleInput,
      answer: factorRule,
      faults: ['factor.own_first'],
    },
    changeFactorRule,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/members/{memberId}/factor-reset',
      operation: 'resetFactors',
      summary: 'Take lost second factors off a member',
      audience: 'member',
      input: resetFactorsInput,
      answer: 'nothing',
      faults: ['factor.own_first', 'factor.shared'],
    },
    resetFactors,
  ),
];
