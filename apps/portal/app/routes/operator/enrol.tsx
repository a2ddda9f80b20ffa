import { PasskeyButton } from '../../account/passkey-button.tsx';
import { enrolOperator } from '../../account/passkey-ceremony.ts';
import { paths } from '../../paths.ts';
import { DoorCard } from '../../shell/door-card.tsx';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('operator.enrol');

/** The token stands behind the #: no server and no log sees it before it is used. */
const tokenHere = (): string => window.location.hash.slice(1);

export default function Enrol() {
  const { t } = useWords();
  return (
    <DoorCard title={t('operator.enrol')} lead={t('operator.enrolLead')}>
      <PasskeyButton
        look="primary"
        label={t('operator.enrolKey')}
        refused={t('operator.enrolRefused')}
        then={paths.operator()}
        ceremony={() => enrolOperator(tokenHere())}
      />
    </DoorCard>
  );
}
