import { ApiProblem } from '@highwater/api-client';
import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getOverview } from '../../api/setup.ts';
import { ButtonLink } from '../../components/button.tsx';
import { paths } from '../../paths.ts';
import { read } from '../../session/read.ts';
import { requireUser } from '../../session/require-member.ts';
import { CompanyList } from '../../shell/company-list.tsx';
import { DoorCard } from '../../shell/door-card.tsx';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('identity.keptOutTitle');

/** Why, as the API says it of anything of the company; whoever is let in by now goes on. */
export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const me = await requireUser(visit);
    const kept = me.outside ?? me.signOnRequired;
    const refusal = await getOverview(visit.api).then(
      () => null,
      (error: unknown) => {
        if (error instanceof ApiProblem && error.problem.status === 403) return error.problem;
        throw error;
      },
    );
    if (kept === null || refusal === null) throw redirect(paths.overview());
    const { title, detail } = refusal;
    const others = me.tenants.filter(({ tenantId }) => tenantId !== kept.tenantId);
    return { title, detail, name: kept.name, others, byCompany: me.signOnRequired !== null };
  });

export default function KeptOut() {
  const { title, detail, name, others, byCompany } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <DoorCard title={title} lead={detail}>
      <p className="text-sm text-muted">{t('identity.keptOutOf', { name })}</p>
      {byCompany && (
        <div>
          <ButtonLink look="primary" to={paths.companySignIn()}>
            {t('singleSignOn.door')}
          </ButtonLink>
        </div>
      )}
      {others.length > 0 && (
        <section>
          <h2 className="mb-1 text-sm font-medium">{t('identity.keptOutOthers')}</h2>
          <CompanyList tenants={others} current={null} />
        </section>
      )}
    </DoorCard>
  );
}
