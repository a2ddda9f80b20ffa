import { Form, Link } from '@remix-run/react';
import { Check, ChevronsUpDown, Waves } from 'lucide-react';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { paths } from '../paths.ts';
import type { Member } from '../session/require-member.ts';
import { useWords } from '../words/words-context.tsx';

/** The company's name; with several, a menu to change it. */
export function CompanySwitcher({ me, narrow }: { me: Member; narrow: boolean }) {
  const { t } = useWords();
  const words = narrow ? 'sr-only' : 'max-lg:sr-only';
  return (
    <details className="relative">
      <summary
        title={me.tenant.name}
        className="flex min-h-10 items-center gap-2.5 rounded-md px-2 font-semibold hover:bg-surface-3"
      >
        <span className="grid size-6 shrink-0 place-items-center rounded-md bg-accent text-accent-ink">
          <Waves aria-hidden size={16} />
        </span>
        <span className={`min-w-0 flex-1 truncate ${words}`}>{me.tenant.name}</span>
        <ChevronsUpDown
          aria-hidden
          size={14}
          className={`shrink-0 text-muted ${narrow ? 'hidden' : 'max-lg:hidden'}`}
        />
      </summary>
      <div className="absolute top-full left-0 z-30 mt-1 w-64 animate-appear rounded-lg bg-surface p-1 shadow-float">
        {me.tenants.map((tenant) => (
          <Form key={tenant.tenantId} method="post" action={paths.preferences()} reloadDocument>
            <HiddenFields values={{ tenant: tenant.tenantId, back: paths.overview() }} />
            <button className="flex min-h-9 w-full items-center gap-2 rounded-md px-2.5 text-left hover:bg-surface-3">
              <span className="min-w-0 flex-1 truncate">{tenant.name}</span>
              <span className="text-xs text-muted">{t(`members.${tenant.role}`)}</span>
              {tenant.tenantId === me.tenant.tenantId && <Check aria-hidden size={14} className="text-accent" />}
            </button>
          </Form>
        ))}
        <Link
          to={paths.company()}
          className="mt-1 flex min-h-9 items-center border-t border-line px-2.5 pt-1 text-accent hover:underline"
        >
          {t('shell.newCompany')}
        </Link>
      </div>
    </details>
  );
}
