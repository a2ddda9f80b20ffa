import type { KeyView } from '../api/quarantine.ts';
import { buttonClass } from '../components/button.tsx';
import { CodeCopy } from '../components/code-copy.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import type { Refusal } from '../session/act.ts';
import { useWords } from '../words/words-context.tsx';
import { shortFingerprint } from './is-typed.ts';
import { RemoveKey } from './remove-key.tsx';

/** A key: which version it is, where it comes from, what it opens, its public half, and how it leaves. */
export function KeyCard({ view, refusal }: { view: KeyView; refusal: Refusal | undefined }) {
  const { t, when, formatCount } = useWords();
  const { versions, origin, note, addedBy, createdAt, boundAt, messages, sealed, fingerprint } = view;
  const isBound = versions.length > 0;
  const isNew = !isBound && origin === 'made';
  const added =
    addedBy === null
      ? t('keys.addedAlone', { time: when(createdAt) })
      : t('keys.added', { time: when(createdAt), name: addedBy });
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        {isBound ? (
          <StateBadge tone="healthy">{t('keys.bound', { version: versions.join(t('keys.and')) })}</StateBadge>
        ) : (
          <StateBadge tone="waiting">{t('keys.unbound')}</StateBadge>
        )}
        <span className="text-sm">{t(`keys.${origin}`)}</span>
        {note !== null && <span className="text-sm text-muted">{note}</span>}
        <span className="ml-auto font-mono text-xs text-muted" title={fingerprint}>
          {shortFingerprint(fingerprint)}
        </span>
      </div>
      <p className="text-sm text-muted tabular-nums">
        {[
          added,
          boundAt === null ? null : t('keys.boundAt', { time: when(boundAt) }),
          !isBound ? null : t('keys.opens', { count: formatCount(messages) }),
          sealed === 0 ? null : t('keys.leaves', { count: formatCount(sealed) }),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      {!isBound && <p className="text-xs text-muted">{t('keys.unboundWhy')}</p>}
      <div className="flex flex-wrap items-start gap-2">
        <details className="min-w-0 max-w-full flex-1 max-sm:basis-full" open={isNew}>
          <summary className={buttonClass('plain')}>{t('keys.showPublic')}</summary>
          <div className="mt-2 flex flex-col gap-2">
            {isNew && <p className="text-sm">{t('keys.upload', { path: t('keys.path') })}</p>}
            <CodeCopy lines label={t('keys.publicLabel')} text={view.publicKeyPem.trim()} />
          </div>
        </details>
        {view.removable && <RemoveKey view={view} refusal={refusal} />}
      </div>
    </li>
  );
}
