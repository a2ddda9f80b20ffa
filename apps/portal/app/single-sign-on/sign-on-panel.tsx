import { Form } from '@remix-run/react';
import type { SignOnView } from '../api/single-sign-on.ts';
import { Button } from '../components/button.tsx';
import { CodeCopy } from '../components/code-copy.tsx';
import { Panel } from '../components/panel.tsx';
import { SelectField } from '../components/select-field.tsx';
import { useWords } from '../words/words-context.tsx';
import { joiningOptions } from './joining-options.ts';

/** One provider: what to enter there, its test, and who may come by it. */
export function SignOnPanel({ signOn }: { readonly signOn: SignOnView }) {
  const { t, when } = useWords();
  const { signOnId, kind, name, issuer, enabledAt, test } = signOn;
  const addresses =
    kind === 'oidc'
      ? [[t('singleSignOn.redirectUrl'), signOn.redirectUrl] as const]
      : [[t('singleSignOn.acsUrl'), signOn.acsUrl] as const, [t('singleSignOn.entityId'), signOn.entityId] as const];
  const isOn = enabledAt !== null;
  const id = <input type="hidden" name="signOnId" value={signOnId} />;
  return (
    <Panel
      title={name}
      aside={
        <span className="text-sm text-muted">
          {isOn ? t('singleSignOn.enabledSince', { time: when(enabledAt) }) : t('singleSignOn.notEnabled')}
        </span>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="break-all text-sm text-muted">{issuer}</p>
        {addresses.map(([label, text]) => (
          <div key={label} className="flex flex-col gap-1">
            <p className="text-sm">{label}</p>
            <CodeCopy text={text} label={label} wraps />
          </div>
        ))}
        <p className="text-sm">
          {test === null && t('singleSignOn.testNever')}
          {test !== null &&
            test.problem === null &&
            t('singleSignOn.testPassed', { email: test.email ?? '', time: when(test.at) })}
          {test !== null &&
            test.problem !== null &&
            t('singleSignOn.testFailed', {
              time: when(test.at),
              problem: t(`singleSignOn.problems.${test.problem}`),
            })}
        </p>
        <Form method="post" className="flex flex-col gap-3 border-t border-line pt-3">
          {id}
          <SelectField
            label={t('singleSignOn.joins')}
            name="role"
            defaultValue={signOn.joinsAs ?? ''}
            options={[{ value: '', label: t('singleSignOn.joinsNobody') }, ...joiningOptions(t)]}
          />
          <label className="flex min-h-9 items-center gap-2 text-sm">
            <input type="checkbox" name="isRequired" value="1" defaultChecked={signOn.isRequired} />
            {t('singleSignOn.required')}
          </label>
          <div>
            <Button name="intent" value="rules">
              {t('singleSignOn.save')}
            </Button>
          </div>
        </Form>
        <Form method="post" className="flex flex-wrap gap-2 border-t border-line pt-3">
          {id}
          <Button name="intent" value="test">
            {t('singleSignOn.test')}
          </Button>
          <Button look={isOn ? 'danger' : 'primary'} name="intent" value={isOn ? 'disable' : 'enable'}>
            {isOn ? t('singleSignOn.disable') : t('singleSignOn.enable')}
          </Button>
          <Button look="danger" name="intent" value="remove">
            {t('singleSignOn.remove')}
          </Button>
        </Form>
        {isOn && <p className="text-xs text-muted">{t('singleSignOn.disableHint')}</p>}
      </div>
    </Panel>
  );
}
