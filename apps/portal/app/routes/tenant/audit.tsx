import { dayOf } from '@highwater/calendar';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ScrollText } from 'lucide-react';
import { getChainState, listAudit, listAuditActors, openSearchWords } from '../../api/audit.ts';
import { AuditFilter } from '../../audit/audit-filter.tsx';
import { AuditTabs } from '../../audit/audit-tabs.tsx';
import { ChainPanel } from '../../audit/chain-panel.tsx';
import { EntryRow } from '../../audit/entry-row.tsx';
import { auditAddress, isFiltered, readAuditFilters, toAuditQuery, toFileQuery } from '../../audit/filters.ts';
import { nameOf } from '../../audit/subject-name.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { MoreLink } from '../../components/more-link.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Table } from '../../components/table.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { paths } from '../../paths.ts';
import { act, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('audit.title');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const { tenant } = await requireRight(visit, 'see_audit');
    const search = visit.url.searchParams;
    const filters = readAuditFilters(search);
    const today = dayOf(tenant.zone, Date.now());
    const query = toAuditQuery(filters, tenant.zone, today);
    const [page, actors, state] = await Promise.all([
      listAudit(visit.api, query, search.get('cursor') ?? undefined),
      listAuditActors(visit.api),
      getChainState(visit.api),
    ]);
    return { page, actors, state, filters, today, file: toFileQuery(query) };
  });

/** Opens the words of one search. */
export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    const auditId = textField(form, 'auditId');
    return { auditId, words: await openSearchWords(visit.api, auditId) };
  });

export default function Audit() {
  const { page, actors, state, filters, today, file } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords();
  const { t, when } = words;
  const opened = answer !== undefined && 'words' in answer ? answer : null;
  const about = page.items.find(({ subject }) => subject !== null && subject === filters.about);
  return (
    <>
      <PageHead title={t('audit.title')} lead={t('audit.lead')} />
      <AuditTabs />
      <ChainPanel state={state} />
      <AuditFilter
        filters={filters}
        actors={actors}
        aboutName={about === undefined ? '' : nameOf(about, words, when)}
        today={today}
      />
      {answer !== undefined && 'problem' in answer && <FormProblem problem={answer.problem} />}
      {page.items.length === 0 ? (
        <EmptyState icon={ScrollText} title={t(isFiltered(filters) ? 'audit.noneFound' : 'audit.none')}>
          {isFiltered(filters) && t('audit.noneFoundHint')}
        </EmptyState>
      ) : (
        <Table
          caption={t('audit.page')}
          columns={[t('audit.when'), t('audit.who'), t('audit.what'), t('audit.subject'), t('audit.from')]}
        >
          {page.items.map((entry) => (
            <EntryRow
              key={entry.auditId}
              entry={entry}
              mayReadSearches={state.mayReadSearches}
              opened={opened?.auditId === entry.auditId ? opened.words : null}
            />
          ))}
        </Table>
      )}
      <MoreLink
        to={page.nextCursor === null ? null : paths.audit({ ...auditAddress(filters), cursor: page.nextCursor })}
      />
      <section className="mt-8 border-t border-line pt-4 text-sm">
        <h2 className="font-semibold">{t('audit.file.title')}</h2>
        <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
          <TextLink to={paths.auditTable(file)} reloadDocument>
            {t('audit.file.table')}
          </TextLink>
          <TextLink to={paths.auditFile(file)} reloadDocument>
            {t('audit.file.lines')}
          </TextLink>
        </p>
        <p className="mt-1 text-xs text-muted">{t('audit.file.hint')}</p>
      </section>
    </>
  );
}
