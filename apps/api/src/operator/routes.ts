import { operatorTenantList } from '../schemas/operator.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { listTenants, listTenantsInput } from './list-tenants.ts';

export const operatorRoutes = [
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
];
