import { dayRange } from '@highwater/calendar';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { LifeBuoy } from 'lucide-react';
import { listRooms } from '../../api/archive.ts';
import { approveSupport, endSupport, listSupportRequests, refuseSupport, SUPPORT_SCOPES } from '../../api/support.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { paths } from '../../paths.ts';
import { listChoices } from '../../people/list-choices.ts';
import { act, listField, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { refuseField } from '../../session/refuse-field.ts';
import { requireMember } from '../../session/require-member.ts';
import { isDay } from '../../components/is-day.ts';
import { SupportRequestCard } from '../../support/support-request-card.tsx';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('support.title');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const me = await requireMember(visit);
    const requests = await listSupportRequests(visit.api);
    const wantsContent = requests.some(
      ({ state, askedScopes }) => state === 'asked' && askedScopes.includes('conversations'),
    );
    const may = wantsContent && me.actions.includes('view');
    const [people, rooms] = await Promise.all([
      may ? listChoices(visit.api, { who: '', chosen: [], kind: 'employee' }) : [],
      may ? listRooms(visit.api, {}) : { items: [] },
    ]);
    return { requests, people, rooms: rooms.items };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    const { tenant } = await requireMember(visit);
    const intent = textField(form, 'intent');
    const requestId = textField(form, 'requestId');
    if (intent === 'refuse') await refuseSupport(visit.api, requestId);
    if (intent === 'end') await endSupport(visit.api, requestId);
    if (intent === 'approve') {
      const chosen = listField(form, 'scopes');
      const scopes = SUPPORT_SCOPES.filter((scope) => chosen.includes(scope));
      await approveSupport(visit.api, requestId, {
        scopes,
        hours: Number(textField(form, 'hours')),
        people: scopes.includes('conversations') ? listField(form, 'people') : [],
        rooms: scopes.includes('conversations') ? listField(form, 'rooms') : [],
        sentFrom: dayField(form, 'sentFrom', (day) => dayRange(tenant.zone, day).from),
        sentUntil: dayField(form, 'sentUntil', (day) => dayRange(tenant.zone, day).until),
      });
    }
    throw redirect(paths.support());
  });

/** An instant of the day in a field; null when it is empty. */
function dayField(form: FormData, name: string, read: (day: string) => number): number | null {
  const day = textField(form, name);
  if (day === '') return null;
  if (!isDay(day)) throw refuseField(name);
  return read(day);
}

export default function Support() {
  const { requests, people, rooms } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t } = useWords();
  const groups = [
    { title: t('support.waiting'), of: requests.filter(({ state }) => state === 'asked') },
    { title: t('support.open'), of: requests.filter(({ state }) => state === 'approved') },
    { title: t('support.past'), of: requests.filter(({ state }) => state !== 'asked' && state !== 'approved') },
  ];
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <div className="-mb-5">
        <PageHead title={t('support.title')} lead={t('support.lead')} />
        <p className="-mt-2 mb-5 text-sm">
          <TextLink to={paths.security()}>{t('support.securityPage')}</TextLink>
        </p>
      </div>
      {requests.length === 0 && (
        <EmptyState icon={LifeBuoy} title={t('support.none')}>
          {t('support.noneHint')}
        </EmptyState>
      )}
      {groups
        .filter(({ of }) => of.length > 0)
        .map(({ title, of }) => (
          <section key={title} className="flex flex-col gap-3">
            <h2 className="font-semibold">{title}</h2>
            {of.map((request) => (
              <SupportRequestCard
                key={request.requestId}
                request={request}
                people={people}
                rooms={rooms}
                refusal={refusal?.typed['requestId'] === request.requestId ? refusal : undefined}
              />
            ))}
          </section>
        ))}
    </div>
  );
}
