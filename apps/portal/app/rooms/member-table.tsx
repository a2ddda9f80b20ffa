import type { RoomMemberView } from '../api/coverage.ts';
import { isExternal, PersonName } from '../components/person-name.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { Cell, Row, Table } from '../components/table.tsx';
import { TextLink } from '../components/text-link.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';

interface MemberTableProps {
  readonly caption: string;
  readonly members: readonly RoomMemberView[];
  /** Their key, to mark the owner. */
  readonly owner: string | null;
  /** These are members who left. */
  readonly left?: boolean;
}

/** Members of a room: since when, who invited them, what outsiders said to being archived; and between which looks they left. */
export function MemberTable({ caption, members, owner, left = false }: MemberTableProps) {
  const { t, when } = useWords();
  return (
    <Table
      caption={caption}
      columns={[
        t('rooms.who'),
        t('rooms.since'),
        ...(left ? [t('rooms.until')] : []),
        t('rooms.invitedBy'),
        t('rooms.consent'),
      ]}
    >
      {members.map((member) => (
        <Row key={`${member.person.personKey} ${member.seenFrom}`}>
          <Cell label={t('rooms.who')}>
            <span className="flex flex-wrap items-center gap-1.5">
              {member.isStranger ? (
                <PersonName person={member.person} />
              ) : (
                <TextLink to={paths.person(member.person)}>
                  <PersonName person={member.person} />
                </TextLink>
              )}
              <Marks member={member} isOwner={member.person.personKey === owner} />
            </span>
            {member.nickname !== null && member.nickname !== '' && (
              <div className="text-xs text-muted">
                {t('rooms.nickname')} {member.nickname}
              </div>
            )}
          </Cell>
          <Cell number label={t('rooms.since')}>
            {member.joinedAt === null
              ? t('rooms.sinceSeen', { time: when(member.seenFrom) })
              : t('rooms.sinceStated', { time: when(member.joinedAt) })}
          </Cell>
          {left && (
            <Cell number label={t('rooms.until')}>
              {t('rooms.leftBetween', { from: when(member.seenUntil), until: when(member.endedBy) })}
            </Cell>
          )}
          <Cell label={t('rooms.invitedBy')}>
            {member.invitedBy === null ? '—' : <PersonName person={member.invitedBy} />}
          </Cell>
          <Cell number label={t('rooms.consent')}>
            <Consent member={member} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

/** People from outside carry their mark with the name. */
function Marks({ member, isOwner }: { member: RoomMemberView; isOwner: boolean }) {
  const { t } = useWords();
  const mark = 'rounded-sm bg-surface-3 px-1 text-xs text-muted';
  const { kind } = member.person;
  return (
    <>
      {kind === 'employee' && <span className={mark}>{t('rooms.employee')}</span>}
      {kind === 'robot' && <span className={mark}>{t('rooms.robot')}</span>}
      {isOwner && <span className={mark}>{t('rooms.ownerMark')}</span>}
      {member.isAdmin && <span className={mark}>{t('rooms.admin')}</span>}
    </>
  );
}

function Consent({ member }: { member: RoomMemberView }) {
  const { t, when, fault } = useWords();
  if (!isExternal(member.person)) return '—';
  const { consent, consentChangedAt, consentFault } = member;
  if (consent === null) {
    return (
      <span className="text-muted">
        {t('rooms.consentOf.unknown')}
        {consentFault !== null && <span className="block text-xs">{fault(consentFault).title}</span>}
      </span>
    );
  }
  return (
    <>
      <StateBadge tone={consent === 'disagree' ? 'attention' : consent === 'other' ? 'neutral' : 'healthy'}>
        {t(`rooms.consentOf.${consent}`)}
      </StateBadge>
      {consentChangedAt !== null && <div className="text-xs text-muted">{when(consentChangedAt)}</div>}
    </>
  );
}
