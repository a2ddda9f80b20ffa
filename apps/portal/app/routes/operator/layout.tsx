import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, Outlet, useLoaderData } from '@remix-run/react';
import { LogOut, Waves } from 'lucide-react';
import type { ReactNode } from 'react';
import { getOperator } from '../../api/operator.ts';
import { paths } from '../../paths.ts';
import { visitOf } from '../../session/visit.ts';
import { ErrorPage } from '../../shell/error-page.tsx';
import { LanguageSwitch } from '../../shell/language-switch.tsx';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

/** For error pages only: every page has a title of its own. */
export const meta = titled('errors.title');

export async function loader(args: LoaderFunctionArgs) {
  const operator = await getOperator(visitOf(args).api).catch(() => null);
  return { name: operator?.name ?? null };
}

function Frame({ name, children }: { name: string | null; children: ReactNode }) {
  const { t } = useWords();
  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col px-4 pb-16 sm:px-6">
      <header className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 border-b border-line py-2">
        <Link to={paths.operator()} className="flex items-center gap-2 font-semibold">
          <span className="grid size-6 place-items-center rounded-md bg-ink text-surface">
            <Waves aria-hidden size={16} />
          </span>
          {t('common.product')} · {t('shell.operator')}
        </Link>
        <div className="flex flex-wrap items-center gap-x-4">
          <LanguageSwitch />
          {name !== null && (
            <>
              <span className="max-w-56 truncate text-xs text-muted max-sm:hidden">{name}</span>
              <Form method="post" action={paths.operatorSignOut()} reloadDocument>
                <button className="flex min-h-9 items-center gap-2 rounded-md text-muted hover:text-ink">
                  <LogOut aria-hidden size={16} />
                  {t('operator.signOut')}
                </button>
              </Form>
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

export default function Console() {
  const { name } = useLoaderData<typeof loader>();
  return (
    <Frame name={name}>
      <Outlet />
    </Frame>
  );
}

export function ErrorBoundary() {
  return (
    <Frame name={null}>
      <ErrorPage />
    </Frame>
  );
}
