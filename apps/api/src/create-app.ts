import { FaultError } from '@highwater/domain';
import { Hono } from 'hono';
import type { ApiDeps } from './api-deps.ts';
import { mountCallbacks } from './callbacks/mount-callbacks.ts';
import { mountHealth } from './health/mount-health.ts';
import { addSecurityHeaders } from './http/add-security-headers.ts';
import { answerProblem } from './http/answer-problem.ts';
import type { ApiEnv } from './http/api-env.ts';
import { checkCsrf } from './http/check-csrf.ts';
import { findActor } from './http/find-actor.ts';
import { findAddress } from './http/find-address.ts';
import { giveRequestId } from './http/give-request-id.ts';
import { limitBody } from './http/limit-body.ts';
import { limitRate } from './http/limit-rate.ts';
import { logRequests } from './http/log-requests.ts';
import { mountIdentity } from './identity/mount-identity.ts';
import { mountOperatorIdentity } from './operator-identity/mount-operator-identity.ts';
import { mountOpenApi } from './openapi.ts';
import { mountScim } from './scim/mount-scim.ts';
import { mountSignOnAnswers, mountSignOnStart } from './single-sign-on/mount-sign-ons.ts';
import { routesOf } from './routes.ts';
import { addRoute } from './verbs/add-route.ts';

/** The gate: everything a person or a program may do. Does not listen. */
export function createApp(deps: ApiDeps): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.use(giveRequestId(), logRequests(deps), addSecurityHeaders(deps), findAddress(deps));
  mountHealth(app, deps);
  mountCallbacks(app, deps);
  mountSignOnAnswers(app, deps);
  mountScim(app, deps);
  app.use(limitRate(deps.limits.requestsPerMinute), checkCsrf(deps), limitBody());
  mountIdentity(app, deps);
  mountSignOnStart(app, deps);
  mountOperatorIdentity(app, deps);
  mountOpenApi(app);
  app.use('/v1/*', findActor(deps));
  for (const route of routesOf(deps.mode)) addRoute(app, deps, route);
  app.notFound((c) => answerProblem(c, new FaultError('thing.missing'), deps.log));
  app.onError((error, c) => answerProblem(c, error, deps.log));
  return app;
}
