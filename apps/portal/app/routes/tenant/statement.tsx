import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getStatement, type StatementView } from '../../api/audit.ts';
import { Button } from '../../components/button.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Cell, Row, Table } from '../../components/table.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { paths } from '../../paths.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('statements.title');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, { month = '' }) => {
    await requireRight(visit, 'see_audit');
    return getStatement(visit.api, month);
  });

const NUMBERS = ['conversations', 'people', 'files', 'searches', 'exports', 'downloads', 'denials'] as const;
const DAY_MS = 86_400_000;

/** One month: a line per member, printed as it stands. */
export default function Statement() {
  const statement = useLoaderData<typeof loader>();
  const { t, when, formatCount, formatDate } = useWords();
  const { month, zone, fromAt, untilAt, madeAt, lines } = statement;
  const period = {
    from: formatDate(fromAt, zone),
    // The end is the beginning of the next month.
    until: formatDate(untilAt - DAY_MS / 2, zone),
    zone,
  };
  const range = { from: period.from, until: period.until };
  return (
    <>
      <TextLink to={paths.statements()} className="text-sm print:hidden">
        {t('statements.back')}
      </TextLink>
      <PageHead
        title={t('statements.month', { month })}
        lead={`${t('statements.period', period)} · ${t('statements.made', { time: when(madeAt) })}`}
        action={
          <span className="flex flex-wrap items-center gap-4 print:hidden">
            <TextLink to={paths.statementTable(month)} reloadDocument className="text-sm">
              {t('statements.table')}
            </TextLink>
            <Button type="button" onClick={() => window.print()}>
              {t('statements.print')}
            </Button>
          </span>
        }
      />
      <Table
        caption={t('statements.month', { month })}
        columns={[t('audit.who'), ...NUMBERS.map((name) => t(`statements.${name}`)), t('statements.top')]}
      >
        {lines.map((line) => (
          <Row key={line.memberId}>
            <Cell label={t('audit.who')}>
              <TextLink to={paths.audit({ who: line.memberId, ...range })} title={t('statements.log')}>
                {line.name ?? t('statements.unknown')}
              </TextLink>
              {!line.isMember && <span className="text-muted">{t('audit.left')}</span>}
            </Cell>
            {NUMBERS.map((name) => (
              <Cell key={name} number label={t(`statements.${name}`)}>
                {formatCount(line[name])}
              </Cell>
            ))}
            <Cell label={t('statements.top')}>
              <Top line={line} range={range} />
            </Cell>
          </Row>
        ))}
        <Row>
          <Cell label={t('audit.who')}>
            <strong>{t('statements.total')}</strong>
          </Cell>
          {NUMBERS.map((name) => (
            <Cell key={name} number label={t(`statements.${name}`)}>
              <strong>{formatCount(lines.reduce((sum, line) => sum + line[name], 0))}</strong>
            </Cell>
          ))}
          <Cell label={t('statements.top')}>{''}</Cell>
        </Row>
      </Table>
    </>
  );
}

type Line = StatementView['lines'][number];

function Top({ line, range }: { line: Line; range: { readonly from: string; readonly until: string } }) {
  const { t, formatCount } = useWords();
  if (line.top.length === 0) return <span className="text-xs text-muted">{t('statements.nothing')}</span>;
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-0.5 text-xs">
      {line.top.map(({ subject, name, times }) => (
        <li key={subject}>
          <TextLink to={paths.audit({ who: line.memberId, about: subject, ...range })}>
            {t('statements.times', { name: name ?? t('statements.unknown'), count: formatCount(times) })}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
