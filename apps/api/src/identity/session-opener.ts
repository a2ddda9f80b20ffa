import { createAuthEndpoint } from '@better-auth/core/api';
import { FaultError } from '@highwater/domain';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

const opening = z.object({
  userId: z.string(),
  /** Columns of the session besides the library's. */
  fields: z.record(z.string(), z.string().nullable()),
});

/** A plugin of the identity library: opens a session for somebody who has proven otherwise who they are. Not on HTTP. */
export function sessionOpener() {
  return {
    id: 'highwater-session-opener',
    endpoints: {
      openSession: createAuthEndpoint.serverOnly({ method: 'POST', body: opening }, async (ctx) => {
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(ctx.body.userId);
        if (user === null) throw new FaultError('session.missing');
        const session = await internalAdapter.createSession(user.id, false, ctx.body.fields);
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ sessionId: session.id });
      }),
    },
  };
}
