import type { FileDayView } from '../api/files.ts';
import type { Page } from '../api/types.ts';
import { MoreLink } from '../components/more-link.tsx';
import { Cell, Row, Table } from '../components/table.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';

/** Files by the UTC day of their messages. */
export function FileDays({ page }: { page: Page<FileDayView> }) {
  const { t, formatCount, formatBytes } = useWords();
  if (page.items.length === 0) return null;
  const columns = [
    t('files.stored'),
    t('files.wanted'),
    t('files.absent'),
    t('files.deviating'),
    t('files.bytes'),
  ] as const;
  return (
    <section className="flex flex-col gap-2">
      <div>
        <h2 className="text-sm font-semibold">{t('files.days')}</h2>
        <p className="text-xs text-muted">{t('files.daysLead')}</p>
      </div>
      <Table caption={t('files.days')} columns={[t('files.day'), ...columns]}>
        {page.items.map((day) => {
          const counts = [day.stored, day.wanted, day.absent, day.deviating].map(formatCount);
          return (
            <Row key={day.day}>
              <Cell number label={t('files.day')}>
                {day.day}
              </Cell>
              {[...counts, formatBytes(day.bytes)].map((text, at) => (
                <Cell key={columns[at]} number label={columns[at] ?? ''}>
                  {text}
                </Cell>
              ))}
            </Row>
          );
        })}
      </Table>
      <MoreLink to={page.nextCursor === null ? null : paths.files({ days: page.nextCursor })} />
    </section>
  );
}
