import { connectionList, connectionView } from '../schemas/connection.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { askConnectionInput, runPreflight } from './ask-connection.ts';
import { createConnection, createConnectionInput } from './create-connection.ts';
import { getConnection, getConnectionInput, listConnections, listConnectionsInput } from './read-connections.ts';
import { triggerRoutes } from './trigger-routes.ts';

export const connectionRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/connections',
      operation: 'listConnections',
      summary: 'Connected corps with their checks',
      audience: 'member',
      input: listConnectionsInput,
      answer: connectionList,
    },
    listConnections,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/connections',
      operation: 'createConnection',
      summary: 'Connect a corp; waits up to 20 s for WeCom to accept it',
      audience: 'member',
      input: createConnectionInput,
      status: 201,
      answer: connectionView,
      creates: true,
      faults: ['corp_id.malformed', 'corp_id.wrong', 'secret.wrong', 'corp.already_connected', 'wecom.unreachable'],
    },
    createConnection,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/connections/{connectionId}',
      operation: 'getConnection',
      summary: 'One connected corp',
      audience: 'member',
      input: getConnectionInput,
      answer: connectionView,
    },
    getConnection,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/connections/{connectionId}/preflight',
      operation: 'runPreflight',
      summary: 'Check every step again; waits up to 15 s for the result',
      audience: 'member',
      input: askConnectionInput,
      status: 202,
      answer: connectionView,
    },
    runPreflight,
  ),
  ...triggerRoutes,
];
