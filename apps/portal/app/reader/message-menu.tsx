import { Link } from '@remix-run/react';
import { Braces, Copy, Ellipsis, Link2, MessagesSquare, PackageOpen, Quote, type LucideIcon } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { MessageView } from '../api/types.ts';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { addressQuery } from './reading-address.ts';
import { useReadingFrame } from './reading-frame.ts';
import { useCopied, wholeAddress } from './use-copied.ts';

const ENTRY = 'flex min-h-9 w-full items-center gap-2 rounded-md px-2.5 text-left hover:bg-surface-3';

interface DeedProps {
  readonly icon: LucideIcon;
  readonly children: ReactNode;
  readonly onClick: () => void;
}

function Deed({ icon: Icon, children, onClick }: DeedProps) {
  return (
    <button type="button" className={ENTRY} onClick={onClick}>
      <Icon aria-hidden size={16} className="text-muted" />
      <span aria-live="polite">{children}</span>
    </button>
  );
}

function Way({ icon: Icon, children, to }: { icon: LucideIcon; children: ReactNode; to: string }) {
  return (
    <Link to={to} className={ENTRY}>
      <Icon aria-hidden size={16} className="text-muted" />
      {children}
    </Link>
  );
}

/** What can be done with one message and needs no JavaScript. */
export function MessageWays({ message }: { message: MessageView }) {
  const { t, formatDate, zone } = useWords();
  const { openedId, address, exports, seesRaw } = useReadingFrame();
  const { messageId, conversationId, sentAt } = message;
  return (
    <>
      {openedId !== messageId && (
        <Way icon={MessagesSquare} to={paths.message(messageId, addressQuery(address))}>
          {t('reading.open')}
        </Way>
      )}
      {exports && (
        <Way icon={PackageOpen} to={paths.newExport({ conversation: conversationId, from: formatDate(sentAt, zone) })}>
          {t('reading.exportFrom')}
        </Way>
      )}
      {seesRaw && (
        <Way icon={Braces} to={paths.rawMessage(messageId)}>
          {t('reading.raw')}
        </Way>
      )}
    </>
  );
}

/** What the drawing of a message shows as text; what was folded included. */
function drawnText(messageId: string): string {
  return document.querySelector<HTMLElement>(`#m-${CSS.escape(messageId)} [data-drawn]`)?.innerText.trim() ?? '';
}

function MenuEntries({ message, onDone }: { message: MessageView; onDone: () => void }) {
  const { t } = useWords();
  const { address, cites, onCite } = useReadingFrame();
  const link = useCopied();
  const text = useCopied();
  const to = paths.message(message.messageId, addressQuery({ ...address, q: '' }));
  return (
    <>
      <Deed icon={Link2} onClick={() => link.copy(wholeAddress(to))}>
        {t(link.copied ? 'reading.linkCopied' : 'reading.copyLink')}
      </Deed>
      <Deed icon={Copy} onClick={() => text.copy(drawnText(message.messageId))}>
        {t(text.copied ? 'reading.textCopied' : 'reading.copyText')}
      </Deed>
      {cites && (
        <Deed
          icon={Quote}
          onClick={() => {
            onDone();
            onCite(message.messageId);
          }}
        >
          {t('reading.cite')}
        </Deed>
      )}
      <MessageWays message={message} />
    </>
  );
}

/** A button that unfolds what can be done with a message; it appears once it can work. */
export function MessageMenu({ message, side }: { message: MessageView; side: 'left' | 'right' }) {
  const { t } = useWords();
  const [can, setCan] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => setCan(true), []);
  useEffect(() => {
    if (!isOpen) return;
    const away = (event: Event) => {
      if (event.target instanceof Node && box.current?.contains(event.target)) return;
      setOpen(false);
    };
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('focusin', away);
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('focusin', away);
      document.removeEventListener('keydown', press);
    };
  }, [isOpen]);
  return (
    <span ref={box} className="relative inline-flex size-6 shrink-0">
      {can && (
        <button
          ref={button}
          type="button"
          aria-expanded={isOpen}
          aria-label={t('reading.menu')}
          title={t('reading.menu')}
          onClick={() => setOpen(!isOpen)}
          className="grid size-6 place-items-center rounded-sm text-muted hover:bg-surface-3 hover:text-ink"
        >
          <Ellipsis aria-hidden size={16} />
        </button>
      )}
      {isOpen && (
        <span
          className={`absolute bottom-full z-30 mb-1 flex w-max max-w-[70vw] animate-appear flex-col rounded-lg bg-surface p-1.5 text-sm text-ink shadow-float ${side === 'right' ? 'left-0 max-sm:right-0 max-sm:left-auto' : 'right-0 max-sm:right-0'}`}
        >
          <MenuEntries message={message} onDone={() => setOpen(false)} />
        </span>
      )}
    </span>
  );
}
