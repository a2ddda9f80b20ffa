import type { MessageBody } from '@highwater/domain';
import type { ReactNode } from 'react';
import { FoldedText } from './folded-text.tsx';
import { useDrawing } from './message-context.ts';
import { NamedPerson, PersonMark } from './named-person.tsx';
import { MapSketch } from './map-sketch.tsx';
import { CARD, CardFoot, TitledCard } from './titled-card.tsx';

export function ContactCardView({ body }: { body: Extract<MessageBody, { kind: 'card' }> }): ReactNode {
  const { nameOf } = useDrawing();
  const { person } = body;
  const initial = person === null ? '?' : ([...nameOf(person)][0] ?? '?');
  return (
    <TitledCard
      kind="card"
      aside={
        <span
          aria-hidden="true"
          className="flex size-11 shrink-0 items-center justify-center rounded-sm bg-accent-soft text-base font-medium text-accent uppercase"
        >
          {initial}
        </span>
      }
    >
      {person !== null && (
        <p className="font-semibold wrap-anywhere">
          <NamedPerson person={person} /> <PersonMark person={person} />
        </p>
      )}
      <div className="text-xs text-muted">
        <FoldedText text={body.corpName} />
      </div>
    </TitledCard>
  );
}

/** Title, address and coordinates over a sketch: a map would ask an outside service. */
export function LocationView({ body }: { body: Extract<MessageBody, { kind: 'location' }> }): ReactNode {
  const { i18n } = useDrawing();
  const { latitude, longitude } = body;
  const isPlace = latitude !== null && longitude !== null;
  return (
    <section data-kind="location" className={`${CARD} overflow-clip`}>
      <div className={body.title === '' && body.address === '' ? 'hidden' : 'px-3 py-2'}>
        {body.title !== '' && (
          <div className="font-semibold">
            <FoldedText text={body.title} />
          </div>
        )}
        {body.address !== '' && (
          <div className="text-xs text-muted">
            <FoldedText text={body.address} />
          </div>
        )}
      </div>
      {isPlace && (
        <div className="relative border-t border-line">
          <MapSketch latitude={latitude} longitude={longitude} />
          <p className="absolute right-2 bottom-1.5 rounded-sm bg-surface px-1.5 font-mono text-xs text-muted">
            {`${latitude}, ${longitude}`}
          </p>
        </div>
      )}
      <CardFoot kind="location">
        {i18n.t('kinds.name.location')}
        {isPlace && <span title={i18n.t('kinds.location.drawn')}> · {i18n.t('kinds.location.sketch')}</span>}
      </CardFoot>
    </section>
  );
}
