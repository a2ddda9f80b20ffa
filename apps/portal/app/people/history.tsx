import type { PersonRecordView } from '../api/types.ts';
import { Panel } from '../components/panel.tsx';
import { useWords, type Words } from '../words/words-context.tsx';
import { PersonLink } from './person-link.tsx';
import { seenWords } from './seen-times.ts';

type Change = PersonRecordView['history'][number];

const ATTRIBUTES = [
  'name',
  'alias',
  'position',
  'corp_name',
  'status',
  'departments',
  'follows',
  'remark',
  'description',
  'remark_corp_name',
  'tags',
] as const;
const EMPLOYMENTS = ['active', 'disabled', 'not_activated', 'left'] as const;

function attributeWord({ attribute }: Change, t: Words['t']): string {
  return t(`people.attribute.${ATTRIBUTES.find((each) => each === attribute) ?? 'other'}`);
}

function valueWords({ attribute, value }: Change, t: Words['t']): string {
  if (attribute === 'follows') return t('people.isCustomer');
  if (attribute === 'tags') return value.split(',').join(t('common.comma'));
  const employment = attribute === 'status' ? EMPLOYMENTS.find((each) => each === value) : undefined;
  return employment === undefined ? value : t(`people.employed.${employment}`);
}

/** By attribute, names first; the changes of one attribute newest first. */
export function groupHistory<Each extends Pick<Change, 'attribute' | 'seenFrom'>>(history: readonly Each[]): Each[][] {
  const attributes = [...new Set<string>([...ATTRIBUTES, ...history.map(({ attribute }) => attribute)])];
  return attributes
    .map((attribute) => history.filter((change) => change.attribute === attribute))
    .filter((changes) => changes.length > 0)
    .map((changes) => changes.toSorted((one, other) => other.seenFrom - one.seenFrom));
}

/** What was seen of a person and when, by attribute and newest first, with what lies between two looks said plainly. */
export function History({ history }: { history: readonly Change[] }) {
  const words = useWords();
  const { t } = words;
  return (
    <Panel title={t('people.history')}>
      <p className="mb-3 max-w-2xl text-sm text-muted">
        {t(history.length === 0 ? 'people.historyNone' : 'people.historyLead')}
      </p>
      <div className="flex flex-col gap-4">
        {groupHistory(history).map((changes) => (
          <section key={changes[0]?.attribute}>
            <h3 className="mb-1 text-xs text-muted">{changes[0] && attributeWord(changes[0], t)}</h3>
            <ol className="flex flex-col">
              {changes.map((change, at) => (
                <li key={at} className="relative border-l border-line pb-3 pl-4 last:pb-0">
                  <span
                    aria-hidden
                    className={`absolute top-1.5 -left-[5px] size-2.5 rounded-full border border-surface ${change.endedBy === null ? 'bg-accent' : 'bg-line'}`}
                  />
                  <p className={`text-sm break-words ${change.endedBy === null ? 'font-medium' : ''}`}>
                    {valueWords(change, t)}
                  </p>
                  <p className="flex flex-wrap items-center gap-x-2 text-xs text-muted tabular-nums">
                    {seenWords(change, words)}
                    {change.employee && <PersonLink person={change.employee} />}
                  </p>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </Panel>
  );
}
