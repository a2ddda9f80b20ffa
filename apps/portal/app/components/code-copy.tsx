import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWords } from '../words/words-context.tsx';
import { buttonClass } from './button.tsx';

/** How long the button says that it copied. */
const SAID_MS = 2000;

interface CodeProps {
  readonly text: string;
  readonly label: string;
  readonly lines?: boolean;
  /** Breaks long lines, where they say nothing. */
  readonly wraps?: boolean;
}

/** Text to take elsewhere. Without JavaScript it is selected whole by one click. */
export function CodeCopy({ text, label, lines = false, wraps = false }: CodeProps) {
  const { t } = useWords();
  const [can, setCan] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setCan(navigator.clipboard !== undefined), []);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <div className="flex items-start gap-2">
      <pre
        tabIndex={0}
        aria-label={label}
        className={`min-w-0 flex-1 select-all overflow-auto rounded-md border border-line bg-surface-2 px-3 py-2 font-mono text-xs ${lines ? 'max-h-44' : ''} ${wraps ? 'whitespace-pre-wrap break-all' : ''}`}
      >
        {text}
      </pre>
      {can && (
        <button
          type="button"
          className={buttonClass('plain')}
          onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          {copied ? <Check aria-hidden size={16} /> : <Copy aria-hidden size={16} />}
          <span aria-live="polite">{copied ? t('common.copied') : t('common.copy')}</span>
        </button>
      )}
    </div>
  );
}
