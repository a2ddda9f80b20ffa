import { makeCallback, makeCallbackInput } from '../callbacks/make-callback.ts';
import { callbackSecretsView, connectionView, repullList, repullView } from '../schemas/connection.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { askConnectionInput, pullNow } from './ask-connection.ts';
import { changePulling, changePullingInput } from './change-pulling.ts';
import { replaceSecret, replaceSecretInput } from './replace-secret.ts';
import { checkSecret, oneSecretInput, removeSecret, setSecret, setSecretInput } from './further-secrets.ts';
import { listRepulls, listRepullsInput, requestRepull, requestRepullInput } from './repulls.ts';

/** What sets pulls going, and with which secret. */
export const triggerRoutes = [
  defineRoute(
    {
      method: 'post',
      path: '/connections/{connectionId}/pull',
      operation: 'pullNow',
      summary: 'Fetch new messages now; refused with Retry-After for 15 s after the last time',
      audience: 'member',
      input: askConnectionInput,
      status: 202,
      answer: 'nothing',
      faults: ['pull.too_soon'],
    },
    pullNow,
  ),
  defineRoute(
    {
      method: 'patch',
      path: '/connections/{connectionId}/pulling',
      operation: 'changePulling',
      summary: 'Pull continuously, or once a day at an hour of the company’s zone',
      audience: 'member',
      input: changePullingInput,
      answer: connectionView,
    },
    changePulling,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/connections/{connectionId}/callback',
      operation: 'makeCallback',
      summary: 'Make address, Token and EncodingAESKey for WeCom’s events; shown once, the ones before stop working',
      audience: 'member',
      input: makeCallbackInput,
      status: 201,
      answer: callbackSecretsView,
    },
    makeCallback,
  ),
  defineRoute(
    {
      method: 'put',
      path: '/connections/{connectionId}/secret',
      operation: 'replaceSecret',
      summary:
        'Replace the archive secret; waits up to 20 s for WeCom to accept the new one, until then the old one stays',
      audience: 'member',
      input: replaceSecretInput,
      answer: connectionView,
      faults: ['secret.wrong', 'secret.wrong_kind', 'secret.unproven'],
    },
    replaceSecret,
  ),
  defineRoute(
    {
      method: 'put',
      path: '/connections/{connectionId}/secrets/{purpose}',
      operation: 'setSecret',
      summary:
        'Give or replace the secret of customer contact or of contacts; waits up to 20 s for WeCom. One that waits for something to be done at WeCom is kept with its cause',
      audience: 'member',
      input: setSecretInput,
      answer: connectionView,
      faults: ['secret.wrong', 'secret.wrong_kind', 'secret.unproven', 'ip.untrusted'],
    },
    setSecret,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/connections/{connectionId}/secrets/{purpose}/check',
      operation: 'checkSecret',
      summary: 'Prove a further secret again; waits up to 15 s for the result',
      audience: 'member',
      input: oneSecretInput,
      status: 202,
      answer: connectionView,
      faults: ['secret.missing'],
    },
    checkSecret,
  ),
  defineRoute(
    {
      method: 'delete',
      path: '/connections/{connectionId}/secrets/{purpose}',
      operation: 'removeSecret',
      summary: 'Remove a further secret; what it brought stays',
      audience: 'member',
      input: oneSecretInput,
      answer: 'nothing',
      faults: ['secret.missing'],
    },
    removeSecret,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/connections/{connectionId}/repulls',
      operation: 'listRepulls',
      summary: 'The last ranges of numbers that WeCom was asked for again',
      audience: 'member',
      input: listRepullsInput,
      answer: repullList,
    },
    listRepulls,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/connections/{connectionId}/repulls',
      operation: 'requestRepull',
      summary: 'Ask WeCom for a range of numbers again, at most 100,000, and keep what is not stored',
      audience: 'member',
      input: requestRepullInput,
      status: 201,
      answer: repullView,
      creates: true,
      faults: ['range.invalid', 'request.conflict'],
    },
    requestRepull,
  ),
];
