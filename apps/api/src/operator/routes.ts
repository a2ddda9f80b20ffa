import { operatorTenantList } from '../schemas/operator.ts';
import { askedSupport, operatorSupportList, operatorView } from '../schemas/support.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { askSupport, askSupportInput } from './ask-support.ts';
import { endOwnSupport, endOwnSupportInput } from './end-own-support.ts';
import {
  getOperator,
  getOperatorInput,
  listSupport,
  listSupportInput,
  listTenantSupport,
  listTenantSupportInput,
} from './list-support.ts';
import { listTenants, listTenantsInput } from './list-tenants.ts';

/** All that the console can do. What these touch in the database is proven: see allowed-tables.db.test.ts. */
export const operatorRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/operator/me',
      operation: 'getOperator',
      summary: 'Who is signed in at the console',
      audience: 'operator',
      input: getOperatorInput,
      answer: operatorView,
    },
    getOperator,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/operator/tenants',
      operation: 'listOperatorTenants',
      summary: 'Health of every company',
      audience: 'operator',
      input: listTenantsInput,
      answer: operatorTenantList,
    },
    listTenants,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/operator/support',
      operation: 'listOperatorSupport',
      summary: 'Support requests of all companies',
      audience: 'operator',
      input: listSupportInput,
      answer: operatorSupportList,
    },
    listSupport,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/operator/tenants/{tenantId}/support',
      operation: 'listTenantSupport',
      summary: 'Support requests to one company',
      audience: 'operator',
      input: listTenantSupportInput,
      answer: operatorSupportList,
    },
    listTenantSupport,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/operator/tenants/{tenantId}/support',
      operation: 'askSupport',
      summary: "Ask a company's owner to be let in",
      audience: 'operator',
      input: askSupportInput,
      status: 201,
      answer: askedSupport,
    },
    askSupport,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/operator/tenants/{tenantId}/support/{requestId}/end',
      operation: 'endOwnSupport',
      summary: 'Take a request back, or end an access',
      audience: 'operator',
      input: endOwnSupportInput,
      answer: 'nothing',
      faults: ['support.decided'],
    },
    endOwnSupport,
  ),
];
