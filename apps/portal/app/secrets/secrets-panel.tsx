import type { ConnectionView } from '../api/setup-types.ts';
import { buttonClass } from '../components/button.tsx';
import { Panel } from '../components/panel.tsx';
import { checkOf, toneOfCheck } from '../connect/check-list.tsx';
import type { Refusal } from '../session/act.ts';
import { SecretForm } from '../triggers/secret-form.tsx';
import { useWords } from '../words/words-context.tsx';
import { FurtherSecret } from './further-secret.tsx';
import { SecretCard } from './secret-card.tsx';

interface SecretsPanelProps {
  readonly connection: ConnectionView;
  readonly refusal: Refusal | undefined;
  readonly now: number;
}

const STATES = { passed: 'accepted', failed: 'refused', waiting: 'unproven' } as const;

/** The three secrets of a corp, each with what it opens. */
export function SecretsPanel({ connection, refusal, now }: SecretsPanelProps) {
  const { t, fault } = useWords();
  const check = checkOf(connection, 'credentials');
  const words = check.fault === null || check.state === 'passed' ? null : fault(check.fault, check.params);
  return (
    <div id="secrets" className="mt-8">
      <Panel title={t('secrets.title')}>
        <p className="mb-4 text-sm text-muted">{t('secrets.lead')}</p>
        <ul className="divide-y divide-line">
          <SecretCard
            purpose="archive"
            tone={toneOfCheck(check)}
            state={t(`secrets.state.${STATES[check.state]}`)}
            set={{ at: connection.secretSetAt, by: connection.secretSetBy }}
            checkedAt={check.checkedAt}
            now={now}
          >
            {words !== null && (
              <div className="text-sm">
                <p>{words.title}</p>
                <p className="text-muted">{words.cure}</p>
              </div>
            )}
            <details open={refusal?.intent === 'secret' || undefined}>
              <summary className={buttonClass('quiet')}>{t('secrets.replace')}</summary>
              <div className="mt-3">
                <SecretForm key={connection.secretSetAt} connection={connection} refusal={refusal} />
              </div>
            </details>
          </SecretCard>
          <FurtherSecret connection={connection} purpose="customer_contact" refusal={refusal} now={now} />
          <FurtherSecret connection={connection} purpose="contacts" refusal={refusal} now={now} />
        </ul>
      </Panel>
    </div>
  );
}
