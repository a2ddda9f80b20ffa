import { Form } from '@remix-run/react';
import type { MeView } from '../api/types.ts';
import { Button, ButtonLink } from '../components/button.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { Notice } from '../components/notice.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';

/** Why somebody stands here instead of in the archive, and where else they can go. */
export function FactorRequired({ me, next }: { me: MeView; next: string }) {
  const { t } = useWords();
  const required = me.factorRequired;
  const here = required ?? me.tenant;
  if (required === null) {
    return next === '/' || here === null ? null : (
      <div>
        <ButtonLink to={next} look="primary">
          {t('account.goOn', { company: here.name })}
        </ButtonLink>
      </div>
    );
  }
  const others = me.tenants.filter(({ tenantId }) => tenantId !== required.tenantId);
  return (
    <Notice tone="attention" title={t('account.required', { company: required.name })}>
      <p>{t('account.requiredCure')}</p>
      {others.length > 0 && (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          <span>{t('account.otherCompany')}</span>
          {others.map(({ tenantId, name }) => (
            <Form key={tenantId} method="post" action={paths.preferences()} reloadDocument>
              <HiddenFields values={{ tenant: tenantId, back: paths.overview() }} />
              <Button>{name}</Button>
            </Form>
          ))}
        </div>
      )}
    </Notice>
  );
}
