import { supportRequestList } from '../schemas/support.ts';
import { defineRoute } from '../verbs/define-route.ts';
import {
  approveSupport,
  approveSupportInput,
  endSupport,
  endSupportInput,
  refuseSupport,
  refuseSupportInput,
} from './decide-support.ts';
import { listSupportRequests, listSupportRequestsInput } from './list-support-requests.ts';

export const supportRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/support-requests',
      operation: 'listSupportRequests',
      summary: "What the operator's people asked to look at, and looked at",
      audience: 'member',
      input: listSupportRequestsInput,
      answer: supportRequestList,
      faults: ['support.owner_only'],
    },
    listSupportRequests,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/support-requests/{requestId}/approve',
      operation: 'approveSupport',
      summary: 'Let support in, for no more than was asked',
      audience: 'member',
      input: approveSupportInput,
      answer: 'nothing',
      faults: ['support.owner_only', 'support.decided'],
    },
    approveSupport,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/support-requests/{requestId}/refuse',
      operation: 'refuseSupport',
      summary: 'Do not let support in',
      audience: 'member',
      input: refuseSupportInput,
      answer: 'nothing',
      faults: ['support.owner_only', 'support.decided'],
    },
    refuseSupport,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/support-requests/{requestId}/end',
      operation: 'endSupport',
      summary: 'End an access at once',
      audience: 'member',
      input: endSupportInput,
      answer: 'nothing',
      faults: ['support.owner_only', 'support.decided'],
    },
    endSupport,
  ),
];
