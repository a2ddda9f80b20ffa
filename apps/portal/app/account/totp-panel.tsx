import { Form } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { CodeCopy } from '../components/code-copy.tsx';
import { Confirm } from '../components/confirm.tsx';
import { Field } from '../components/field.tsx';
import { Panel } from '../components/panel.tsx';
import { useWords } from '../words/words-context.tsx';
import type { TotpOffer } from './totp-offer.ts';

interface TotpPanelProps {
  readonly since: number | null;
  readonly offer: TotpOffer | null;
  readonly wrongCode: boolean;
  readonly mayChange: boolean;
}

/** The authenticator app: to set up, to try, to remove. */
export function TotpPanel({ since, offer, wrongCode, mayChange }: TotpPanelProps) {
  const { t, when } = useWords();
  return (
    <Panel title={t('account.totp')}>
      <div className="flex flex-col gap-3 text-sm">
        {since === null ? (
          <p className="text-muted">{t('account.totpLead')}</p>
        ) : (
          <p>{t('account.totpSince', { since: when(since) })}</p>
        )}
        {offer && <TrialForm offer={offer} wrongCode={wrongCode} />}
        {since === null && offer === null && (
          <Form method="post">
            <input type="hidden" name="intent" value="begin-totp" />
            <Button disabled={!mayChange}>{t('account.totpSetUp')}</Button>
          </Form>
        )}
        {since !== null && mayChange && (
          <Confirm
            open={t('account.totpRemove')}
            warning={t('account.totpRemoveWarning')}
            confirm={t('account.totpRemoveConfirm')}
            fields={{ intent: 'remove-totp' }}
          />
        )}
      </div>
    </Panel>
  );
}

function TrialForm({ offer, wrongCode }: { offer: TotpOffer; wrongCode: boolean }) {
  const { t } = useWords();
  return (
    <div className="flex flex-wrap gap-5">
      <svg
        role="img"
        aria-label={t('account.totpPicture')}
        viewBox={`0 0 ${offer.size} ${offer.size}`}
        shapeRendering="crispEdges"
        className="size-48 shrink-0 rounded-md border border-line"
      >
        {/* Dark on light in every colour scheme: cameras expect it so. */}
        <rect width={offer.size} height={offer.size} fill="#fff" />
        <path d={offer.path} fill="#000" />
      </svg>
      <div className="flex min-w-0 flex-1 basis-64 flex-col gap-3">
        <p>{t('account.totpScan')}</p>
        <CodeCopy text={offer.secret} label={t('account.totpSecret')} />
        <Form method="post" className="flex flex-col gap-3">
          <input type="hidden" name="intent" value="confirm-totp" />
          <input type="hidden" name="uri" value={offer.uri} />
          <Field
            label={t('account.totpCode')}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            error={wrongCode ? t('account.totpCodeWrong') : null}
          />
          <div>
            <Button look="primary">{t('account.totpConfirm')}</Button>
          </div>
        </Form>
      </div>
    </div>
  );
}
