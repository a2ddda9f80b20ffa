import { reasonSettings, reasonState } from '../schemas/audit.ts';
import { defineRoute } from '../verbs/define-route.ts';
import {
  changeReasonInput,
  changeReasonSettings,
  getReason,
  getReasonSettings,
  giveReason,
  giveReasonInput,
} from './give-reason.ts';

export const reasonRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/reason',
      operation: 'getReason',
      summary: 'Whether content opens in this session, and until when',
      audience: 'member',
      input: {},
      answer: reasonState,
    },
    getReason,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/reason',
      operation: 'giveReason',
      summary: 'Say why content is opened in this session from now on',
      audience: 'member',
      input: giveReasonInput,
      answer: reasonState,
    },
    giveReason,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/settings/reason',
      operation: 'getReasonSettings',
      summary: 'Whether a reason is asked before content opens',
      audience: 'member',
      input: {},
      answer: reasonSettings,
    },
    getReasonSettings,
  ),
  defineRoute(
    {
      method: 'put',
      path: '/settings/reason',
      operation: 'changeReasonSettings',
      summary: 'Ask for a reason before content opens, or for none',
      audience: 'member',
      input: changeReasonInput,
      answer: reasonSettings,
    },
    changeReasonSettings,
  ),
];
