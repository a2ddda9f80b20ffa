import { asPlatform, findOperator, findSupportPlace, findSupportRequest, inTenant } from '@highwater/db';
import { FaultError, type MemberId, type SupportRequestId, type UserId } from '@highwater/domain';
import type { Actor, OperatorActor, SupportActor } from '../actor/actor.ts';
import type { ApiDeps } from '../api-deps.ts';
import { rightsOfSupport } from './rights-of-support.ts';

type Deps = Pick<ApiDeps, 'database' | 'clock' | 'operators'>;

/** One of the operator's people by its session of the console; read anew for every request. */
export async function findOperatorActor(deps: Deps, headers: Headers): Promise<OperatorActor | { kind: 'nobody' }> {
  const account = (await deps.operators?.findOperator(headers)) ?? null;
  if (account === null) return { kind: 'nobody' };
  const operator = await asPlatform(deps.database, 'session look-up', (tx) => findOperator(tx, account.operatorId));
  return operator === undefined ? { kind: 'nobody' } : { kind: 'operator', ...operator };
}

/** The same in a company, as its owner allowed; read anew for every request. Throws `support.over`. */
export async function findSupportActor(deps: Deps, headers: Headers, asked: string): Promise<Actor> {
  const operator = await findOperatorActor(deps, headers);
  if (operator.kind === 'nobody') return operator;
  const found = await readSupport(deps, operator, asked);
  if (found === undefined) throw new FaultError('support.over');
  return found;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function readSupport(deps: Deps, operator: OperatorActor, asked: string): Promise<SupportActor | undefined> {
  if (!UUID.test(asked)) return undefined;
  const requestId = asked as SupportRequestId;
  const now = deps.clock.now();
  const tenantId = await asPlatform(deps.database, 'session look-up', (tx) =>
    findSupportPlace(tx, requestId, operator.operatorId, now),
  );
  if (tenantId === undefined) return undefined;
  const request = await inTenant(deps.database, tenantId, (tx) => findSupportRequest(tx, requestId));
  const isOpen = request?.state === 'approved' && request.untilAt !== null && request.untilAt > now;
  if (request === undefined || !isOpen || request.untilAt === null) return undefined;
  const { number, scopes, untilAt } = request;
  return {
    kind: 'support',
    support: { requestId, number, operator, scopes, until: untilAt },
    tenantId,
    rights: rightsOfSupport(request, now),
    ...NOBODYS_MEMBERSHIP,
    // Of no member: what is kept by member is not support's, and lines of the log name the operator instead.
    memberId: asked as MemberId,
    user: { ...NOBODYS_ACCOUNT, name: operator.name },
  };
}

const NOBODYS_MEMBERSHIP = {
  memberships: [],
  role: 'auditor',
  customRole: null,
  language: null,
  grants: [],
  reason: { sessionId: '', hours: null, auditId: null, givenAt: null, until: null },
} as const;

const NOBODYS_ACCOUNT = {
  userId: '' as UserId,
  email: '',
  sessionId: '',
  factor: 'passkey',
  signedInAt: 0,
  provenAt: null,
  tenantId: null,
} as const;
