import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getMember, viewAs } from '../../api/members.ts';
import type { ViewAsView } from '../../api/setup-types.ts';
import { PageHead } from '../../components/page-head.tsx';
import { Panel } from '../../components/panel.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { numberWords } from '../../members/number-words.ts';
import { paths } from '../../paths.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('grants.viewAs.open');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, params) => {
    await requireRight(visit, 'manage_roles');
    const memberId = params['memberId'] ?? '';
    const [member, seen] = await Promise.all([getMember(visit.api, memberId), viewAs(visit.api, memberId)]);
    return { name: member.name, memberId, seen };
  });

/** Actions that reach the same stand together. */
function alike(reach: ViewAsView['reach']) {
  const groups = Map.groupBy(reach, ({ numbers: { actions: _own, ...numbers } }) => JSON.stringify(numbers));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ actions: group.map(({ action }) => action), numbers: first.numbers }];
  });
}

export default function ViewAs() {
  const { name, memberId, seen } = useLoaderData<typeof loader>();
  const words = useWords();
  const { t } = words;
  const { actions, reach, conversations, hiddenFromYou, hasMore } = seen;
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <div className="-mb-5">
        <p className="mb-2 text-sm">
          <TextLink to={paths.member(memberId)}>{name}</TextLink>
        </p>
        <PageHead title={t('grants.viewAs.title', { name })} lead={t('grants.viewAs.lead')} />
      </div>
      <Panel title={t('grants.viewAs.may')}>
        <p className="text-sm">
          {actions.length === 0
            ? t('roles.mayNothing')
            : actions.map((each) => t(`members.right.${each}`)).join(t('common.comma'))}
        </p>
        {reach.length === 0 && <p className="mt-2 text-sm text-muted">{t('grants.viewAs.nothing')}</p>}
        <dl className="mt-3 flex flex-col gap-2 text-sm">
          {alike(reach).map(({ actions: of, numbers }) => (
            <div key={of.join(' ')}>
              <dt className="font-medium">{of.map((each) => t(`members.right.${each}`)).join(t('common.comma'))}</dt>
              <dd className="text-muted tabular-nums">{numberWords(numbers, words)}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      {reach.length > 0 && (
        <Panel title={t('grants.viewAs.conversations')}>
          {conversations.length === 0 && <p className="text-sm text-muted">{t('grants.viewAs.none')}</p>}
          <ul className="flex flex-col gap-1.5 text-sm">
            {conversations.map((each) => (
              <li key={each.conversationId} className="min-w-0 truncate">
                <TextLink to={paths.conversation(each.conversationId)}>
                  {each.name ?? each.people.map(({ displayName }) => displayName).join(t('common.comma'))}
                </TextLink>
              </li>
            ))}
          </ul>
          {hiddenFromYou > 0 && (
            <p className="mt-3 text-sm text-muted">{t('grants.viewAs.hidden', { count: hiddenFromYou })}</p>
          )}
          {hasMore && <p className="mt-3 text-sm text-muted">{t('grants.viewAs.more')}</p>}
        </Panel>
      )}
    </div>
  );
}
