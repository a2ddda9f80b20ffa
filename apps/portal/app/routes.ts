import { index, layout, route, type RouteConfig } from '@remix-run/route-config';

export default [
  layout('routes/door/layout.tsx', [
    route('sign-in', 'routes/door/sign-in.tsx'),
    route('sign-up', 'routes/door/sign-up.tsx'),
    route('company', 'routes/door/company.tsx'),
    route('invitations/:token', 'routes/door/invitation.tsx'),
    route('dev/mailbox', 'routes/development/mailbox.tsx'),
    route('dev/mailbox/:mailId', 'routes/development/mail.tsx'),
    route('operator', 'routes/operator/tenants.tsx'),
  ]),
  route('sign-out', 'routes/sign-out.tsx'),
  route('preferences', 'routes/preferences.tsx'),
  layout('routes/tenant/shell.tsx', [
    layout('routes/tenant/content.tsx', [
      index('routes/tenant/overview.tsx'),
      route('connect', 'routes/tenant/connect.tsx'),
      route('search', 'routes/tenant/search.tsx'),
      route('messages/:messageId', 'routes/tenant/reader.tsx'),
      route('conversations', 'routes/tenant/conversations.tsx'),
      route('people', 'routes/tenant/people.tsx'),
      route('people/:personKey/consents', 'routes/tenant/consents.tsx'),
      route('rooms', 'routes/tenant/rooms.tsx'),
      route('exports', 'routes/tenant/exports.tsx'),
      route('exports/new', 'routes/tenant/new-export.tsx'),
      route('schedules', 'routes/tenant/schedules.tsx'),
      route('members', 'routes/tenant/members.tsx'),
      route('audit', 'routes/tenant/audit.tsx'),
      route('completeness', 'routes/tenant/completeness.tsx'),
      route('quarantine', 'routes/tenant/quarantine.tsx'),
      route('keys', 'routes/tenant/keys.tsx'),
      route('completeness/:connectionId/days/:day', 'routes/tenant/ledger-day.tsx'),
      route('links/:token', 'routes/tenant/link.tsx'),
      route('*', 'routes/tenant/missing.tsx'),
    ]),
  ]),
] satisfies RouteConfig;
