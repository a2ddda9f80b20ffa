import { accountRoutes } from './account/routes.ts';
import { addressRuleRoutes } from './address-rules/routes.ts';
import { apiKeyRoutes } from './api-keys/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { completenessRoutes } from './completeness/routes.ts';
import { connectionRoutes } from './connections/routes.ts';
import { coverageRoutes } from './gaps/routes.ts';
import { conversationRoutes } from './conversations/routes.ts';
import { dialogRoutes } from './dialogs/routes.ts';
import { departmentRoutes } from './departments/routes.ts';
import { devRoutes } from './dev/routes.ts';
import { exportRoutes } from './exports/routes.ts';
import { fileRoutes } from './files/routes.ts';
import { findingRoutes } from './findings/routes.ts';
import { grantRoutes } from './grants/routes.ts';
import { invitationRoutes } from './invitations/routes.ts';
import { keyRoutes } from './keys/routes.ts';
import { meRoutes } from './me/routes.ts';
import { ledgerRoutes } from './ledger/routes.ts';
import { mediaRoutes } from './media/routes.ts';
import { memberRoutes } from './members/routes.ts';
import { messageRoutes } from './messages/routes.ts';
import { operatorRoutes } from './operator/routes.ts';
import { overviewRoutes } from './overview/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { quarantineRoutes } from './quarantine/routes.ts';
import { reasonRoutes } from './reasons/routes.ts';
import { roleRoutes } from './roles/routes.ts';
import { roomRoutes } from './rooms/routes.ts';
import { savedSearchRoutes } from './saved-searches/routes.ts';
import { searchIndexRoutes } from './search-index/routes.ts';
import { scheduleRoutes } from './schedules/routes.ts';
import { singleSignOnRoutes } from './single-sign-on/routes.ts';
import { settingsRoutes } from './settings/routes.ts';
import { supportRoutes } from './support/routes.ts';
import type { ApiRoute } from './verbs/define-route.ts';

/** Every route of the API. A new area adds its list here, and the isolation matrix asks for its rows. */
export const ROUTES: readonly ApiRoute[] = [
  ...meRoutes,
  ...accountRoutes,
  ...overviewRoutes,
  ...connectionRoutes,
  ...keyRoutes,
  ...quarantineRoutes,
  ...completenessRoutes,
  ...ledgerRoutes,
  ...findingRoutes,
  ...messageRoutes,
  ...savedSearchRoutes,
  ...conversationRoutes,
  ...dialogRoutes,
  ...peopleRoutes,
  ...roomRoutes,
  ...coverageRoutes,
  ...mediaRoutes,
  ...fileRoutes,
  ...searchIndexRoutes,
  ...exportRoutes,
  ...scheduleRoutes,
  ...memberRoutes,
  ...roleRoutes,
  ...departmentRoutes,
  ...invitationRoutes,
  ...grantRoutes,
  ...apiKeyRoutes,
  ...addressRuleRoutes,
  ...auditRoutes,
  ...reasonRoutes,
  ...singleSignOnRoutes,
  ...settingsRoutes,
  ...supportRoutes,
  ...operatorRoutes,
  ...devRoutes,
];

/** Routes that exist in a mode: /dev is for development only. */
export function routesOf(mode: 'development' | 'production'): readonly ApiRoute[] {
  return ROUTES.filter(({ spec }) => mode === 'development' || !spec.path.startsWith('/dev/'));
}
