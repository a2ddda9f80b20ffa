import { findPerson, inTenant, joinCustomer as join, separateCustomer as separate, type TenantTx } from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { getPersonInput } from './get-person.ts';

export const splitCustomerInput = getPersonInput;

/** Says that an id is another person than those that WeCom gives the same unionid. Undone by `joinCustomer`. */
export function separateCustomer(ctx: VerbContext, raw: RawInput): Promise<void> {
  return change(ctx, raw, 'customer.separated', (tx, person, memberId) =>
    separate(tx, person, memberId, ctx.deps.clock.now()),
  );
}

/** Takes back that an id is another person. */
export function joinCustomer(ctx: VerbContext, raw: RawInput): Promise<void> {
  return change(ctx, raw, 'customer.joined', (tx, person) => join(tx, person));
}

type Person = ReturnType<typeof parseInput<typeof splitCustomerInput>>['params'];
type MemberId = ReturnType<typeof authorise>['memberId'];

/** Asking again for what is said already changes nothing and is no refusal. */
async function change(
  ctx: VerbContext,
  raw: RawInput,
  event: string,
  write: (tx: TenantTx, person: Person, memberId: MemberId) => Promise<boolean>,
): Promise<void> {
  const { tenantId, memberId, rights } = authorise(ctx, 'connect');
  const { params } = parseInput(splitCustomerInput, raw);
  await inTenant(ctx.deps.database, tenantId, async (tx) => {
    if ((await findPerson(tx, rights.access('view'), params)) === undefined) throw new FaultError('thing.missing');
    if (await write(tx, params, memberId))
      await recordAudit(ctx, tx, { event, memberId, subject: `person:${params.personKey}` });
  });
}
