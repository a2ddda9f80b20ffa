import { Form, useNavigation } from '@remix-run/react';
import type { ConnectionView } from '../api/setup-types.ts';
import { Button, buttonClass } from '../components/button.tsx';
import { Confirm } from '../components/confirm.tsx';
import { Field } from '../components/field.tsx';
import { FormProblem } from '../components/form-problem.tsx';
import { Notice } from '../components/notice.tsx';
import type { Tone } from '../components/state-badge.tsx';
import type { Refusal } from '../session/act.ts';
import { useWords } from '../words/words-context.tsx';
import { SecretCard } from './secret-card.tsx';
import { causeOf, type FurtherPurpose, type SecretState } from './secret-words.ts';

const TONES: Readonly<Record<SecretState['state'], Tone>> = {
  accepted: 'healthy',
  refused: 'loss',
  unproven: 'waiting',
};

interface FurtherSecretProps {
  readonly connection: ConnectionView;
  readonly purpose: FurtherPurpose;
  readonly refusal: Refusal | undefined;
  readonly now: number;
}

/** One of the two optional secrets: set, replaced, checked again, removed. */
export function FurtherSecret({ connection, purpose, refusal, now }: FurtherSecretProps) {
  const { t } = useWords();
  const known = connection.secrets.find((secret) => secret.purpose === purpose);
  const mine = refusal?.typed['purpose'] === purpose ? refusal : undefined;
  const fields = { connectionId: connection.connectionId, purpose };
  return (
    <SecretCard
      purpose={purpose}
      tone={known === undefined ? 'neutral' : TONES[known.state]}
      state={t(`secrets.state.${known?.state ?? 'none'}`)}
      set={known === undefined ? null : { at: known.setAt, by: known.setBy }}
      checkedAt={known?.checkedAt ?? null}
      now={now}
    >
      {known !== undefined && known.fault !== null && <Standing known={known} fault={known.fault} />}
      {mine !== undefined && mine.intent !== 'secret-set' && <FormProblem problem={mine.problem} />}
      <details key={known?.setAt ?? 0} open={mine?.intent === 'secret-set' || undefined}>
        <summary className={buttonClass('quiet')}>{t(known === undefined ? 'secrets.add' : 'secrets.replace')}</summary>
        <SecretForm fields={fields} purpose={purpose} refusal={mine} standing={known?.state} />
      </details>
      {known !== undefined && (
        <div className="flex flex-wrap items-start gap-3">
          <Form method="post">
            <Hidden fields={{ intent: 'secret-check', ...fields }} />
            <Button look="quiet">{t('secrets.checkAgain')}</Button>
          </Form>
          <Confirm
            open={t('secrets.remove')}
            warning={t(`secrets.removeWarning.${purpose}`)}
            confirm={t('secrets.removeConfirm')}
            fields={{ intent: 'secret-remove', ...fields }}
          />
        </div>
      )}
    </SecretCard>
  );
}

/** Why it does not work, or could not be checked, and what to do. */
function Standing({ known, fault }: { known: SecretState; fault: NonNullable<SecretState['fault']> }) {
  const words = useWords();
  if (known.state !== 'refused') return <p className="text-sm text-muted">{words.t('secrets.cause.later')}</p>;
  const { title, cure } = causeOf(known.purpose, fault, known.params, words.t) ?? words.fault(fault, known.params);
  return (
    <Notice tone="loss" title={title}>
      {cure}
    </Notice>
  );
}

interface SecretFormProps {
  readonly fields: Readonly<Record<string, string>>;
  readonly purpose: FurtherPurpose;
  readonly refusal: Refusal | undefined;
  /** How the one that is there stands. */
  readonly standing: SecretState['state'] | undefined;
}

function SecretForm({ fields, purpose, refusal, standing }: SecretFormProps) {
  const { t } = useWords();
  const sent = useNavigation().formData;
  const busy = sent?.get('intent') === 'secret-set' && sent.get('purpose') === purpose;
  const problem = refusal?.intent === 'secret-set' ? refusal.problem : undefined;
  const cause = problem && causeOf(purpose, problem.fault, problem.params, t);
  const words = cause && t('common.titled', { title: cause.title, text: cause.cure });
  return (
    <Form method="post" className="mt-3 flex max-w-xl flex-col gap-3">
      <Hidden fields={{ intent: 'secret-set', ...fields }} />
      {standing !== undefined && <p className="text-sm text-muted">{t('secrets.replaceLead')}</p>}
      {cause === undefined && <FormProblem problem={problem} />}
      <Field
        label={t('secrets.field')}
        name="secret"
        type="password"
        required
        autoComplete="off"
        className="font-mono"
        error={words && (standing === 'accepted' ? `${words} ${t('secrets.cause.kept')}` : words)}
      />
      <div>
        <Button disabled={busy}>{busy ? t('connect.checking') : t('secrets.save')}</Button>
      </div>
    </Form>
  );
}

function Hidden({ fields }: { fields: Readonly<Record<string, string>> }) {
  return Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
