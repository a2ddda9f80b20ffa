import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { RAIL_COOKIE, readCookie } from '../../session/cookies.ts';
import { read } from '../../session/read.ts';
import { requireMember } from '../../session/require-member.ts';
import { BottomBar } from '../../shell/bottom-bar.tsx';
import { Rail } from '../../shell/rail.tsx';
import { SupportBanner } from '../../support/support-banner.tsx';
import { useWords } from '../../words/words-context.tsx';

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => ({
    me: await requireMember(visit),
    narrow: readCookie(visit.request.headers.get('cookie'), RAIL_COOKIE) === 'narrow',
  }));

export default function Shell() {
  const { me, narrow } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <div className={`flex min-h-dvh ${me.support.looking === null ? '' : 'looks-only'}`}>
      <a
        href="#content"
        className="sr-only z-40 rounded-md bg-accent px-3 py-2 text-accent-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('shell.skipToContent')}
      </a>
      <Rail me={me} narrow={narrow} />
      <main id="content" className="min-w-0 flex-1 px-4 pt-5 pb-24 sm:px-7 sm:pb-10">
        <SupportBanner me={me} />
        <Outlet />
      </main>
      <BottomBar me={me} />
    </div>
  );
}
