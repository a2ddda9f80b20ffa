import { Notice } from '../components/notice.tsx';
import { TextLink } from '../components/text-link.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import type { Ledger } from './ledger.tsx';

/** What can be said of a corp's archive, in one sentence, and what cannot, with the way to it. */
export function Statement({ ledger, now }: { ledger: Ledger; now: number }) {
  const { t, when, formatCount } = useWords();
  const counted = (
    key: 'waitForKeys' | 'unreadable' | 'unseenCount' | 'intervals',
    amount: number | string,
  ): string[] =>
    Number(amount) === 0 ? [] : [t(`completeness.${key}`, { count: Number(amount), shown: formatCount(amount) })];
  const open = [
    ...counted('waitForKeys', ledger.sealed),
    ...counted('unreadable', ledger.unreadable),
    ...counted('unseenCount', ledger.unseenTotal),
    ...counted('intervals', ledger.unprovable.length),
  ];
  return (
    <section aria-label={ledger.name}>
      <h2 className="mb-1 text-sm text-muted">
        {ledger.name} <span className="font-mono text-xs">{ledger.corpId}</span>
      </h2>
      <p className="text-base font-medium text-pretty">
        {ledger.stored === 0
          ? t('overview.nothingYet')
          : t('overview.stored', { seq: formatCount(ledger.lastSeq), time: when(ledger.asOf) })}
      </p>
      <p className="mt-1 text-sm text-pretty">
        {open.length === 0
          ? t('completeness.nothingOpen')
          : t('completeness.openList', { list: open.join(t('common.comma')) })}
        {ledger.sealed > 0 && (
          <>
            {' '}
            <TextLink to={paths.quarantine()}>{t('completeness.toQuarantine')}</TextLink>{' '}
            <TextLink to={paths.keys()}>{t('completeness.toKeys')}</TextLink>
          </>
        )}
      </p>
      {ledger.lossBeginsAt !== null && (
        <div className="mt-3">
          <Countdown since={ledger.asOf} begins={ledger.lossBeginsAt} now={now} />
        </div>
      )}
    </section>
  );
}

/** How long WeCom keeps messages. */
const WINDOW_MS = 5 * 86_400_000;

function Countdown({ since, begins, now }: { since: number | null; begins: number; now: number }) {
  const { t, when, formatDuration } = useWords();
  const seconds = Math.floor((begins - now) / 60_000) * 60;
  return (
    <Notice tone={seconds > 0 ? 'attention' : 'loss'} title={t('completeness.countdown', { since: when(since) })}>
      {seconds > 0
        ? t('completeness.countdownBegins', { time: when(begins), left: formatDuration(seconds) })
        : t('completeness.countdownOver', { from: when(begins - WINDOW_MS), until: when(now - WINDOW_MS) })}
    </Notice>
  );
}
