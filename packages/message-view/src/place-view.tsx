import type { MessageBody } from '@highwater/domain';
import type { ReactNode } from 'react';
import { FieldList } from './field-list.tsx';
import { useDrawing } from './message-context.ts';
import { TitledCard } from './titled-card.tsx';
import { Words } from './words.tsx';

export function ContactCardView({ body }: { body: Extract<MessageBody, { kind: 'card' }> }): ReactNode {
  const { nameOf } = useDrawing();
  return (
    <TitledCard kind="card" title={<Words text={nameOf(body.person)} />}>
      <FieldList fields={[['corp', body.corpName]]} />
    </TitledCard>
  );
}

/** Title, address and coordinates; no map, because a map would ask an outside service. */
export function LocationView({ body }: { body: Extract<MessageBody, { kind: 'location' }> }): ReactNode {
  const { latitude, longitude } = body;
  const coordinates = latitude === null || longitude === null ? '' : `${latitude}, ${longitude}`;
  return (
    <TitledCard kind="location" title={<Words text={body.title} />}>
      <FieldList
        fields={[
          ['address', body.address],
          ['coordinates', coordinates],
        ]}
      />
    </TitledCard>
  );
}
