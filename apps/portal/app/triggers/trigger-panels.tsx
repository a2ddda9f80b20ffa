import type { CallbackSecretsView, RepullView } from '@highwater/api-client';
import type { ReactNode } from 'react';
import type { ConnectionView } from '../api/setup-types.ts';
import { Panel } from '../components/panel.tsx';
import type { Refusal } from '../session/act.ts';
import { useWords } from '../words/words-context.tsx';
import { CallbackPart } from './callback-part.tsx';
import { PullingForm } from './pulling-form.tsx';
import { RepullPart } from './repull-part.tsx';

interface TriggerPanelsProps {
  readonly connection: ConnectionView;
  readonly repulls: readonly RepullView[];
  readonly refusal: Refusal | undefined;
  readonly made: CallbackSecretsView | undefined;
  readonly idempotencyKey: string;
  /** The state of pulling, with its button. */
  readonly children: ReactNode;
}

/** Everything that sets pulls going, for a connection that exists. */
export function TriggerPanels(props: TriggerPanelsProps) {
  const { connection, refusal } = props;
  const { t } = useWords();
  const { mode, timeOfDay } = connection.pulling;
  const is =
    mode === 'daily' ? t('triggers.pulling.isDaily', { time: timeOfDay ?? '' }) : t('triggers.pulling.isContinuous');
  return (
    <section aria-label={t('triggers.title')} className="mt-8 flex flex-col gap-4">
      <h2 className="text-base">{t('triggers.title')}</h2>
      <Panel title={t('triggers.pulling.title')} aside={<span className="text-xs text-muted tabular-nums">{is}</span>}>
        <div className="flex flex-col gap-5">
          {props.children}
          <PullingForm key={`${mode} ${timeOfDay}`} connection={connection} refusal={refusal} />
        </div>
      </Panel>
      <Panel title={t('triggers.callback.title')}>
        <CallbackPart connection={connection} made={props.made} />
      </Panel>
      <Panel title={t('triggers.repull.title')}>
        <RepullPart
          key={props.repulls[0]?.repullId ?? ''}
          connection={connection}
          repulls={props.repulls}
          refusal={refusal}
          idempotencyKey={props.idempotencyKey}
        />
      </Panel>
    </section>
  );
}
