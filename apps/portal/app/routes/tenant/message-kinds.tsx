import { kindCoverage } from '@highwater/message-view/kind-coverage';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FileQuestion } from 'lucide-react';
import { Cell, Row, Table } from '../../components/table.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { KindCells, STEPS } from '../../gaps/kind-cells.tsx';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('kindCoverage.title');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    await requireRight(visit, 'see_completeness');
    return { kinds: kindCoverage };
  });

/** What is done with each kind of message, as the samples prove it. */
export default function MessageKinds() {
  const { kinds } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const missing = kinds.flatMap((kind) =>
    STEPS.flatMap((step) =>
      kind[step].missing.map((one) => ({ ...one, step, key: `${step} ${one.sample} ${one.text}` })),
    ),
  );
  const samples = kinds.reduce((sum, { stored }) => sum + stored.of, 0);
  return (
    <div className="max-w-5xl">
      <PageHead title={t('kindCoverage.title')} lead={t('kindCoverage.lead')} />
      <dl className="mb-5 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[max-content_1fr]">
        {STEPS.map((step) => (
          <div key={step} className="sm:contents">
            <dt className="font-medium">{t(`kindCoverage.step.${step}`)}</dt>
            <dd className="text-muted">{t(`kindCoverage.means.${step}`)}</dd>
          </div>
        ))}
      </dl>
      <Table
        caption={t('kindCoverage.caption')}
        columns={[
          t('kindCoverage.kind'),
          ...STEPS.map((step) => t(`kindCoverage.step.${step}`)),
          t('kindCoverage.sample'),
        ]}
      >
        {kinds.map((kind) => (
          <Row key={kind.kind}>
            <Cell label={t('kindCoverage.kind')}>
              {t(`kinds.name.${kind.kind}`)} <code className="text-xs text-muted">{kind.kind}</code>
            </Cell>
            <KindCells coverage={kind} />
            <Cell label={t('kindCoverage.sample')}>
              <code className="text-xs break-all text-muted">{kind.proof}</code>
            </Cell>
          </Row>
        ))}
      </Table>
      <section className="mt-6">
        <h2 className="mb-2 font-semibold">{t('kindCoverage.missing')}</h2>
        {missing.length === 0 ? (
          <p className="text-sm text-healthy">{t('kindCoverage.all', { samples })}</p>
        ) : (
          <ul className="space-y-1 text-sm">
            {missing.map(({ key, sample, step, text }) => (
              <li key={key} className="flex flex-wrap items-center gap-x-2">
                <FileQuestion aria-hidden size={14} className="shrink-0 text-attention" />
                <code className="text-xs break-all">{sample}</code>
                <span className="text-muted">
                  {t('kindCoverage.missingIn', { step: t(`kindCoverage.step.${step}`), text })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
