import { Check, Link2 } from 'lucide-react';
import { useWords } from '../words/words-context.tsx';
import { useCopied, wholeAddress } from './use-copied.ts';

/** A link to take elsewhere: copied by a click; without JavaScript an ordinary link. */
export function CopyLink({ to, label, className }: { to: string; label: string; className: string }) {
  const { t } = useWords();
  const { copied, copy } = useCopied();
  return (
    <a
      href={to}
      title={label}
      className={className}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || navigator.clipboard === undefined) return;
        event.preventDefault();
        copy(wholeAddress(to));
      }}
    >
      {copied ? <Check aria-hidden size={14} /> : <Link2 aria-hidden size={14} />}
      <span className="sr-only" aria-live="polite">
        {copied ? t('reading.linkCopied') : label}
      </span>
    </a>
  );
}
