import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Outlet, useLoaderData } from '@remix-run/react';
import { LogOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { getOperator } from '../../api/operator.ts';
import { paths } from '../../paths.ts';
import { visitOf } from '../../session/visit.ts';
import { DoorFrame } from '../../shell/door-frame.tsx';
import { ErrorPage } from '../../shell/error-page.tsx';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

/** For error pages only: every page has a title of its own. */
export const meta = titled('errors.title');

export async function loader(args: LoaderFunctionArgs) {
  const operator = await getOperator(visitOf(args).api).catch(() => null);
  return { name: operator?.name ?? null };
}

function SignOut() {
  const { t } = useWords();
  return (
    <Form method="post" action={paths.operatorSignOut()} reloadDocument>
      <button className="flex min-h-9 items-center gap-2 rounded-md text-muted hover:text-ink">
        <LogOut aria-hidden size={16} />
        {t('operator.signOut')}
      </button>
    </Form>
  );
}

function Frame({ name, children }: { name: string | null; children: ReactNode }) {
  const { t } = useWords();
  const title = `${t('common.product')} · ${t('shell.operator')}`;
  return (
    <DoorFrame to={paths.operator()} title={title} mark="bg-ink text-surface" name={name} signOut={<SignOut />}>
      {children}
    </DoorFrame>
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
