import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Building2 } from 'lucide-react';
import { listOperatorSupport, listOperatorTenants } from '../../api/operator.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Cell, Row, Table } from '../../components/table.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { read } from '../../session/read.ts';
import { TextLink } from '../../components/text-link.tsx';
import { requireOperator } from '../../operator/require-operator.ts';
import { SupportList } from '../../operator/support-list.tsx';
import { paths } from '../../paths.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('operator.title');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    await requireOperator(visit);
    const [tenants, support] = await Promise.all([listOperatorTenants(visit.api), listOperatorSupport(visit.api)]);
    return { tenants, support, isOver: visit.url.searchParams.has('over') };
  });

export default function Tenants() {
  const { tenants, support, isOver } = useLoaderData<typeof loader>();
  const { t, when, formatCount } = useWords();
  const columns = [
    t('operator.tenant'),
    t('operator.status'),
    t('operator.created'),
    t('operator.members'),
    t('operator.connections'),
    t('operator.messages'),
    t('operator.lastPull'),
    t('operator.findings'),
  ];
  return (
    <div className="pt-6">
      {isOver && (
        <div className="mb-4" role="status">
          <Notice tone="attention" title={t('operator.over')} />
        </div>
      )}
      <PageHead title={t('operator.title')} lead={t('operator.lead')} />
      {tenants.length === 0 ? (
        <EmptyState icon={Building2} title={t('operator.none')} />
      ) : (
        <Table caption={t('operator.tenants')} columns={columns}>
          {tenants.map((tenant) => (
            <Row key={tenant.tenantId}>
              <Cell label={t('operator.tenant')}>
                <TextLink to={paths.operatorTenant(tenant.tenantId)}>{tenant.name}</TextLink>
              </Cell>
              <Cell label={t('operator.status')}>
                <StateBadge tone={tenant.status === 'active' ? 'healthy' : 'attention'}>
                  {t(`operator.${tenant.status}`)}
                </StateBadge>
              </Cell>
              <Cell number label={t('operator.created')}>
                {when(tenant.createdAt)}
              </Cell>
              <Cell number label={t('operator.members')}>
                {formatCount(tenant.members)}
              </Cell>
              <Cell number label={t('operator.connections')}>
                {formatCount(tenant.connections)}
              </Cell>
              <Cell number label={t('operator.messages')}>
                {formatCount(tenant.messages)}
              </Cell>
              <Cell number label={t('operator.lastPull')}>
                {when(tenant.lastPullAt)}
              </Cell>
              <Cell number label={t('operator.findings')}>
                {tenant.openFindings === 0 ? (
                  '0'
                ) : (
                  <StateBadge tone="attention">{formatCount(tenant.openFindings)}</StateBadge>
                )}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      <h2 className="mt-8 mb-2 font-semibold">{t('operator.support')}</h2>
      <SupportList requests={support} acts={false} />
    </div>
  );
}
