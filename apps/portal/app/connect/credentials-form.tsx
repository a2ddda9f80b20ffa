import { Form, useNavigation } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { fieldError, FormProblem } from '../components/form-problem.tsx';
import type { Refusal } from '../session/act.ts';
import { useWords } from '../words/words-context.tsx';
import { ConsolePath } from './step.tsx';

/** Corp ID and archive secret. Nothing is kept unless WeCom accepts both. */
export function CredentialsForm({ refusal, idempotencyKey }: { refusal: Refusal | undefined; idempotencyKey: string }) {
  const { t } = useWords();
  const busy = useNavigation().formData?.get('intent') === 'connect';
  const problem = refusal?.problem;
  const secretFault = problem?.fault.startsWith('secret.') ? 'archiveSecret' : undefined;
  const corpFault = problem?.fault.startsWith('corp_id.') ? 'corpId' : undefined;
  const placed = problem && { ...problem, field: problem.field ?? secretFault ?? corpFault };
  return (
    <Form method="post" className="flex max-w-xl flex-col gap-4">
      <input type="hidden" name="intent" value="connect" />
      <input type="hidden" name="key" value={idempotencyKey} />
      <FormProblem problem={placed} fields={['corpId', 'archiveSecret', 'name']} />
      <Field
        label={t('connect.name')}
        name="name"
        maxLength={80}
        required
        hint={t('connect.nameHint')}
        defaultValue={refusal?.typed['name'] ?? ''}
        error={fieldError(placed, 'name', t('errors.nameWrong', { count: 80 }))}
      />
      <Field
        label={t('connect.corpId')}
        name="corpId"
        required
        placeholder="ww…"
        autoComplete="off"
        spellCheck={false}
        className="font-mono"
        defaultValue={refusal?.typed['corpId'] ?? ''}
        error={fieldError(placed, 'corpId', t('errors.corpIdWrong'))}
        hint={<ConsolePath path="我的企业 › 企业信息">{t('connect.corpIdWhere')}</ConsolePath>}
      />
      <Field
        label={t('connect.archiveSecret')}
        name="archiveSecret"
        type="password"
        required
        autoComplete="off"
        className="font-mono"
        error={fieldError(placed, 'archiveSecret', t('errors.secretWrong'))}
        hint={<ConsolePath path="管理工具 › 企业会话内容存档">{t('connect.archiveSecretWhere')}</ConsolePath>}
      />
      <p className="text-xs text-muted">{t('connect.secretKept')}</p>
      <div>
        <Button look="primary" disabled={busy}>
          {busy ? t('connect.checking') : t('connect.connect')}
        </Button>
      </div>
    </Form>
  );
}
