import type { OutsideIndexView } from '../api/search-index.ts';
import { Confirm } from '../components/confirm.tsx';
import { FactList } from '../components/fact-list.tsx';
import { Meter } from '../components/meter.tsx';
import { Panel } from '../components/panel.tsx';
import { StateBadge, type Tone } from '../components/state-badge.tsx';
import { useWords } from '../words/words-context.tsx';

type Standing = 'off' | 'filling' | 'ready' | 'troubled' | 'leaving';

const TONES: Readonly<Record<Standing, Tone>> = {
  off: 'neutral',
  filling: 'waiting',
  ready: 'healthy',
  troubled: 'attention',
  leaving: 'waiting',
};

function standingOf({ on, leaving, ready, waiting, progress }: OutsideIndexView): Standing {
  if (!on) return leaving ? 'leaving' : 'off';
  if (progress !== null) return 'filling';
  return ready && waiting === 0 ? 'ready' : 'troubled';
}

/** The server that makes searching faster, where there is one: what stands there, and the switch. */
export function OutsideIndex({ outside, mayWork }: { outside: OutsideIndexView | null; mayWork: boolean }) {
  const { t } = useWords();
  if (outside === null) {
    return (
      <Panel title={t('searchIndex.typesense.title')}>
        <p className="max-w-prose text-sm text-muted">{t('searchIndex.typesense.none')}</p>
      </Panel>
    );
  }
  const standing = standingOf(outside);
  return (
    <Panel
      title={t('searchIndex.typesense.title')}
      aside={<StateBadge tone={TONES[standing]}>{t(`searchIndex.typesense.${standing}`)}</StateBadge>}
    >
      <div className="flex flex-col gap-4" aria-live="polite">
        <p className="max-w-prose text-sm text-muted">{t('searchIndex.typesense.lead')}</p>
        <p className="max-w-prose text-sm">{t('searchIndex.typesense.clear')}</p>
        <Standing outside={outside} standing={standing} />
        {mayWork && <Switch outside={outside} />}
      </div>
    </Panel>
  );
}

function Standing({ outside, standing }: { outside: OutsideIndexView; standing: Standing }) {
  const { t, when, formatCount } = useWords();
  const { offered, on, indexed, waiting, changedAt, checkedAt, progress } = outside;
  if (on && !offered) return <p className="text-sm text-attention">{t('searchIndex.typesense.gone')}</p>;
  if (standing === 'leaving') return <p className="text-sm">{t('searchIndex.typesense.leavingWhy')}</p>;
  if (standing === 'off') {
    if (changedAt === null) return null;
    return <p className="text-sm text-muted">{t('searchIndex.typesense.left', { time: when(changedAt) })}</p>;
  }
  if (progress !== null) {
    const text = t('searchIndex.progress', { done: formatCount(progress.done), total: formatCount(progress.total) });
    return (
      <Meter
        label={t('searchIndex.typesense.filling')}
        done={progress.done}
        total={progress.total === 0 ? null : progress.total}
        text={progress.total === 0 ? t('searchIndex.counting') : text}
      />
    );
  }
  return (
    <>
      {standing === 'troubled' && <p className="text-sm">{t('searchIndex.typesense.troubledWhy')}</p>}
      <FactList
        facts={[
          [t('searchIndex.typesense.holds'), formatCount(indexed)],
          [t('searchIndex.typesense.behind'), formatCount(waiting)],
          [t('searchIndex.typesense.checkedAt'), when(checkedAt)],
        ]}
      />
    </>
  );
}

function Switch({ outside: { on, offered } }: { outside: OutsideIndexView }) {
  const { t } = useWords();
  if (on) {
    return (
      <Confirm
        open={t('searchIndex.typesense.offOpen')}
        warning={t('searchIndex.typesense.offWarning')}
        confirm={t('searchIndex.typesense.offConfirm')}
        fields={{ intent: 'typesense-off' }}
      />
    );
  }
  if (!offered) return null;
  return (
    <Confirm
      open={t('searchIndex.typesense.on')}
      warning={t('searchIndex.typesense.onWarning')}
      confirm={t('searchIndex.typesense.onConfirm')}
      fields={{ intent: 'typesense-on' }}
      destroys={false}
    />
  );
}
