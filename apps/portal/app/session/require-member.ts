import { ApiProblem } from '@highwater/api-client';
import { redirect } from '@remix-run/node';
import type { Action, Fault } from '@highwater/domain';
import type { MeView, TenantView } from '../api/types.ts';
import { paths } from '../paths.ts';
import type { Visit } from './visit.ts';

export interface Member extends MeView {
  readonly tenant: TenantView;
}

/** Somebody signed in; others are sent to sign in and come back. */
export async function requireUser(visit: Visit): Promise<MeView> {
  const me = await visit.me();
  if (me === null) throw redirect(paths.signIn(visit.url.pathname + visit.url.search));
  return me;
}

/** A member of a company; a user without one is sent to make it. */
export async function requireMember(visit: Visit): Promise<Member> {
  const me = await requireUser(visit);
  if (me.factorRequired !== null) throw redirect(paths.account({ next: visit.url.pathname + visit.url.search }));
  if (me.outside !== null || me.signOnRequired !== null) throw redirect(paths.keptOut());
  if (me.tenant === null) throw redirect(paths.company());
  return { ...me, tenant: me.tenant };
}

/** A member with the right; others get the page that says which right it is. The API checks again. */
export async function requireRight(visit: Visit, action: Action): Promise<Member> {
  const member = await requireMember(visit);
  if (member.actions.includes(action)) return member;
  throw refusal('permission.missing', member.ungranted.includes(action) ? { action, ungranted: '1' } : { action });
}

/** A member who may change something, or see how it is set: `mayChange` tells which. */
export async function requireSight(visit: Visit, action: Action): Promise<Member & { readonly mayChange: boolean }> {
  const member = await requireMember(visit);
  const mayChange = member.actions.includes(action);
  if (mayChange || member.actions.includes('see_settings')) return { ...member, mayChange };
  throw refusal('permission.missing', { action });
}

/** What the API would answer: nothing of the company was asked for yet. */
function refusal(fault: Fault, params: Readonly<Record<string, string>> = {}): ApiProblem {
  return new ApiProblem({ fault, status: 403, title: '', detail: '', field: undefined, params, requestId: undefined });
}
