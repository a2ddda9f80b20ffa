import { Form } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { Notice } from '../components/notice.tsx';
import { TextLink } from '../components/text-link.tsx';
import { paths } from '../paths.ts';
import type { Member } from '../session/require-member.ts';
import { useWords } from '../words/words-context.tsx';

/** Above every page: to the owner, that somebody asks or looks; to support itself, through which access it looks. */
export function SupportBanner({ me: { support, tenant } }: { me: Member }) {
  const { t, when } = useWords();
  const { looking, waiting, open } = support;
  if (looking !== null) {
    const { number, until } = looking;
    return (
      <div className="mb-4">
        <Notice tone="attention" title={t('support.mode.title', { number, company: tenant.name })}>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            {t('support.mode.until', { time: when(until) })}
            <Form method="post" action={paths.operatorLook()} reloadDocument className="support-way-out">
              <HiddenFields values={{ requestId: '' }} />
              <Button look="quiet">{t('support.mode.back')}</Button>
            </Form>
          </div>
        </Notice>
      </div>
    );
  }
  if (waiting + open === 0) return null;
  return (
    <div className="mb-4">
      <Notice
        tone="attention"
        title={open > 0 ? t('support.banner.open') : t('support.banner.asked', { count: waiting })}
      >
        <TextLink to={paths.support()}>{t('support.banner.go')}</TextLink>
      </Notice>
    </div>
  );
}
