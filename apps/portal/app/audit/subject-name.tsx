import type { I18n } from '@highwater/i18n/make';
import type { AuditView } from '../api/audit.ts';
import { TextLink } from '../components/text-link.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { subjectText } from './subject-text.ts';

/** Things whose entries can be asked for by themselves. */
const ASKED = /^(person|room|conversation|export|member):/;

/** What an entry is about, by today's name; by the end of its id where it has none. */
export function nameOf({ subject, about }: AuditView, { t }: Pick<I18n, 't'>, when: (at: number) => string): string {
  if (subject === null) return '';
  const people = about?.people ?? [];
  const named = about?.name ?? (people.length === 0 ? null : people.join(t('common.comma')));
  const kind = subjectText(`${subject.slice(0, subject.indexOf(':'))}:`, t).trim();
  const at = about === null || about.at === null ? '' : when(about.at);
  if (named === null && at === '') return subjectText(subject, t);
  return [kind, named ?? '', at].filter((part) => part !== '').join(' ');
}

/** The name with a way to everything that was done about it; a thing that is gone says so. */
export function SubjectName({ entry }: { entry: AuditView }) {
  const words = useWords();
  const { t, when } = words;
  const { subject, about } = entry;
  if (subject === null) return null;
  const name = nameOf(entry, words, when);
  // What has no name of its own (a route, a month) cannot be gone.
  const isKnown = /^(member|person|room|conversation|message|media|dialog|export|schedule|connection):/.test(subject);
  const mark = about?.isGone === true && isKnown ? t(subject.startsWith('member:') ? 'audit.left' : 'audit.gone') : '';
  if (!ASKED.test(subject)) return `${name}${mark}`;
  return (
    <>
      <TextLink to={paths.audit({ about: subject })} title={t('audit.filter.aboutIs', { name })}>
        {name}
      </TextLink>
      {mark}
    </>
  );
}
