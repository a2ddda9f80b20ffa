import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { compareCheckpoints, getChainState, verifyAudit } from '../../api/audit.ts';
import { AuditTabs } from '../../audit/audit-tabs.tsx';
import { ChainPanel } from '../../audit/chain-panel.tsx';
import { ComparePanel } from '../../audit/compare-panel.tsx';
import { addPart, readVerified } from '../../audit/verdict.ts';
import { VerifyPanel } from '../../audit/verify-panel.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Panel } from '../../components/panel.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { paths } from '../../paths.ts';
import { act, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('audit.verify.title');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    await requireRight(visit, 'see_audit');
    return { state: await getChainState(visit.api) };
  });

/** Verifies one part of the log, or compares checkpoints. */
export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    if (textField(form, 'intent') === 'compare') {
      const file = form.get('file');
      const chosen = file instanceof File ? await file.text() : '';
      return { compared: await compareCheckpoints(visit.api, `${textField(form, 'text')}\n${chosen}`.trim()) };
    }
    const [after, afterRow] = [textField(form, 'after'), textField(form, 'afterRow')];
    const before = after === '' && afterRow === '' ? null : readVerified(textField(form, 'before'));
    const place = { ...(after === '' ? {} : { after: Number(after) }), ...(afterRow === '' ? {} : { afterRow }) };
    return { verified: addPart(before, await verifyAudit(visit.api, before === null ? {} : place)) };
  });

export default function AuditVerify() {
  const { state } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords();
  const refusal = answer !== undefined && 'problem' in answer ? answer : null;
  const refusedOf = (intent: string) => (refusal?.intent === intent ? refusal : null);
  return (
    <>
      <PageHead title={t('audit.title')} lead={t('audit.lead')} />
      <AuditTabs />
      <ChainPanel state={state} />
      <div className="flex max-w-3xl flex-col gap-4">
        <VerifyPanel
          verified={answer !== undefined && 'verified' in answer ? (answer.verified ?? null) : null}
          problem={refusedOf('verify')?.problem ?? null}
        />
        <ComparePanel
          compared={answer !== undefined && 'compared' in answer ? (answer.compared ?? null) : null}
          refusal={refusedOf('compare')}
        />
        <Panel title={t('audit.checkpoints.title')}>
          <p className="mb-2 text-sm text-muted">{t('audit.checkpoints.lead')}</p>
          <TextLink to={paths.auditCheckpoints()} reloadDocument className="text-sm">
            {t('audit.checkpoints.download')}
          </TextLink>
        </Panel>
      </div>
    </>
  );
}
