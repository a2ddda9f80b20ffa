import { Form, Link } from '@remix-run/react';
import { Check } from 'lucide-react';
import { HiddenFields } from '../components/hidden-fields.tsx';
import { paths } from '../paths.ts';
import type { MeView } from '../api/types.ts';
import type { Member } from '../session/require-member.ts';
import { useWords } from '../words/words-context.tsx';

interface CompanyListProps {
  readonly tenants: MeView['tenants'];
  /** The id of the one that is looked at. */
  readonly current: string | null;
}

/** Companies of the signed-in person, to change over to. */
export function CompanyList({ tenants, current }: CompanyListProps) {
  const { t } = useWords();
  return (
    <>
      {tenants.map((tenant) => (
        <Form key={tenant.tenantId} method="post" action={paths.preferences()} reloadDocument>
          <HiddenFields values={{ tenant: tenant.tenantId, back: paths.overview() }} />
          <button className="flex min-h-9 w-full items-center gap-2 rounded-md px-2.5 text-left hover:bg-surface-3">
            <span className="min-w-0 flex-1 truncate">{tenant.name}</span>
            <span className="text-xs text-muted">{t(`members.called.${tenant.role}`)}</span>
            {tenant.tenantId === current && <Check aria-hidden size={14} className="text-accent" />}
          </button>
        </Form>
      ))}
    </>
  );
}

/** All of them, and the way to a new one. */
export function OwnCompanies({ me }: { me: Member }) {
  const { t } = useWords();
  return (
    <>
      <CompanyList tenants={me.tenants} current={me.tenant.tenantId} />
      {me.support.looking === null && (
        <Link
          to={paths.company()}
          className="mt-1 flex min-h-9 items-center border-t border-line px-2.5 pt-1 text-accent hover:underline"
        >
          {t('shell.newCompany')}
        </Link>
      )}
    </>
  );
}
