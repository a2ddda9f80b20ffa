import {
  asPlatform,
  countSupportLooks,
  expireSupport,
  findSupportRequest,
  getTenant,
  inTenant,
  listDueSupport,
  listOwners,
  noteSupportMailed,
  type DueSupport,
  type SupportRequestRow,
  type TenantTx,
} from '@highwater/db';
import { sumSupportLooks, type Language } from '@highwater/domain';
import { supportAskedMail, supportEndedMail, type MailContent } from '@highwater/mail';
import { auditSystem } from '../audit-system.ts';
import { forEachApart } from '../for-each-apart.ts';
import { messageIdOf, type MailDeps } from '../mail/mail-deps.ts';
import type { Sweep } from '../sweep/sweep.ts';

/** Requests looked after per tick; the rest waits for the next one. */
const PER_TICK = 100;

type Deps = Pick<MailDeps, 'database' | 'clock' | 'mailer' | 'failpoint' | 'portalUrl'>;

/**
 * Ends what time has ended, and tells owners what was asked and what was looked at. The access itself needs no sweep: it
 * is judged by the clock at every request. A mail that was sent and not noted is sent again under the same id.
 */
export function createSupportSweep(deps: Deps): Pick<Sweep, 'name'> & { run(): Promise<void> } {
  return {
    name: 'support access',
    async run() {
      const now = deps.clock.now();
      const due = await asPlatform(deps.database, 'sweep', (tx) => listDueSupport(tx, now, PER_TICK));
      await forEachApart(due, async (each) => (each.due === 'expire' ? expire(deps, each) : mailOwners(deps, each)));
    },
  };
}

async function expire(deps: Deps, { tenantId, requestId }: DueSupport): Promise<void> {
  const now = deps.clock.now();
  await inTenant(deps.database, tenantId, async (tx) => {
    const request = await findSupportRequest(tx, requestId);
    if (request === undefined || !(await expireSupport(tx, requestId, now))) return;
    const detail = { request: request.number, operator: request.operatorName, by: 'time' };
    await auditSystem(tx, now, { event: 'support.ended', subject: `support:${requestId}`, detail });
  });
}

async function mailOwners(deps: Deps, { tenantId, requestId, due }: DueSupport): Promise<void> {
  const which = due === 'mail asked' ? 'asked' : 'ended';
  const prepared = await inTenant(deps.database, tenantId, async (tx) => {
    const request = await findSupportRequest(tx, requestId);
    if (request === undefined) return [];
    const write = await writerOf(deps, tx, request, which);
    return (await listOwners(tx)).map(({ email, language }, at) => ({ to: email, at, content: write(language) }));
  });
  for (const { to, at, content } of prepared) {
    const messageId = messageIdOf(deps.portalUrl, `support-${which}-${requestId}-${at}`);
    await deps.mailer.send({ ...content, to, messageId });
  }
  deps.failpoint('mail.sent');
  await inTenant(deps.database, tenantId, (tx) => noteSupportMailed(tx, requestId, which, deps.clock.now()));
}

/** Writes the mail in an owner's language, or the company's. */
async function writerOf(
  deps: Deps,
  tx: TenantTx,
  request: SupportRequestRow,
  which: 'asked' | 'ended',
): Promise<(language: Language | null) => MailContent> {
  const tenant = await getTenant(tx);
  const { operatorName, number, reason, askedScopes: scopes, askedHours: hours } = request;
  const about = { companyName: tenant.name, operatorName, link: `${deps.portalUrl}/settings/support` };
  if (which === 'asked')
    return (language) => supportAskedMail({ ...about, language: language ?? tenant.language, reason, scopes, hours });
  const now = deps.clock.now();
  const [from, until] = [request.decidedAt ?? request.askedAt, request.endedAt ?? now];
  const looks = sumSupportLooks(await countSupportLooks(tx, { number, since: from, until: now }));
  const ended = { ...about, number, from, until, timeZone: tenant.zone, looks };
  return (language) => supportEndedMail({ ...ended, language: language ?? tenant.language });
}
