import { Form } from '@remix-run/react';
import type { OperatorSupport } from '../api/support.ts';
import { Button } from '../components/button.tsx';
import { Confirm } from '../components/confirm.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { Cell, Row, Table } from '../components/table.tsx';
import { paths } from '../paths.ts';
import { SupportState } from '../support/support-state.tsx';
import { TextLink } from '../components/text-link.tsx';
import { useWords } from '../words/words-context.tsx';

/** Requests as the operator's people see them. `acts`: the page takes back and ends them. */
export function SupportList({ requests, acts }: { requests: readonly OperatorSupport[]; acts: boolean }) {
  const { t, when, formatCount } = useWords();
  const columns = [
    t('operator.asked'),
    ...(acts ? [] : [t('operator.tenant')]),
    t('operator.by'),
    t('operator.scopes'),
    t('operator.hours'),
    t('operator.state'),
    t('operator.ends'),
    '',
  ];
  if (requests.length === 0) return <p className="text-muted">{t('operator.supportNone')}</p>;
  return (
    <Table caption={t('operator.support')} columns={columns}>
      {requests.map((request) => {
        const { requestId, number, tenantId, tenantName, operatorName, state, askedScopes, scopes } = request;
        const shown = scopes.length === 0 ? askedScopes : scopes;
        return (
          <Row key={requestId}>
            <Cell label={t('operator.asked')}>
              {t('support.number', { number })}
              <span className="block text-xs text-muted">{when(request.askedAt)}</span>
              {acts && request.reason !== null && <span className="block text-xs text-muted">{request.reason}</span>}
            </Cell>
            {!acts && (
              <Cell label={t('operator.tenant')}>
                <TextLink to={paths.operatorTenant(tenantId)}>{tenantName}</TextLink>
              </Cell>
            )}
            <Cell label={t('operator.by')}>{operatorName}</Cell>
            <Cell label={t('operator.scopes')}>{shown.map((scope) => t(`support.scope.${scope}`)).join(' · ')}</Cell>
            <Cell number label={t('operator.hours')}>
              {formatCount(request.hours ?? request.askedHours)}
            </Cell>
            <Cell label={t('operator.state')}>
              <SupportState request={request} />
            </Cell>
            <Cell number label={t('operator.ends')}>
              {when(request.endedAt ?? request.untilAt)}
            </Cell>
            <Cell label="">
              <div className="flex flex-wrap gap-2">
                {request.isOwn && state === 'approved' && (
                  <Form method="post" action={paths.operatorLook()} reloadDocument>
                    <HiddenFields values={{ requestId }} />
                    <Button look="primary">{t('operator.look')}</Button>
                  </Form>
                )}
                {acts && request.isOwn && (state === 'approved' || state === 'asked') && (
                  <Confirm
                    open={t(state === 'asked' ? 'operator.withdraw' : 'operator.end')}
                    warning={t(state === 'asked' ? 'operator.withdrawWarning' : 'operator.endWarning')}
                    confirm={t(state === 'asked' ? 'operator.withdraw' : 'operator.end')}
                    fields={{ intent: 'end', requestId }}
                  />
                )}
              </div>
            </Cell>
          </Row>
        );
      })}
    </Table>
  );
}
