import { SECURITY_STATEMENTS } from '@highwater/i18n/security-statements';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('security.title');

/** Open to everybody; docs/security.md says the same. */
export default function Security() {
  const { t } = useWords();
  const { company, operators, support, root, storage, outside } = SECURITY_STATEMENTS;
  const sections = [
    { id: 'company', title: t('security.company.title'), said: company.map((each) => t(`security.company.${each}`)) },
    {
      id: 'operators',
      title: t('security.operators.title'),
      said: operators.map((each) => t(`security.operators.${each}`)),
    },
    { id: 'support', title: t('security.support.title'), said: support.map((each) => t(`security.support.${each}`)) },
    { id: 'root', title: t('security.root.title'), said: root.map((each) => t(`security.root.${each}`)) },
    { id: 'storage', title: t('security.storage.title'), said: storage.map((each) => t(`security.storage.${each}`)) },
    { id: 'outside', title: t('security.outside.title'), said: outside.map((each) => t(`security.outside.${each}`)) },
  ];
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-7 pt-6 pb-10 sm:pt-12">
      <header>
        <h1 className="text-lg">{t('security.title')}</h1>
        <p className="mt-1 text-muted">{t('security.lead')}</p>
      </header>
      {sections.map(({ id, title, said }) => (
        <section key={id} id={id} aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`} className="mb-2 font-semibold">
            {title}
          </h2>
          <ul className="flex flex-col gap-2">
            {said.map((statement) => (
              <li key={statement} className="border-s-2 border-line ps-3 leading-relaxed">
                {statement}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
