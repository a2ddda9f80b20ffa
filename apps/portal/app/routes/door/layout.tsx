import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, Outlet, useLoaderData } from '@remix-run/react';
import { Waves } from 'lucide-react';
import type { ReactNode } from 'react';
import { paths } from '../../paths.ts';
import { visitOf } from '../../session/visit.ts';
import { ErrorPage } from '../../shell/error-page.tsx';
import { LanguageSwitch } from '../../shell/language-switch.tsx';
import { SignOut } from '../../shell/sign-out.tsx';
import { useWords } from '../../words/words-context.tsx';
import { titled } from '../../words/titled.ts';

/** For error pages only: every page has a title of its own. */
export const meta = titled('errors.title');

export async function loader(args: LoaderFunctionArgs) {
  const me = await visitOf(args)
    .me()
    .catch(() => null);
  return { email: me?.user.email ?? null };
}

function Frame({ email, children }: { email: string | null; children: ReactNode }) {
  const { t } = useWords();
  return (
    <div className="mx-auto flex min-h-dvh max-w-5xl flex-col px-4 pb-16 sm:px-6">
      <header className="flex min-h-14 flex-wrap py-2 items-center justify-between gap-x-4">
        <Link to={paths.overview()} className="flex items-center gap-2 font-semibold">
          <span className="grid size-6 place-items-center rounded-md bg-accent text-accent-ink">
            <Waves aria-hidden size={16} />
          </span>
          {t('common.product')}
        </Link>
        <div className="flex flex-wrap items-center gap-x-4">
          <LanguageSwitch />
          {email !== null && (
            <>
              <span className="max-w-56 truncate text-xs text-muted max-sm:hidden">{email}</span>
              <SignOut />
            </>
          )}
        </div>
      </header>
      <main id="content" className="flex-1">
        {children}
      </main>
    </div>
  );
}

export default function Door() {
  const { email } = useLoaderData<typeof loader>();
  return (
    <Frame email={email}>
      <Outlet />
    </Frame>
  );
}

export function ErrorBoundary() {
  return (
    <Frame email={null}>
      <ErrorPage />
    </Frame>
  );
}
