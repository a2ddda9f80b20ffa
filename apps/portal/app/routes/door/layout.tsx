import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { paths } from '../../paths.ts';
import { visitOf } from '../../session/visit.ts';
import { DoorFrame } from '../../shell/door-frame.tsx';
import { ErrorPage } from '../../shell/error-page.tsx';
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
  const door = { to: paths.overview(), title: t('common.product'), mark: 'bg-accent text-accent-ink' } as const;
  return (
    <DoorFrame {...door} name={email} signOut={<SignOut />}>
      {children}
    </DoorFrame>
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
