import { Notice } from '../components/notice.tsx';
import { useWords } from '../words/words-context.tsx';

/** Development only: where the stand-in WeCom's console is. */
export function SimulatorNote({ url }: { url: string }) {
  const { t } = useWords();
  const console = `${url}/console`;
  return (
    <div className="mb-6">
      <Notice tone="neutral" title={t('connect.simulatorTitle')}>
        {t('connect.simulatorText')}{' '}
        <a
          href={console}
          className="font-mono text-accent underline underline-offset-2"
          target="_blank"
          rel="noreferrer"
        >
          {console}
        </a>
      </Notice>
    </div>
  );
}
