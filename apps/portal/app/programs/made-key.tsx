import type { MadeApiKeyView } from '../api/programs.ts';
import { CodeCopy } from '../components/code-copy.tsx';
import { Notice } from '../components/notice.tsx';
import { TextLink } from '../components/text-link.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';

/** The only place where a key stands whole. */
export function MadeKey({ made, origin }: { made: MadeApiKeyView; origin: string }) {
  const { t } = useWords();
  const path = made.key.scopes.includes('search') ? '/v1/messages/search?q=' : pathOf(made.key.scopes[0]);
  return (
    <div className="flex flex-col gap-4" role="status">
      <Notice tone="healthy" title={t('apiKeys.made')}>
        {t('apiKeys.madeHint')}
      </Notice>
      <h2 className="text-sm font-medium">{t('apiKeys.secret')}</h2>
      <CodeCopy text={made.secret} label={t('apiKeys.secret')} wraps />
      <h2 className="text-sm font-medium">{t('apiKeys.curl')}</h2>
      <CodeCopy
        text={`curl -H 'Authorization: Bearer ${made.secret}' '${origin}${path}'`}
        label={t('apiKeys.curl')}
        wraps
      />
      <p className="text-sm">
        <TextLink to={paths.apiKeys()}>{t('apiKeys.back')}</TextLink>
      </p>
    </div>
  );
}

const PATHS: Readonly<Record<string, string>> = {
  export: '/v1/exports',
  see_members: '/v1/members',
  see_audit: '/v1/audit',
  see_completeness: '/v1/completeness',
};

/** Something that a key of the scope may ask. */
function pathOf(scope: string | undefined): string {
  return PATHS[scope ?? ''] ?? '/v1/conversations';
}
